import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cloudForTests } from '../support/cloud';

const cloud = await cloudForTests({ collections: { notes: { indexes: [] } } });
Object.assign(process.env, {
  TENCENTCLOUD_SECRETID: 'any',
  TENCENTCLOUD_SECRETKEY: 'any',
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: cloud.adminUrl }),
});
interface FileList {
  fileList: { status: number }[];
}
interface Documents {
  add(options: { data: object }): Promise<{ _id: string }>;
  doc(id: string): { get(): Promise<{ data: unknown }> };
  count(): Promise<{ total: number }>;
}
interface Wx {
  init(options: { env: string }): void;
  database(): { collection(name: string): Documents };
  callFunction(options: { name: string }): Promise<unknown>;
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>;
  getTempFileURL(options: { fileList: string[] }): Promise<FileList>;
  deleteFile(options: { fileList: string[] }): Promise<FileList>;
}

// It reads the environment as it loads. Its own types mix in a manner with callbacks that nobody uses.
const wx = (await import('wx-server-sdk')).default as unknown as Wx;
wx.init({ env: cloud.env });
const notes = wx.database().collection('notes');

test('documents are written and read in wx-server-sdk’s own manner', async () => {
  const { _id } = await notes.add({ data: { _id: 'a', n: 1 } });
  assert.equal(_id, 'a');
  const got = await notes.doc('a').get();
  assert.deepEqual(got.data, { _id: 'a', n: 1 });
});

test('errors have wx-server-sdk’s numbers', async () => {
  await assert.rejects(notes.doc('missing').get(), { errCode: -1 });
  await assert.rejects(notes.add({ data: { _id: 'a' } }), { errCode: -502001 });
  await assert.rejects(wx.database().collection('none').count(), { errCode: -502005 });
  await assert.rejects(wx.callFunction({ name: 'nobody' }));
});

test('files are stored, addressed and deleted', async () => {
  const { fileID } = await wx.uploadFile({ cloudPath: 'wx/a.txt', fileContent: Buffer.from('sesame') });
  const { fileList } = await wx.getTempFileURL({ fileList: [fileID] });
  assert.equal(fileList[0]?.status, 0);
  assert.equal(String((await wx.downloadFile({ fileID })).fileContent), 'sesame');
  const deleted = await wx.deleteFile({ fileList: [fileID] });
  assert.equal(deleted.fileList[0]?.status, 0);
  const again = await wx.deleteFile({ fileList: [fileID] });
  assert.equal(again.fileList[0]?.status, -503003);
});
