import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPageOf } from './fixture';

test('a view shows its hover class while it is pressed, and so do those around it unless it stops them', async (t) => {
  const phone = await openPageOf(t, 'basic');
  const { page } = phone;
  const press = async (selector: string): Promise<void> => {
    await page.locator(selector).hover();
    await page.mouse.down();
    await page.waitForTimeout(30);
  };
  await press('#through');
  assert.equal(await phone.style('#through', 'background-color'), 'rgb(0, 255, 0)');
  assert.equal(await phone.style('#hover', 'background-color'), 'rgb(0, 0, 255)');
  assert.equal(await phone.style('#hover', 'color'), 'rgb(1, 2, 3)', 'each of several classes');
  await page.mouse.up();
  await page.waitForTimeout(100);
  assert.equal(await phone.style('#through', 'background-color'), 'rgb(221, 221, 221)');
  await press('#stop');
  assert.equal(await phone.style('#stop', 'background-color'), 'rgb(0, 255, 0)');
  assert.equal(await phone.style('#hover', 'background-color'), 'rgb(238, 238, 238)');
  await page.mouse.up();
});

test('`hidden` takes an element off the page and brings it back', async (t) => {
  const phone = await openPageOf(t, 'basic');
  assert.equal(await phone.page.locator('#secret').isVisible(), false);
  await phone.setData({ hidden: false });
  assert.equal(await phone.page.locator('#secret').isVisible(), true);
});

test('aria attributes reach the screen reader, and a key presses what has the role of a button', async (t) => {
  const phone = await openPageOf(t, 'basic');
  const named = phone.page.getByRole('button', { name: '点我', expanded: false });
  await named.focus();
  await phone.page.keyboard.press('Enter');
  await phone.page.keyboard.press('Space');
  assert.equal((await phone.log('tap')).length, 2);
});

test('text turns \\n into a new line, decodes entities only when asked, and widens spaces', async (t) => {
  const phone = await openPageOf(t, 'basic');
  const shown = (id: string) => phone.of(id, '(node) => node.textContent');
  assert.equal(await shown('#lines'), 'first\nsecond');
  assert.equal(await shown('#dynamic'), 'second\nline & more');
  assert.equal(await shown('#decode'), '1 < 2\u00a0&\u00a03');
  assert.equal(await shown('#plain'), '1 &lt; 2&nbsp;&amp;&nbsp;3');
  assert.equal(await shown('#wide'), 'a\u2003b');
  await phone.setData({ line: 'one\\ntwo', entities: '&lt;&amp;lt;' });
  assert.equal(await shown('#dynamic'), 'one\ntwo');
  assert.equal(await shown('#decode'), '<&lt;');
  const lines = await phone.of<number>('#lines', '(node) => node.getClientRects().length');
  assert.ok(lines >= 2, 'it is drawn on two lines');
});

test('only text that may be selected can be selected', async (t) => {
  const phone = await openPageOf(t, 'basic');
  assert.equal(await phone.style('#select', 'user-select'), 'text');
  assert.equal(await phone.style('#lines', 'user-select'), 'none');
});

test('an image has a default size, and widthFix and heightFix keep the proportions of the picture', async (t) => {
  const phone = await openPageOf(t, 'basic');
  await phone.until(`document.querySelector('#fix').offsetHeight === 60`);
  const size = (selector: string) => phone.of(selector, '(node) => [node.offsetWidth, node.offsetHeight]');
  assert.deepEqual(await size('#fix'), [120, 60]);
  assert.deepEqual(await size('#high'), [80, 40]);
  await phone.setData({ wide: true });
  await phone.until(`document.querySelector('#fix').offsetHeight === 100`);
});

test('image tells the size of the picture when it is there, and when it cannot be had', async (t) => {
  const phone = await openPageOf(t, 'basic');
  const [loaded] = await phone.logged('load');
  assert.deepEqual(loaded?.detail, { width: 60, height: 30 });
  const [failed] = await phone.logged('error');
  assert.equal(failed?.target, 'broken');
  assert.match(String(failed?.detail.errMsg), /image/);
});

test('a picture with a menu offers to be saved when it is pressed long', async (t) => {
  const phone = await openPageOf(t, 'basic');
  await phone.page.locator('#high').click({ delay: 450 });
  await phone.page.getByRole('button', { name: '保存图片' }).waitFor();
  await phone.page.getByRole('button', { name: '取消' }).click();
});

test('a progress bar shows its percentage to eyes and screen readers', async (t) => {
  const phone = await openPageOf(t, 'basic');
  const bar = phone.page.getByRole('progressbar');
  assert.equal(await bar.getAttribute('aria-valuenow'), '40');
  await phone.setData({ percent: 75 });
  assert.equal(await bar.getAttribute('aria-valuenow'), '75');
  assert.equal(await bar.innerText(), '75%');
});

test('a disabled button is pressed neither by finger nor by key', async (t) => {
  const phone = await openPageOf(t, 'basic');
  const off = phone.page.locator('#off');
  assert.equal(await off.getAttribute('aria-disabled'), 'true');
  assert.equal(await off.getAttribute('tabindex'), '-1');
});

test('without a type a button takes the colours of its class', async (t) => {
  const phone = await openPageOf(t, 'basic');
  assert.equal(await phone.style('#default', 'background-color'), 'rgb(1, 2, 3)');
});

test('the phone number is asked for on a sheet: allowed it gives a code, refused it says so', async (t) => {
  const phone = await openPageOf(t, 'basic');
  await phone.page.locator('#phone').click();
  await phone.page.getByRole('button', { name: '不允许' }).click();
  await phone.page.locator('#phone').click();
  await phone.page.getByRole('button', { name: '允许', exact: true }).click();
  const [refused, allowed] = await phone.log('phone');
  assert.equal(refused?.type, 'getphonenumber');
  assert.equal(refused?.detail.errMsg, 'getPhoneNumber:fail user deny');
  assert.equal(refused?.detail.code, undefined);
  assert.equal(allowed?.detail.errMsg, 'getPhoneNumber:ok');
  assert.match(String(allowed?.detail.code), /^\w{32}$/);
});

test('a tap on the consent button tells the page, and the phone which button it was', async (t) => {
  const phone = await openPageOf(t, 'basic');
  await phone.page.evaluate(
    `globalThis.heard = []; __phone.host.events.on('agreePrivacyAuthorization', (said) => heard.push(said));`,
  );
  await phone.page.locator('#agree').click();
  const [agreed] = await phone.log('agree');
  assert.equal(agreed?.type, 'agreeprivacyauthorization');
  assert.deepEqual(await phone.page.evaluate('heard'), [{ buttonId: 'agree' }]);
});

test('the contact button says where the message leads', async (t) => {
  const phone = await openPageOf(t, 'basic');
  await phone.page.locator('#contact').click();
  await phone.page.getByRole('button', { name: '知道了' }).click();
  const [contact] = await phone.log('contact');
  assert.deepEqual(contact?.detail, { errMsg: 'enterContact:ok', path: 'pages/a/a', query: { b: 'c' } });
});

test('nothing of this is a problem', async (t) => {
  const phone = await openPageOf(t, 'basic');
  assert.deepEqual(await phone.problems(), []);
});
