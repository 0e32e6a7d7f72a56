import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import QRCode from 'qrcode';
import { type OpenedPhone, openPhone } from '../open';
import { begin, call, look } from './call';

let phone: OpenedPhone;
before(async () => {
  phone = await openPhone('wx');
});
after(() => phone.close());

const show = (...pictures: string[]) => look(phone.page, `__phone.showToCamera(${JSON.stringify(pictures)})`);

const blank = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"/>';

/** Puts a stage round the phone whose sights are these pictures (data URLs by title). */
const stage = (pictures: Record<string, string>) =>
  look(
    phone.page,
    `(async () => {
      const pictures = [];
      for (const [title, url] of Object.entries(${JSON.stringify(pictures)})) {
        const image = new Image();
        image.src = url;
        await image.decode();
        pictures.push({ title, image, width: image.naturalWidth, height: image.naturalHeight });
      }
      Object.defineProperty(window, 'parent', { configurable: true, value: { __stage: { sights: async () => pictures } } });
    })()`,
  );

test('a code held in front of the camera is decoded from its pixels', async () => {
  await show(blank, await QRCode.toDataURL('邻居，你好'));
  const outcome = await call(phone.page, 'scanCode', { onlyFromCamera: true });
  assert.ok(outcome.ok);
  const { errMsg, result, scanType, charSet, rawData } = outcome.value;
  assert.deepEqual([errMsg, result, scanType, charSet], ['scanCode:ok', '邻居，你好', 'QR_CODE', 'utf-8']);
  assert.equal(Buffer.from(String(rawData), 'base64').toString(), '邻居，你好');
});

test('a code of this mini program answers its path with its scene, also of a subpackage', async () => {
  for (const path of ['pages/second/second?scene=p%3DV01', 'packages/desk/pages/board/board?scene=h8']) {
    await show(await QRCode.toDataURL(path));
    const outcome = await call(phone.page, 'scanCode', { scanType: ['qrCode', 'wxCode'] });
    assert.ok(outcome.ok);
    assert.deepEqual(
      [outcome.value.path, outcome.value.scanType, outcome.value.result],
      [path, 'WX_CODE', ''],
    );
  }
});

test('a page of another mini program is only a text', async () => {
  await show(await QRCode.toDataURL('pages/elsewhere/elsewhere?scene=1'));
  const outcome = await call(phone.page, 'scanCode');
  assert.ok(outcome.ok);
  assert.deepEqual(
    [outcome.value.path, outcome.value.result],
    [undefined, 'pages/elsewhere/elsewhere?scene=1'],
  );
});

test('a code that comes in front of the open camera later is seen', async () => {
  await show();
  const outcome = await begin(phone.page, 'scanCode');
  await phone.page.getByText('镜头前没有画面').waitFor();
  await show(await QRCode.toDataURL('later'));
  const settled = await outcome();
  assert.equal(settled.ok && settled.value.result, 'later');
});

test('on a stage the person aims at a picture; one without a code is said to have none', async () => {
  await show();
  await stage({ 海报: blank, 讲述人的手机: await QRCode.toDataURL('knock') });
  const outcome = await begin(phone.page, 'scanCode');
  await phone.page.getByRole('button', { name: '海报' }).click();
  await phone.page.getByText('没有认出二维码').waitFor();
  await phone.page.getByRole('button', { name: '讲述人的手机' }).click();
  const settled = await outcome();
  assert.equal(settled.ok && settled.value.result, 'knock');
  assert.equal(await phone.page.locator('.phone-scan').count(), 0);
});

test('the camera stays on the picture it was aimed at: a code that appears there is read', async () => {
  await stage({ 屏幕: blank });
  const outcome = await begin(phone.page, 'scanCode');
  await phone.page.getByRole('button', { name: '屏幕' }).click();
  await stage({ 屏幕: await QRCode.toDataURL('turned') });
  const settled = await outcome();
  assert.equal(settled.ok && settled.value.result, 'turned');
  await stage({});
});

test('a picture of the album is decoded, unless only the camera is allowed', async () => {
  const outcome = await begin(phone.page, 'scanCode');
  const chooser = phone.page.waitForEvent('filechooser');
  await phone.page.getByRole('button', { name: '相册' }).click();
  const buffer = await QRCode.toBuffer('from the album');
  await (await chooser).setFiles({ name: 'code.png', mimeType: 'image/png', buffer });
  const settled = await outcome();
  assert.equal(settled.ok && settled.value.result, 'from the album');
  const camera = await begin(phone.page, 'scanCode', { onlyFromCamera: true });
  assert.equal(await phone.page.getByRole('button', { name: '相册' }).count(), 0);
  await phone.page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  await camera();
});

test('closing the camera is a cancel; bar codes alone are refused by name', async () => {
  const outcome = await begin(phone.page, 'scanCode');
  await phone.page.keyboard.press('Escape');
  assert.deepEqual(await outcome(), { ok: false, error: { errMsg: 'scanCode:fail cancel' } });
  const bars = await call(phone.page, 'scanCode', { scanType: ['barCode'] });
  assert.equal(
    bars.ok ? '' : bars.error.errMsg,
    'scanCode:fail scanType barCode is not supported by this phone',
  );
});

test('nothing in this was a problem', async () => {
  assert.deepEqual(await phone.problems(), []);
});
