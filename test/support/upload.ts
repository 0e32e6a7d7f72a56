import type { Folder } from '../../cloudfunctions/core/own-file';
import { openidOf } from '../../database/seed/samples/people';
import type { Town } from './town';

const ENDINGS: Readonly<Record<Folder, string>> = { recordings: 'mp3', portraits: 'jpg', receipts: 'jpg' };

/** What the phone does before it submits: the file goes up under the rid of the intention. @returns its id */
export async function upload(
  t: Town,
  key: string,
  folder: Folder,
  rid: string,
  content = 'a file',
): Promise<string> {
  const reply = await fetch(`${t.url}/client/upload?path=${folder}/${rid}.${ENDINGS[folder]}`, {
    method: 'POST',
    headers: { 'x-local-session': t.session(openidOf(key)) },
    body: Buffer.from(content),
  });
  // The gateway's own answer.
  return ((await reply.json()) as { fileID: string }).fileID;
}
