import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';
import { begin, call, look } from './call';

let phone: OpenedPhone;
beforeEach(async () => {
  phone = await openPhone('wx-privacy');
});
afterEach(() => phone.close());

const NOT_AUTHORISED = {
  ok: false,
  error: { errMsg: 'getClipboardData:fail privacy permission is not authorized', errno: 104 },
};

const needed = async (): Promise<unknown> => {
  const outcome = await call(phone.page, 'getPrivacySetting');
  return outcome.ok && outcome.value.needAuthorization;
};

test('the first function that touches personal data waits for consent; afterwards nothing asks', async () => {
  assert.equal(await needed(), true);
  const outcome = await begin(phone.page, 'getClipboardData');
  await phone.page
    .getByRole('alertdialog', { name: '用户隐私保护提示' })
    .getByRole('button', { name: '同意' })
    .last()
    .click();
  assert.deepEqual(await outcome(), { ok: true, value: { errMsg: 'getClipboardData:ok', data: '' } });
  assert.equal(await needed(), false);
  assert.equal((await call(phone.page, 'requirePrivacyAuthorize')).ok, true);
});

test('a refusal fails the call, and for ten seconds nobody is asked again', async () => {
  const outcome = await begin(phone.page, 'getClipboardData');
  await phone.page.getByRole('button', { name: '拒绝' }).click();
  assert.deepEqual(await outcome(), NOT_AUTHORISED);
  assert.deepEqual(await call(phone.page, 'getClipboardData'), NOT_AUTHORISED);
  assert.equal(await needed(), true);
});

test('what does not touch personal data works before and after a refusal', async () => {
  await look(phone.page, `wx.setStorageSync('a', 1)`);
  assert.equal((await call(phone.page, 'showToast', { title: '看看' })).ok, true);
});

test('a mini program that asks by itself is told who needs it, and a tap on its button is the consent', async () => {
  await look(
    phone.page,
    `void wx.onNeedPrivacyAuthorization((resolve, info) => {
      globalThis.referrer = info.referrer;
      resolve({ event: 'exposureAuthorization' });
      globalThis.agreed = () => resolve({ event: 'agree', buttonId: 'agree' });
    })`,
  );
  const outcome = await begin(phone.page, 'getClipboardData');
  assert.equal(await look(phone.page, 'globalThis.referrer'), 'getClipboardData');
  await phone.page.locator('#agree').click();
  assert.equal((await outcome()).ok, true);
  assert.equal(await needed(), false);
  assert.deepEqual(await phone.problems(), []);
});

test('the word of the mini program without a tap is no consent', async () => {
  await look(
    phone.page,
    `void wx.onNeedPrivacyAuthorization((resolve) => resolve({ event: 'agree', buttonId: 'agree' }))`,
  );
  assert.deepEqual(await call(phone.page, 'getClipboardData'), NOT_AUTHORISED);
  const [problem] = await phone.problems();
  assert.match(problem?.message ?? '', /without a tap on <button open-type="agreePrivacyAuthorization">/);
});

test('a mini program that answers disagree fails the call', async () => {
  await look(phone.page, `void wx.onNeedPrivacyAuthorization((resolve) => resolve({ event: 'disagree' }))`);
  assert.deepEqual(await call(phone.page, 'getClipboardData'), NOT_AUTHORISED);
});

test('the contract can be read, on top of the question', async () => {
  const outcome = await begin(phone.page, 'getClipboardData');
  await phone.page.getByRole('button', { name: '《隐私小程序隐私保护指引》' }).click();
  await phone.page.getByRole('heading', { name: '《隐私小程序隐私保护指引》' }).waitFor();
  await phone.page.getByRole('button', { name: '返回' }).click();
  await phone.page.getByRole('button', { name: '拒绝' }).click();
  assert.equal((await outcome()).ok, false);
});
