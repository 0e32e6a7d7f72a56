import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPageOf } from './fixture';

test('an animation that was exported moves the view that is given it, and its end stays', async (t) => {
  const phone = await openPageOf(t, 'other');
  await phone.page.evaluate('getCurrentPages().at(-1).move()');
  await phone.until(`getComputedStyle(document.querySelector('#moved')).opacity === '0.5'`);
  assert.equal(await phone.style('#moved', 'transform'), 'matrix(1, 0, 0, 1, 40, 0)');
});

test('match-media shows its children only on a screen that matches', async (t) => {
  const phone = await openPageOf(t, 'other');
  assert.equal(await phone.page.locator('#narrow').isVisible(), true);
  assert.equal(await phone.page.locator('#broad').isVisible(), false);
});

test('navigation-bar inside page-meta sets title and colours, and page-meta the size of rem', async (t) => {
  const phone = await openPageOf(t, 'other');
  await phone.page.getByText('标题一').waitFor();
  await phone.setData({ title: '标题二' });
  await phone.page.getByText('标题二').waitFor();
  assert.equal(await phone.of('.rem', '(node) => node.offsetWidth'), 40);
});

test('the node of an enhanced scroll-view scrolls it and holds its settings', async (t) => {
  const phone = await openPageOf(t, 'other');
  assert.equal(await phone.page.evaluate('getCurrentPages().at(-1).scroll()'), false);
  assert.equal(await phone.of('#list [data-scroller]', '(node) => node.scrollTop'), 60);
});

test('pictures of the package are found from the root and from where the page is', async (t) => {
  const phone = await openPageOf(t, 'other');
  const loaded = await phone.logged('loaded', 2);
  assert.deepEqual(loaded.map(({ target, detail }) => [target, detail.width]).sort(), [
    ['absolute', 40],
    ['relative', 40],
  ]);
});

test('model:checked follows a switch, which is told once', async (t) => {
  const phone = await openPageOf(t, 'other');
  await phone.page.locator('#switch').click();
  assert.equal(await phone.data('on'), false);
  assert.equal((await phone.log('switch')).length, 1);
  await phone.setData({ on: true });
  assert.equal(await phone.page.locator('#switch').getAttribute('aria-checked'), 'true');
});

test('what this phone cannot do is named', async (t) => {
  const phone = await openPageOf(t, 'other');
  assert.deepEqual(await phone.problems(), []);
  await phone.setData({ camera: true, strange: true });
  await phone.page.locator('#strange').click();
  assert.deepEqual(
    (await phone.problems()).map(({ message }) => message),
    [
      '<camera> is not supported by this phone',
      '<icon type="strange"> is not an icon of WeChat',
      '<button open-type="openTheDoor"> is not supported by this phone',
    ],
  );
});
