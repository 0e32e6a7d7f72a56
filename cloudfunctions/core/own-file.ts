/** Where the phone puts what somebody adds to an intention (`miniprogram/api/cloud.ts`). */
export type Folder = 'recordings' | 'portraits' | 'receipts';

/** Whether this very intention uploaded the file: what somebody else sent up cannot be attached. */
export function isOwnFile(folder: Folder, fileId: string, contextRid: string): boolean {
  const [, rid = ''] = contextRid.split(':');
  const [, where = '', name = ''] = /\/([a-z]+)\/([A-Za-z0-9_-]+)\.[a-z0-9]{2,4}$/.exec(fileId) ?? [];
  return where === folder && name !== '' && name === rid;
}
