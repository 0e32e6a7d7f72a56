import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { cloudForTests, sdk } from '../support/cloud';

const data = mkdtempSync(join(tmpdir(), 'cloud-storage-'));
const leftOver = join(data, 'files', 'cut-off.part');
const cloud = await cloudForTests({ data });
after(() => rm(data, { recursive: true, force: true }));
const app = sdk(cloud);
const HOUR = 3_600_000;

async function upload(cloudPath: string, text: string): Promise<string> {
  return (await app.uploadFile({ cloudPath, fileContent: Buffer.from(text) })).fileID;
}

async function address(fileID: string, maxAge: number): Promise<string> {
  const { fileList } = await app.getTempFileURL({ fileList: [{ fileID, maxAge }] });
  return encodeURI(fileList[0]?.tempFileURL ?? '');
}

test('an uploaded file comes down byte for byte, and again after an upload over it', async () => {
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, i) => i % 256));
  const { fileID } = await app.uploadFile({ cloudPath: 'a/图 b.bin', fileContent: bytes });
  assert.deepEqual((await app.downloadFile({ fileID })).fileContent, bytes);
  await upload('a/图 b.bin', 'new');
  assert.equal(String((await app.downloadFile({ fileID })).fileContent), 'new');
});

test('an empty file is a file', async () => {
  const fileID = await upload('empty.txt', '');
  const { fileList } = await app.getTempFileURL({ fileList: [fileID] });
  assert.equal(fileList[0]?.code, 'SUCCESS');
  assert.equal((await fetch(fileList[0]?.tempFileURL ?? '')).headers.get('content-length'), '0');
});

test('a temporary address ends when its time is over, and nobody else can make one', async () => {
  const url = await address(await upload('private.txt', 'secret'), 60);
  assert.equal(await (await fetch(url)).text(), 'secret');
  await cloud.clock.advance(61_000);
  const late = await fetch(url);
  assert.equal(late.status, 403);
  assert.match(await late.text(), /RequestExpired/);
  const stretched = url.replace(/t=(\d+)/, (_, t) => `t=${Number(t) + 9_999}`);
  assert.match(await (await fetch(stretched)).text(), /SignatureDoesNotMatch/);
  assert.equal((await fetch(`${cloud.url}/files/private.txt`)).status, 403);
});

test('a temporary address lives a day at most, and a day by default', async () => {
  const fileID = await upload('day.txt', 'x');
  const long = await address(fileID, 30 * 24 * 3600);
  const { fileList } = await app.getTempFileURL({ fileList: [fileID] });
  await cloud.clock.advance(23 * HOUR);
  for (const url of [long, fileList[0]?.tempFileURL ?? '']) assert.equal((await fetch(url)).status, 200);
  await cloud.clock.advance(2 * HOUR);
  for (const url of [long, fileList[0]?.tempFileURL ?? '']) assert.equal((await fetch(url)).status, 403);
});

test('an upload to an address that was not issued is refused as storage refuses it', async () => {
  const reply = await fetch(`${cloud.url}/upload/mine.txt?sign=0&t=9999999999`, { method: 'PUT', body: 'x' });
  assert.equal(reply.status, 403);
  assert.match(await reply.text(), /<Code>SignatureDoesNotMatch<\/Code>/);
});

test('a deleted file is gone, and deleting it again says so', async () => {
  const fileID = await upload('gone.txt', 'x');
  assert.equal((await app.deleteFile({ fileList: [fileID] })).fileList[0]?.code, 'SUCCESS');
  assert.equal((await app.deleteFile({ fileList: [fileID] })).fileList[0]?.code, 'STORAGE_FILE_NONEXIST');
  const { fileList } = await app.getTempFileURL({ fileList: [fileID] });
  assert.equal(fileList[0]?.code, 'STORAGE_FILE_NONEXIST');
});

test('a copy is a file of its own; overwriting and moving are as asked', async () => {
  await upload('from/one.txt', 'one');
  const into = (more: object) =>
    app.copyFile({ fileList: [{ srcPath: 'from/one.txt', dstPath: 'to/one.txt', ...more }] });
  const first = (await into({})).fileList[0];
  assert.equal(String((await app.downloadFile({ fileID: first?.fileId ?? '' })).fileContent), 'one');
  assert.equal((await into({ overwrite: false })).fileList[0]?.code, 'STORAGE_REQUEST_FAIL');
  await into({ removeOriginal: true });
  const gone = await app.copyFile({ fileList: [{ srcPath: 'from/one.txt', dstPath: 'b/one.txt' }] });
  assert.equal(gone.fileList[0]?.code, 'STORAGE_FILE_NONEXIST');
});

test('whether a person may read a file is asked by path or by file id', async () => {
  process.env.WX_CONTEXT_KEYS = 'WX_OPENID';
  process.env.WX_OPENID = 'oALICE';
  const fileID = await upload('mine.txt', 'x');
  const { data: answers } = await app.getFileAuthority({
    fileList: [
      { path: 'mine.txt', type: 'READ' },
      { path: 'none.txt', type: 'READ' },
    ],
  });
  delete process.env.WX_CONTEXT_KEYS;
  delete process.env.WX_OPENID;
  assert.deepEqual(answers, [
    { path: 'mine.txt', cosFileId: fileID, read: true },
    { path: 'none.txt', cosFileId: '', read: false },
  ]);
});

test('a file of another environment is not here', async () => {
  const { fileList } = await app.getTempFileURL({ fileList: ['cloud://other.6f74-other-1/x.txt'] });
  assert.equal(fileList[0]?.code, 'STORAGE_FILE_NONEXIST');
});

test('more than fifty files at once are refused', async () => {
  const fileList = Array.from({ length: 51 }, (_, i) => `cloud://x/${i}`);
  await assert.rejects(app.getTempFileURL({ fileList }), { code: 'INVALID_PARAM' });
});

test('files are there after a restart, and what a crash left half done is taken away', async () => {
  const fileID = await upload('stay.txt', 'stays');
  await cloud.close();
  writeFileSync(leftOver, 'half');
  const again = await cloudForTests({ data });
  assert.equal(String((await sdk(again).downloadFile({ fileID })).fileContent), 'stays');
  assert.ok(!readdirSync(join(data, 'files')).some((name) => name.endsWith('.part')));
});
