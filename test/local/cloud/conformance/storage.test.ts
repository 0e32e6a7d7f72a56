import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApp } from './environment';

const app = await openApp();
const BYTES = Buffer.from([0, 1, 2, 253, 254, 255, 10, 13]);

test('a file is uploaded, addressed, downloaded and deleted', async () => {
  const { fileID } = await app.uploadFile({ cloudPath: 'conformance/芝麻 1.bin', fileContent: BYTES });
  assert.match(fileID, /^cloud:\/\/.+\/conformance\/芝麻 1\.bin$/);
  const { fileList } = await app.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] });
  assert.equal(fileList[0]?.code, 'SUCCESS');
  const byAddress = await fetch(encodeURI(fileList[0]?.tempFileURL ?? ''));
  assert.deepEqual(Buffer.from(await byAddress.arrayBuffer()), BYTES);
  assert.deepEqual((await app.downloadFile({ fileID })).fileContent, BYTES);
  assert.equal((await app.deleteFile({ fileList: [fileID] })).fileList[0]?.code, 'SUCCESS');
  await assert.rejects(app.downloadFile({ fileID }));
});

test('a copy is made under the same name in another folder', async () => {
  const { fileID } = await app.uploadFile({ cloudPath: 'conformance/from/c.bin', fileContent: BYTES });
  const copied = await app.copyFile({
    fileList: [{ srcPath: 'conformance/from/c.bin', dstPath: 'conformance/to/c.bin', overwrite: true }],
  });
  const target = fileID.replace('/from/', '/to/');
  assert.equal(copied.fileList.length, 1);
  assert.deepEqual((await app.downloadFile({ fileID: target })).fileContent, BYTES);
  await app.deleteFile({ fileList: [fileID, target] });
});
