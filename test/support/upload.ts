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

/** Whether the storage still has the file behind an address, which itself may have run out long ago. */
export async function isStored(t: Town, url: string): Promise<boolean> {
  const [, path = ''] = /\/files\/([^?]+)/.exec(url) ?? [];
  const another = await upload(t, 'admin', 'receipts', 'another-file');
  const fileId = another.replace('receipts/another-file.jpg', decodeURIComponent(path));
  const reply = await fetch(`${t.url}/client/temp-url`, {
    method: 'POST',
    headers: { 'x-local-session': t.session(openidOf('admin')) },
    body: JSON.stringify({ fileList: [fileId] }),
  });
  // The gateway's own answer.
  const { fileList } = (await reply.json()) as { fileList: { status: number }[] };
  return path !== '' && fileList[0]?.status === 0;
}
