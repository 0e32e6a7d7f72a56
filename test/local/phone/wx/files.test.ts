import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';
import { look } from './call';

let phone: OpenedPhone;
before(async () => {
  phone = await openPhone('wx');
});
after(() => phone.close());

/** Runs file system code; a throw or rejection answers its errMsg. */
const files = (code: string): Promise<unknown> =>
  look(
    phone.page,
    `(async () => {
      const fs = wx.getFileSystemManager();
      const home = wx.env.USER_DATA_PATH;
      const promise = (name, options) => fs[name](options);
      try { ${code} } catch (error) { return error.errMsg; }
    })()`,
  );

test('what is written is read back as text, in other encodings and as bytes', async () => {
  assert.deepEqual(
    await files(`
      fs.writeFileSync(home + '/a.txt', '你好', 'utf8');
      fs.appendFileSync(home + '/a.txt', '！', 'utf8');
      const bytes = new Uint8Array(fs.readFileSync(home + '/a.txt'));
      return [fs.readFileSync(home + '/a.txt', 'utf8'), fs.readFileSync(home + '/a.txt', 'hex'),
        fs.readFileSync(home + '/a.txt', 'base64'), [...bytes].length, fs.readFileSync(home + '/a.txt', 'utf8', 3, 3)];`),
    ['你好！', 'e4bda0e5a5bdefbc81', '5L2g5aW977yB', 9, '好'],
  );
});

test('folders are made, listed, renamed and removed as on a phone', async () => {
  assert.deepEqual(
    await files(`
      fs.mkdirSync(home + '/one/two', true);
      fs.writeFileSync(home + '/one/two/b.txt', 'b', 'utf8');
      const listed = fs.readdirSync(home + '/one');
      fs.renameSync(home + '/one', home + '/uno');
      const read = fs.readFileSync(home + '/uno/two/b.txt', 'utf8');
      const stat = fs.statSync(home + '/uno');
      const deep = fs.statSync(home + '/uno', true).map((item) => item.path);
      fs.rmdirSync(home + '/uno', true);
      return [listed, read, stat.isDirectory(), deep, fs.readdirSync(home).includes('uno')];`),
    [['two'], 'b', true, ['/', '/two', '/two/b.txt'], false],
  );
});

test('failures carry the sentence and the number of WeChat', async () => {
  assert.equal(
    await files(`fs.readFileSync(home + '/none.txt', 'utf8')`),
    'readFileSync:fail no such file or directory "wxfile://usr/none.txt"',
  );
  assert.equal(
    await files(`fs.mkdirSync(home + '/x/y/z')`),
    'mkdirSync:fail no such file or directory "wxfile://usr/x/y/z"',
  );
  assert.equal(
    await files(`fs.writeFileSync('/package.txt', 'x', 'utf8')`),
    'writeFileSync:fail permission denied, open "/package.txt"',
  );
  assert.deepEqual(
    await look(
      phone.page,
      `wx.getFileSystemManager().access({ path: wx.env.USER_DATA_PATH + '/none' }).catch((error) => [error.errMsg, error.errno])`,
    ),
    ['access:fail no such file or directory "wxfile://usr/none"', 1300002],
  );
});

test('a path cannot climb out of the user folder', async () => {
  assert.deepEqual(
    await files(`
      fs.writeFileSync(home + '/./up/../../c.txt', 'c', 'utf8');
      return fs.readdirSync(home).includes('c.txt');`),
    true,
  );
});

test('a file of the package is read at once', async () => {
  assert.equal(await files(`return fs.readFileSync('/assets/note.png').byteLength`), 70);
});

test('a temporary file that is saved outlives a restart, a temporary one does not', async () => {
  const temporary = await files(`
      const canvas = wx.createOffscreenCanvas({ type: '2d', width: 4, height: 4 });
      canvas.getContext('2d');
      globalThis.kept = (await wx.canvasToTempFilePath({ canvas })).tempFilePath;
      globalThis.lost = (await wx.canvasToTempFilePath({ canvas })).tempFilePath;
      const saved = fs.saveFileSync(kept, home + '/kept.png');
      return [saved, lost];`);
  const [saved, lost] = temporary as [string, string];
  assert.equal(saved, 'wxfile://usr/kept.png');
  await phone.page.reload();
  await look(phone.page, '__phone.ready');
  assert.equal(await files(`return fs.statSync('${saved}').isFile()`), true);
  assert.match(String(await files(`fs.statSync('${lost}')`)), /no such file/);
});

test('saveFile without a path keeps the file in the list of saved files until it is removed', async () => {
  assert.deepEqual(
    await files(`
      const canvas = wx.createOffscreenCanvas({ type: '2d', width: 4, height: 4 });
      canvas.getContext('2d');
      const { tempFilePath } = await wx.canvasToTempFilePath({ canvas });
      const { savedFilePath } = await wx.saveFile({ tempFilePath });
      const listed = (await wx.getSavedFileList()).fileList.map((file) => file.filePath);
      await wx.removeSavedFile({ filePath: savedFilePath });
      const left = (await wx.getSavedFileList()).fileList;
      return [listed.length, listed[0] === savedFilePath, savedFilePath.startsWith('wxfile://store_'), left.length];`),
    [1, true, true, 0],
  );
});

test('200 MB may be kept and no more', async () => {
  assert.deepEqual(
    await files(`
      const part = new ArrayBuffer(50 * 1024 * 1024);
      const names = [];
      try {
        for (let n = 0; n < 5; n += 1) { fs.writeFileSync(home + '/part' + n, part); names.push(n); }
      } catch (error) {
        for (const n of names) fs.unlinkSync(home + '/part' + n);
        return [names.length, error.errMsg];
      }`),
    [3, 'writeFileSync:fail the maximum size of the file storage limit is exceeded'],
  );
});

test('what the file system does not do is refused by name', async () => {
  const opened = await openPhone('wx');
  assert.equal(
    await look(
      opened.page,
      `(() => { try { wx.getFileSystemManager().unzip({}); } catch (error) { return error.message; } })()`,
    ),
    'wx.FileSystemManager.unzip is not supported by this phone',
  );
  await opened.close();
});

test('nothing in this was a problem', async () => {
  assert.deepEqual(await phone.problems(), []);
});
