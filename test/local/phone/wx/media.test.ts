import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type OpenedPhone, openPhone } from '../open';
import { begin, call, type Facts, look } from './call';

const PICTURE = path.join(path.dirname(fileURLToPath(import.meta.url)), '../fixtures/wx/assets/note.png');

let phone: OpenedPhone;
before(async () => {
  phone = await openPhone('wx');
});
after(() => phone.close());

const button = (name: string) => phone.page.getByRole('button', { name, exact: true });

/** Draws a canvas of 60 × 40 px, red, and answers what `canvasToTempFilePath` makes of it. */
const drawn = (options = ''): Promise<Facts> =>
  look(
    phone.page,
    `(async () => {
      const canvas = wx.createOffscreenCanvas({ type: '2d', width: 60, height: 40 });
      const pen = canvas.getContext('2d');
      pen.fillStyle = '#b0281f';
      pen.fillRect(0, 0, 60, 40);
      return wx.canvasToTempFilePath({ canvas, ${options} });
    })()`,
  );

test('pictures are chosen from the album in the order of tapping, as many as allowed', async () => {
  const outcome = await begin(phone.page, 'chooseMedia', { count: 2, mediaType: ['image'] });
  await button('从手机相册选择').click();
  for (const name of ['湖.jpg', '山.jpg', '窗台.jpg']) await button(name).click();
  await button('完成(2)').click();
  const settled = await outcome();
  assert.ok(settled.ok);
  assert.equal(settled.value.type, 'image');
  const files = settled.value.tempFiles as Facts[];
  assert.deepEqual(
    files.map(({ fileType, width, height }) => [fileType, width, height]),
    [
      ['image', 900, 1200],
      ['image', 900, 1200],
    ],
  );
  for (const { tempFilePath, size } of files) {
    assert.match(String(tempFilePath), /^wxfile:\/\/tmp_\w+\.jpg$/);
    const stat = await look(phone.page, `wx.getFileSystemManager().statSync('${tempFilePath}').size`);
    assert.equal(stat, size);
  }
});

test('a file of the computer is chosen like a picture of the album', async () => {
  const outcome = await begin(phone.page, 'chooseImage', {
    count: 1,
    sourceType: ['album'],
    sizeType: ['original'],
  });
  const chooser = phone.page.waitForEvent('filechooser');
  await button('电脑里的文件…').click();
  await (await chooser).setFiles(PICTURE);
  await button('完成(1)').click();
  const settled = await outcome();
  assert.ok(settled.ok);
  const [first] = settled.value.tempFilePaths as string[];
  const info = await call(phone.page, 'getImageInfo', { src: first });
  assert.ok(info.ok);
  assert.deepEqual([info.value.width, info.value.height, info.value.type], [1, 1, 'png']);
});

test('a photograph is taken of what is in front of the camera', async () => {
  const { tempFilePath } = await drawn();
  const picture = await look<string>(
    phone.page,
    `'data:image/png;base64,' + wx.getFileSystemManager().readFileSync('${tempFilePath}', 'base64')`,
  );
  await look(phone.page, `__phone.showToCamera(['${picture}'])`);
  const outcome = await begin(phone.page, 'chooseMedia', { sourceType: ['camera'], mediaType: ['image'] });
  await phone.page.getByText('按快门拍下来').waitFor();
  await button('拍照').click();
  const settled = await outcome();
  assert.ok(settled.ok);
  const [photo] = settled.value.tempFiles as Facts[];
  assert.deepEqual([photo?.width, photo?.height], [60, 40]);
  await look(phone.page, '__phone.showToCamera([])');
});

test('choosing is cancelled on the sheet, in the album and in the camera', async () => {
  const cancelled = { ok: false, error: { errMsg: 'chooseMedia:fail cancel' } };
  const onSheet = await begin(phone.page, 'chooseMedia');
  await button('取消').click();
  assert.deepEqual(await onSheet(), cancelled);
  const inAlbum = await begin(phone.page, 'chooseMedia', { sourceType: ['album'] });
  await button('取消').click();
  assert.deepEqual(await inAlbum(), cancelled);
  const inCamera = await begin(phone.page, 'chooseMedia', { sourceType: ['camera'] });
  await phone.page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  assert.deepEqual(await inCamera(), cancelled);
});

test('a canvas becomes a picture, a part of it in another size and format', async () => {
  const whole = await drawn();
  assert.match(String(whole.tempFilePath), /\.png$/);
  const info = await call(phone.page, 'getImageInfo', { src: whole.tempFilePath });
  assert.ok(info.ok);
  assert.deepEqual([info.value.width, info.value.height, info.value.type], [60, 40, 'png']);
  const part = await drawn(
    `x: 10, y: 10, width: 20, height: 20, destWidth: 200, destHeight: 100, fileType: 'jpg', quality: 0.5`,
  );
  const partInfo = await call(phone.page, 'getImageInfo', { src: part.tempFilePath });
  assert.ok(partInfo.ok);
  assert.deepEqual([partInfo.value.width, partInfo.value.height, partInfo.value.type], [200, 100, 'jpeg']);
});

test('compressImage keeps the proportions when one side is given', async () => {
  const { tempFilePath } = await drawn();
  const outcome = await call(phone.page, 'compressImage', {
    src: tempFilePath,
    quality: 60,
    compressedWidth: 30,
  });
  assert.ok(outcome.ok);
  const info = await call(phone.page, 'getImageInfo', { src: outcome.value.tempFilePath });
  assert.ok(info.ok);
  assert.deepEqual([info.value.width, info.value.height], [30, 20]);
});

test('getImageInfo reads pictures of the package and refuses what is none', async () => {
  const info = await call(phone.page, 'getImageInfo', { src: '/assets/note.png' });
  assert.ok(info.ok);
  assert.equal(info.value.width, 1);
  const none = await call(phone.page, 'getImageInfo', { src: '/assets/none.png' });
  assert.equal(none.ok, false);
});

test('saving to the album asks once and ends in the downloads', async () => {
  const { tempFilePath } = await drawn();
  const download = phone.page.waitForEvent('download');
  const outcome = await begin(phone.page, 'saveImageToPhotosAlbum', { filePath: tempFilePath });
  await phone.page.getByRole('alertdialog', { name: '申请保存图片或视频到你的相册' }).waitFor();
  await button('允许').click();
  assert.deepEqual(await outcome(), { ok: true, value: { errMsg: 'saveImageToPhotosAlbum:ok' } });
  assert.match((await download).suggestedFilename(), /^\d+\.png$/);
});

test('pictures are looked at full screen, turned by a swipe or a key, closed by a tap', async () => {
  const { tempFilePath } = await drawn();
  const urls = [tempFilePath, '/assets/note.png', tempFilePath];
  assert.equal((await call(phone.page, 'previewImage', { urls, current: '/assets/note.png' })).ok, true);
  const count = phone.page.locator('.phone-preview__count');
  assert.equal(await count.innerText(), '2/3');
  await phone.page.keyboard.press('ArrowRight');
  assert.equal(await count.innerText(), '3/3');
  await phone.page.mouse.move(100, 400);
  await phone.page.mouse.down();
  await phone.page.mouse.move(250, 400);
  await phone.page.mouse.up();
  assert.equal(await count.innerText(), '2/3');
  await phone.page.mouse.click(195, 400);
  assert.equal(await phone.page.locator('.phone-preview').count(), 0);
});

test('nothing in this was a problem', async () => {
  assert.deepEqual(await phone.problems(), []);
});
