import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';
import { begin, call, look } from './call';

let phone: OpenedPhone;
before(async () => {
  phone = await openPhone('wx');
});
afterEach(async () => {
  assert.deepEqual(await phone.problems(), []);
});
after(() => phone.close());

const toast = () => phone.page.locator('.phone-toast');

test('a toast shows its title and goes after its duration', async () => {
  await call(phone.page, 'showToast', { title: '已提交', duration: 300 });
  assert.equal(await toast().innerText(), '已提交');
  await toast().waitFor({ state: 'detached', timeout: 1000 });
});

test('a loading stays until it is hidden, and whatever comes later takes its place', async () => {
  await call(phone.page, 'showLoading', { title: '加载中' });
  await call(phone.page, 'showToast', { title: '好了', duration: 5000 });
  assert.equal(await toast().innerText(), '好了');
  assert.equal(await toast().count(), 1);
  await call(phone.page, 'hideLoading', { noConflict: true });
  assert.equal(await toast().count(), 1, 'noConflict leaves the toast');
  await call(phone.page, 'hideLoading');
  assert.equal(await toast().count(), 0);
});

test('a mask keeps taps from the page, a toast without one does not', async () => {
  await look(phone.page, 'void (globalThis.taps = 0, globalThis.act = () => { globalThis.taps += 1; })');
  await call(phone.page, 'showToast', { title: '看', duration: 5000 });
  await phone.page.locator('#act').click();
  await call(phone.page, 'showLoading', { title: '等', mask: true });
  await assert.rejects(phone.page.locator('#act').click({ timeout: 300 }));
  await call(phone.page, 'hideLoading');
  assert.equal(await look(phone.page, 'globalThis.taps'), 1);
});

test('a modal answers confirm or cancel', async () => {
  const confirmed = await begin(phone.page, 'showModal', {
    title: '撤回？',
    content: '以后还可以再说',
    confirmText: '撤回',
  });
  const dialog = phone.page.getByRole('alertdialog', { name: '撤回？' });
  assert.match(await dialog.innerText(), /以后还可以再说/);
  await dialog.getByRole('button', { name: '撤回' }).click();
  assert.deepEqual(await confirmed(), {
    ok: true,
    value: { errMsg: 'showModal:ok', confirm: true, cancel: false, content: null },
  });
  const cancelled = await begin(phone.page, 'showModal', { content: '没有标题' });
  await phone.page.getByRole('button', { name: '取消' }).click();
  assert.deepEqual(await cancelled(), {
    ok: true,
    value: { errMsg: 'showModal:ok', confirm: false, cancel: true, content: null },
  });
});

test('an editable modal hands over what was typed', async () => {
  const outcome = await begin(phone.page, 'showModal', {
    title: '留言',
    editable: true,
    placeholderText: '写在这里',
  });
  await phone.page.getByPlaceholder('写在这里').fill('下午在家');
  await phone.page.getByRole('button', { name: '确定' }).click();
  assert.deepEqual(await outcome(), {
    ok: true,
    value: { errMsg: 'showModal:ok', confirm: true, cancel: false, content: '下午在家' },
  });
});

test('a modal without cancel has one button, and button texts have four characters at most', async () => {
  await begin(phone.page, 'showModal', { content: '知道', showCancel: false });
  assert.equal(await phone.page.locator('.phone-modal__button').count(), 1);
  await phone.page.getByRole('button', { name: '确定' }).click();
  const refused = await call(phone.page, 'showModal', { content: '长', confirmText: '五个字太长' });
  assert.match(String(refused.ok ? '' : refused.error.errMsg), /^showModal:fail confirmText length/);
});

test('the keyboard stays inside a dialog and goes back where it was', async () => {
  await phone.page.locator('#act').focus();
  const outcome = await begin(phone.page, 'showModal', { content: '键盘' });
  const focused = () => look(phone.page, 'document.activeElement.textContent');
  await phone.page.keyboard.press('Tab');
  assert.equal(await focused(), '取消');
  await phone.page.keyboard.press('Tab');
  assert.equal(await focused(), '确定');
  await phone.page.keyboard.press('Tab');
  assert.equal(await focused(), '取消');
  await phone.page.keyboard.press('Enter');
  assert.equal((await outcome()).ok, true);
  assert.equal(await look(phone.page, 'document.activeElement.id'), 'act');
});

test('an action sheet answers the index that was tapped', async () => {
  const outcome = await begin(phone.page, 'showActionSheet', {
    itemList: ['拍照', '相册'],
    alertText: '照片',
  });
  await phone.page.getByRole('button', { name: '相册' }).click();
  assert.deepEqual(await outcome(), { ok: true, value: { errMsg: 'showActionSheet:ok', tapIndex: 1 } });
});

test('an action sheet fails with cancel: by its button, beside it, and by Escape', async () => {
  for (const leave of ['button', 'beside', 'escape']) {
    const outcome = await begin(phone.page, 'showActionSheet', { itemList: ['一'] });
    if (leave === 'button') await phone.page.getByRole('button', { name: '取消' }).click();
    if (leave === 'beside') await phone.page.mouse.click(195, 100);
    if (leave === 'escape') await phone.page.keyboard.press('Escape');
    const { ok, ...rest } = await outcome();
    assert.deepEqual({ ok, ...rest }, { ok: false, error: { errMsg: 'showActionSheet:fail cancel' } }, leave);
  }
});

test('an action sheet has six items at most', async () => {
  const outcome = await call(phone.page, 'showActionSheet', {
    itemList: ['1', '2', '3', '4', '5', '6', '7'],
  });
  assert.match(String(outcome.ok ? '' : outcome.error.errMsg), /itemList should not be large than 6/);
});

test('outside of tests a dialog fades away and takes no more taps meanwhile', async () => {
  const opened = await openPhone('wx', { query: { automated: '' } });
  const outcome = await begin(opened.page, 'showModal', { content: '渐隐' });
  await opened.page.getByRole('button', { name: '确定' }).click();
  assert.equal((await outcome()).ok, true);
  assert.equal(await look(opened.page, `document.querySelector('.phone-layer').inert`), true);
  await opened.page.locator('.phone-layer').waitFor({ state: 'detached', timeout: 1000 });
  await opened.close();
});

test('fingers answer dialogs and sheets too', async () => {
  const opened = await openPhone('wx', { touch: true });
  const modal = await begin(opened.page, 'showModal', { content: '用手指' });
  await opened.page.getByRole('button', { name: '确定' }).tap();
  const answered = await modal();
  assert.equal(answered.ok && answered.value.confirm, true);
  const sheet = await begin(opened.page, 'showActionSheet', { itemList: ['一', '二'] });
  await opened.page.getByRole('button', { name: '二' }).tap();
  const chosen = await sheet();
  assert.equal(chosen.ok && chosen.value.tapIndex, 1);
  assert.deepEqual(await opened.problems(), []);
  await opened.close();
});
