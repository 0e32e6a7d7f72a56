import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';
import { begin, call, look } from './call';

let phone: OpenedPhone;
before(async () => {
  phone = await openPhone('wx');
  await look(
    phone.page,
    `globalThis.heard = [], ['phoneCall', 'vibrate', 'calendarEvent'].forEach((name) =>
      __phone.host.events.on(name, (...facts) => globalThis.heard.push([name, ...facts])))`,
  );
});
after(() => phone.close());

const heard = () => look(phone.page, 'globalThis.heard.splice(0)');

test('what is copied can be read again, and a toast says that it was copied', async () => {
  assert.equal((await call(phone.page, 'setClipboardData', { data: '户号 8' })).ok, true);
  assert.equal(await phone.page.locator('.phone-toast').innerText(), '内容已复制');
  assert.deepEqual(await call(phone.page, 'getClipboardData'), {
    ok: true,
    value: { errMsg: 'getClipboardData:ok', data: '户号 8' },
  });
  await call(phone.page, 'hideToast');
});

test('a phone call is asked for, made and ended; the person may also leave it', async () => {
  const outcome = await begin(phone.page, 'makePhoneCall', { phoneNumber: '12345' });
  await phone.page.getByRole('button', { name: '呼叫 12345' }).click();
  assert.deepEqual(await outcome(), { ok: true, value: { errMsg: 'makePhoneCall:ok' } });
  await phone.page.getByRole('dialog', { name: '正在呼叫 12345' }).waitFor();
  await phone.page.getByRole('button', { name: '挂断' }).click();
  assert.deepEqual(await heard(), [['phoneCall', '12345']]);
  const left = await begin(phone.page, 'makePhoneCall', { phoneNumber: '12345' });
  await phone.page.getByRole('button', { name: '取消' }).click();
  assert.deepEqual(await left(), { ok: false, error: { errMsg: 'makePhoneCall:fail cancel' } });
});

test('vibration has its three strengths', async () => {
  await call(phone.page, 'vibrateShort', { type: 'light' });
  await call(phone.page, 'vibrateLong');
  assert.deepEqual(await heard(), [
    ['vibrate', 'short', 'light'],
    ['vibrate', 'long', undefined],
  ]);
  const refused = await call(phone.page, 'vibrateShort', { type: 'wild' });
  assert.equal(refused.ok, false);
});

test('the screen is kept on, dimmed and given back', async () => {
  assert.equal((await call(phone.page, 'setKeepScreenOn', { keepScreenOn: true })).ok, true);
  assert.equal((await call(phone.page, 'setKeepScreenOn', { keepScreenOn: false })).ok, true);
  await call(phone.page, 'setScreenBrightness', { value: 0.4 });
  const dimmed = await call(phone.page, 'getScreenBrightness');
  assert.equal(dimmed.ok && dimmed.value.value, 0.4);
  assert.ok(
    (await look<number>(phone.page, `Number(document.querySelector('.phone-dimmer').style.opacity)`)) > 0.3,
  );
  await call(phone.page, 'setScreenBrightness', { value: -1 });
  const back = await call(phone.page, 'getScreenBrightness');
  assert.equal(back.ok && back.value.value, 1);
});

test('an event is put into the calendar with consent', async () => {
  const event = { title: '圆桌课堂', startTime: 1788480000, location: '一楼活动室' };
  const outcome = await begin(phone.page, 'addPhoneCalendar', event);
  await phone.page.getByRole('button', { name: '允许' }).click();
  assert.equal((await outcome()).ok, true);
  assert.deepEqual(await heard(), [['calendarEvent', event]]);
  await phone.page.getByText('已添加到日历：圆桌课堂').waitFor();
});

test('hiding the keyboard takes the focus away', async () => {
  await phone.page.locator('#act').focus();
  await call(phone.page, 'hideKeyboard');
  assert.equal(await look(phone.page, 'document.activeElement === document.body'), true);
});

test('nothing in this was a problem', async () => {
  assert.deepEqual(await phone.problems(), []);
});
