import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BuiltinsPhone, openPageOf } from './fixture';

const place = async (phone: BuiltinsPhone, selector: string) => {
  const area = await phone.page.locator('wx-movable-area').boundingBox();
  const box = await phone.page.locator(selector).boundingBox();
  return [Math.round((box?.x ?? 0) - (area?.x ?? 0)), Math.round((box?.y ?? 0) - (area?.y ?? 0))];
};

test('a movable view stands at x and y, follows the finger, and stays inside its area', async (t) => {
  const phone = await openPageOf(t, 'movable');
  await phone.page.waitForTimeout(50);
  assert.deepEqual(await place(phone, '#all'), [20, 30]);
  await phone.drag('#all', 50, 40);
  assert.deepEqual(await place(phone, '#all'), [70, 70]);
  const moves = await phone.log('move');
  assert.deepEqual(moves.at(-1)?.detail, { x: 70, y: 70, source: 'touch' });
  await phone.drag('#all', -300, -300);
  assert.deepEqual(await place(phone, '#all'), [0, 0]);
});

test('a movable view with a direction moves only that way', async (t) => {
  const phone = await openPageOf(t, 'movable');
  await phone.page.waitForTimeout(50);
  await phone.drag('#horizontal', 60, 30);
  assert.deepEqual(await place(phone, '#horizontal'), [60, 120]);
});

test('out-of-bounds lets a view over the edge while it is held, and takes it back afterwards', async (t) => {
  const phone = await openPageOf(t, 'movable');
  await phone.page.waitForTimeout(50);
  await phone.drag('#loose', -60, 0);
  const sources = (await phone.log('move'))
    .filter(({ target }) => target === 'loose')
    .map(({ detail }) => detail.source);
  assert.ok(sources.includes('touch-out-of-bounds'));
  assert.equal(sources.at(-1), 'out-of-bounds');
  assert.deepEqual(await place(phone, '#loose'), [0, 200]);
});

test('the page moves a view by its data', async (t) => {
  const phone = await openPageOf(t, 'movable');
  await phone.setData({ x: 100, y: 110 });
  assert.deepEqual(await place(phone, '#all'), [100, 110]);
  assert.deepEqual(await phone.problems(), []);
});
