import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPageOf } from './fixture';

test('rich-text shows what is trusted and nothing that could act', async (t) => {
  const phone = await openPageOf(t, 'media');
  const html = await phone.of<string>('#html', '(node) => node.innerHTML');
  assert.doesNotMatch(html, /script|onerror|javascript|iframe/);
  assert.equal(await phone.style('#html b', 'color'), 'rgb(200, 0, 0)');
  assert.equal(await phone.page.evaluate(`'hacked' in globalThis`), false);
  const reported = (await phone.problems()).map(({ message }) => message);
  assert.deepEqual(reported, ['<rich-text> does not show <script>', '<rich-text> does not show <iframe>']);
});

test('rich-text takes a list of nodes with classes of the page and lengths in rpx', async (t) => {
  const phone = await openPageOf(t, 'media');
  assert.equal(await phone.page.locator('#nodes').innerText(), '列表 <节点>');
  assert.equal(await phone.style('#nodes p', 'color'), 'rgb(0, 128, 0)');
  assert.equal(await phone.style('#nodes p', 'font-size'), '20.8px');
  assert.equal(await phone.page.locator('#nodes p').getAttribute('onclick'), null);
});

test('a selector query gives the canvas, which can be drawn on', async (t) => {
  const phone = await openPageOf(t, 'media');
  await phone.until('getApp().canvas !== undefined');
  assert.deepEqual(await phone.page.evaluate(() => getApp().canvas), {
    width: 200,
    height: 100,
    data: 'data:image/png;base64,',
    frame: 'function',
  });
});

test('touches on a canvas say where on the canvas they are', async (t) => {
  const phone = await openPageOf(t, 'media');
  await phone.page.locator('#canvas').click({ position: { x: 30, y: 20 } });
  const [touch] = await phone.log('touch');
  assert.deepEqual([Math.round(Number(touch?.detail.x)), Math.ceil(Number(touch?.detail.y))], [30, 20]);
});

test('a map says that it has no tiles, and its markers can be tapped', async (t) => {
  const phone = await openPageOf(t, 'media');
  await phone.page.getByRole('button', { name: '教学点' }).click();
  assert.deepEqual((await phone.log('marker'))[0]?.detail, { markerId: 7 });
  assert.match(await phone.page.locator('#map').innerText(), /30.2/);
});

test('a navigator opens a page by tap and by key', async (t) => {
  const phone = await openPageOf(t, 'media');
  await phone.page.getByRole('link', { name: 'navigator' }).focus();
  await phone.page.keyboard.press('Enter');
  await phone.until('getCurrentPages().length === 2');
  assert.equal(await phone.page.evaluate(() => getCurrentPages().at(-1)?.route), 'pages/form/form');
});
