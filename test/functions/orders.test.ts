import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import { personIdOf } from '../../database/seed/samples/people';
import { type Town, town } from '../support/town';
import { drafted, planFor } from './plan';

describe('点课 → 排课 → 送课, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const desk = () => t.as('office').call('course.orders', {});
  const news = async (key: string) => (await t.as(key).call('me.inbox', { after: null })).items;

  test('orders of people and of branches merge in their course; enough of them are in the pool by themselves; who ordered is shown to nobody [S39]', async () => {
    const order = (key: string, ordered = true) =>
      t.as(key).call('course.order', { ids: ['c-food'], ordered });
    await order('elder');
    await order('resident');
    const waiting = (await desk()).waiting.find(({ id }) => id === 'c-food');
    assert.deepEqual([waiting?.heads, waiting?.enough, waiting?.pooledAt], [2, 6, null]);
    const branch = (key: string, name: string, size: number) =>
      t.as(key).call('course.order_branch', { id: 'c-food', branch: name, size, ordered: true });
    const view = await branch('member', '样例第一支部', 3);
    assert.deepEqual([view.branchOrder, view.missing], [{ name: '样例第一支部', size: 3 }, 1]);
    await branch('member-b', '样例 第一支部', 4);
    const { pool } = await desk();
    const line = pool.find(({ id }) => id === 'c-food');
    assert.deepEqual([line?.heads, line?.branches.length], [6, 1], 'one branch is counted once');
    assert.ok(line?.pooledAt);
    const other = await t.as('member').call('course.get', { id: 'c-papers' });
    assert.equal(other.branch, '样例第一支部', 'remembered for the next time');
    assert.ok(!JSON.stringify(pool).includes(personIdOf('elder')));
    await order('resident', false);
    assert.equal((await desk()).pool.length, 0, 'an order taken back leaves the pool again');
    await order('resident');
    assert.equal((await desk()).pool.length, 1);
  });

  test('the class that is published from the pool serves all who ordered, with one message each and the seat one tap away [S39]', async () => {
    const id = await drafted(t, { courseId: 'c-food' });
    assert.deepEqual((await desk()).pool[0]?.planned?.id, id, 'nobody schedules it twice unawares');
    await t.as('office').call('session.submit', { id });
    await t.as('committee').call('session.approve', { id });
    for (const key of ['elder', 'member'])
      assert.equal((await news(key)).length, 0, 'nothing before it stands');
    await t.as('office').call('session.publish', { id });
    for (const key of ['elder', 'resident', 'member', 'member-b']) {
      const told = (await news(key)).filter(({ title }) => title === '您点的课排上了');
      assert.equal(told.length, 1, key);
      assert.equal(told[0]?.link, `/packages/school/session/session?id=${id}`);
    }
    assert.match((await news('member'))[0]?.text ?? '', /给样例第一支部占几座/);
    assert.equal((await t.as('elder').call('session.take', { id })).mine.is, 'seated');
    assert.deepEqual(await desk(), { pool: [], waiting: [] });

    await t.as('office').call('session.cancel', { id, reason: '停电' });
    assert.equal((await desk()).pool[0]?.heads, 6, 'a wish is not lost with the class');
  });

  test('orders of somebody who was erased are gone with them', async () => {
    await t.as('storyteller').call('course.order', { ids: ['c-papers'], ordered: true });
    const heads = async () => (await desk()).waiting.find(({ id }) => id === 'c-papers')?.heads;
    assert.equal(await heads(), 1);
    await t.as('storyteller').call('data.erase', { understood: true });
    await t.pass(25 * DAY);
    await t.sweep();
    assert.equal(await heads(), undefined);
  });

  test('only the office reads what is wanted', async () => {
    assert.equal((await t.as('host').refused('course.orders', {})).code, 'NOT_ALLOWED');
    const plan = planFor(t, { hostId: null });
    assert.equal(
      (await t.as('host').refused('session.draft', { id: null, version: 0, plan })).code,
      'NOT_ALLOWED',
    );
  });
});
