import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPageOf } from './fixture';

test('dragged far enough a swiper goes to the next slide and says how it came there', async (t) => {
  const phone = await openPageOf(t, 'swiper');
  await phone.drag('#plain', -250, 0);
  await phone.logged('finish');
  assert.deepEqual(
    (await phone.log('change')).map(({ detail }) => detail),
    [{ current: 1, currentItemId: 'item-1', source: 'touch' }],
  );
  assert.ok((await phone.log('transition')).length > 1);
});

test('a finger turns a swiper sideways, and scrolls the page over it up and down', async (t) => {
  const phone = await openPageOf(t, 'swiper', { touch: true });
  await phone.swipe('#plain', -250, 0);
  assert.deepEqual(
    (await phone.log('change')).map(({ detail }) => detail.current),
    [1],
  );
  const moves = (await phone.log('transition')).length;
  await phone.swipe('#plain', 0, -60);
  assert.equal((await phone.log('transition')).length, moves);
});

test('dragged a little a swiper comes back', async (t) => {
  const phone = await openPageOf(t, 'swiper');
  await phone.drag('#plain', -40, 0);
  assert.deepEqual(await phone.log('change'), []);
});

test('a vertical drag over a horizontal swiper is not its own', async (t) => {
  const phone = await openPageOf(t, 'swiper');
  await phone.drag('#plain', 10, 80);
  assert.deepEqual(await phone.log('transition'), []);
});

test('set by the page a swiper moves without a finger, also back to what the page already had', async (t) => {
  const phone = await openPageOf(t, 'swiper');
  await phone.setData({ current: 2 });
  await phone.drag('#plain', -250, 0);
  await phone.setData({ current: 2 });
  const changes = (await phone.log('change')).map(({ detail }) => [detail.current, detail.source]);
  assert.deepEqual(changes, [
    [2, ''],
    [3, 'touch'],
    [2, ''],
  ]);
});

test('beyond the last slide of a circle comes the first', async (t) => {
  const phone = await openPageOf(t, 'swiper');
  for (let slide = 0; slide < 4; slide += 1) await phone.drag('#circle', -220, 0, 3);
  await phone.drag('#circle', 220, 0, 3);
  assert.deepEqual(
    (await phone.log('change')).map(({ detail }) => detail.current),
    [1, 2, 3, 0, 3],
  );
});

test('autoplay turns the slides, and stops when it is switched off', async (t) => {
  const phone = await openPageOf(t, 'swiper');
  await phone.setData({ autoplay: true });
  await phone.logged('change', 5);
  await phone.setData({ autoplay: false });
  const changes = await phone.log('change');
  assert.deepEqual(
    changes.slice(0, 5).map(({ detail }) => [detail.current, detail.source]),
    [
      [1, 'autoplay'],
      [2, 'autoplay'],
      [3, 'autoplay'],
      [0, 'autoplay'],
      [1, 'autoplay'],
    ],
  );
  await phone.page.waitForTimeout(300);
  assert.equal((await phone.log('change')).length, changes.length);
});

test('several slides at once share the height of a vertical swiper', async (t) => {
  const phone = await openPageOf(t, 'swiper');
  const heights = await phone.ofAll(
    '#vertical wx-swiper-item',
    '(nodes) => nodes.map((node) => node.getBoundingClientRect().height)',
  );
  assert.deepEqual(heights, [75, 75, 75, 75]);
  await phone.drag('#vertical', 0, -80);
  assert.deepEqual(
    (await phone.log('change')).map(({ detail }) => detail.current),
    [1],
  );
});

test('a slide that is removed takes the swiper back to one that exists', async (t) => {
  const phone = await openPageOf(t, 'swiper');
  await phone.setData({ current: 3 });
  await phone.setData({ colors: ['#c33', '#3a3'] });
  await phone.page.waitForTimeout(50);
  const box = await phone.page.locator('#plain wx-swiper-item').nth(1).boundingBox();
  assert.equal(box?.x, 0);
});

test('what is out of sight in a swiper is out of reach of the Tab key', async (t) => {
  const phone = await openPageOf(t, 'swiper');
  const inert = () => phone.ofAll('#plain wx-swiper-item', '(nodes) => nodes.map((node) => node.inert)');
  assert.deepEqual(await inert(), [false, true, true, true]);
  await phone.setData({ current: 1 });
  assert.deepEqual(await inert(), [true, false, true, true]);
});
