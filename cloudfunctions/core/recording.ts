/** Whether this very intention uploaded the file: somebody else’s recording cannot be attached. */
export function isOwnRecording(fileId: string, contextRid: string): boolean {
  const [, rid = ''] = contextRid.split(':');
  const [, name = ''] = /\/recordings\/([A-Za-z0-9_-]+)\.[a-z0-9]{2,4}$/.exec(fileId) ?? [];
  return name !== '' && name === rid;
}
