import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY, HOUR, MINUTE } from '../../cloudfunctions/core/calendar';
import type { Session } from '../../cloudfunctions/school/session/model';
import { type Town, town } from '../support/town';
import { wish } from './wish';

describe('办成了多少事', () => {
  let t: Town;
  before(async () => {
    t = await town({ environment: {} });
  });
  after(() => t.close());

  const get = () => t.as('stranger').call('numbers.get', {});
  async function solved(text: string): Promise<string> {
    const { id } = await t.as('elder').call('request.submit', { ...wish, text });
    await t
      .as('dispatcher')
      .call('request.publish', { id, title: text, publicText: '一位长者的小心愿', category: 'elder_care' });
    const member = t.as('member');
    await member.call('request.claim', { id, promisedFor: t.clock.now() + DAY });
    await member.call('request.contact', { id, note: '约好了' });
    await member.call('request.deliver', { id, note: '办了' });
    await t.as('elder').call('request.confirm', { id, level: null, words: '' });
    return id;
  }

  test('only what a resident says is solved counts as solved, and everything is counted by the timer [S73] [S11]', async () => {
    await t.sweep();
    const before = await get();
    await solved('想剪头发');
    const { id } = await t.as('elder').call('request.submit', { ...wish, text: '想换灯泡' });
    await t.as('dispatcher').call('request.decline', { id, reason: '没有这样的灯泡', whereTo: '五金店' });
    await t.as('elder').call('request.submit', { ...wish, text: '想读报' });
    assert.deepEqual(await get(), before, 'not before it is counted');
    await t.pass(61 * MINUTE);
    const now = await get();
    assert.equal(now.totals.solved, before.totals.solved + 1);
    assert.equal(now.totals.open, before.totals.open + 1);
    assert.deepEqual(now.reasons, [{ why: 'declined', count: 1 }]);
    assert.equal(now.weeks.length, 7);
    assert.equal(now.weeks.at(-1)?.solved, 1);
    assert.equal(now.months.at(-1)?.open, 1);
    assert.equal(now.personTimes, before.personTimes + 1);
  });

  test('opened again, it is not solved any more', async () => {
    const id = await solved('想有人说说话');
    await t.pass(61 * MINUTE);
    const { totals } = await get();
    await t.as('elder').call('request.reopen', { id, words: '没说上', changePerson: true });
    await t.pass(61 * MINUTE);
    assert.equal((await get()).totals.solved, totals.solved - 1);
  });

  test('a group smaller than five is not shown as a number, and no person is in the reply', async () => {
    const small = await get();
    assert.ok(small.categories.every(({ solved: count }) => count === null));
    for (let n = 0; n < 5; n += 1) await solved(`第 ${n} 件`);
    await t.pass(61 * MINUTE);
    const now = await get();
    assert.ok((now.categories.find(({ category }) => category === 'elder_care')?.solved ?? 0) >= 5);
    assert.ok(now.communities.some(({ solved: count }) => count === null));
    assert.doesNotMatch(JSON.stringify(now), /sample_|样例党员|样例长者/);
  });

  test('a class that was held counts once, a seat in which somebody sat is one 人次', async () => {
    const { startsAt, endsAt } = await t.as('resident').call('session.take', { id: 's-table' });
    const before = await get();
    assert.equal(await sat(), 0, 'nothing is over yet');
    await t.pass(startsAt - t.clock.now() - 10 * MINUTE);
    const { roster } = await t.as('host').call('session.console', { id: 's-table' });
    const [first] = roster;
    assert.ok(first, 'somebody holds a seat');
    await t.as('host').call('session.mark', { id: 's-table', seat: first.seat, arrived: true });
    await t.pass(endsAt - t.clock.now() + HOUR);
    await t.pass(HOUR);
    const held = t.store.find('sessions', { shelf: 'past', state: { $ne: 'cancelled' } }).documents.length;
    assert.ok(held >= 1);
    const now = await get();
    assert.equal(now.activities, held);
    assert.equal(now.personTimes - before.personTimes, await sat());
    assert.ok((await sat()) >= 1);
  });

  test('what is long over is counted once: later counts look at no class of before, and say the same', async () => {
    const before = await get();
    await t.pass(61 * DAY);
    const now = await get();
    assert.ok(now.activities >= before.activities && before.activities >= 1);
    const old = t.clock.now() - 60 * DAY;
    let looked = 0;
    const deaf = t.onPlan(({ collection, index, examined }) => {
      if (collection === 'sessions' && index === 'shelf') looked += examined;
    });
    await t.pass(61 * MINUTE);
    deaf();
    const recent = t.store.find('sessions', { shelf: 'past', startsAt: { $gte: old - DAY } }).documents
      .length;
    assert.ok(recent < now.activities, 'most of what was held is long over');
    assert.ok(looked <= recent, `${looked} of ${recent}`);
    assert.deepEqual({ ...(await get()), at: 0 }, { ...now, at: 0 });
  });

  test('which needs lack a class or a helper is counted by kind, and fewer than five are not told', async () => {
    const [course] = t.store.find('courses', { _id: 'c-food' }).documents;
    const asking = async () =>
      (await get()).lackingClasses.find(({ track }) => track === course?.['track'])?.asking ?? 0;
    await t.as('member').call('course.order_branch', {
      id: 'c-food',
      branch: '样例支部',
      size: 12,
      ordered: true,
    });
    await t.pass(61 * MINUTE);
    assert.ok((await asking()) >= 12, String(await asking()));
    const { lacking } = await get();
    for (const { count } of lacking) assert.ok(count === null || count >= 5, String(count));
    const { id } = await t.as('elder').call('request.submit', { ...wish, text: '想要一副老花镜' });
    await t
      .as('dispatcher')
      .call('request.publish', { id, title: '老花镜', publicText: '一副老花镜', category: 'errand' });
    await t.pass(61 * MINUTE);
    assert.equal((await get()).lacking.find(({ category }) => category === 'errand')?.count, null);
  });

  /** Seats in classes that are over, in which somebody sat. */
  async function sat(): Promise<number> {
    // What the function wrote.
    const past = t.store.find('sessions', { shelf: 'past', state: { $ne: 'cancelled' } })
      .documents as unknown as Session[];
    return past.flatMap(({ holders }) => holders).filter(({ arrived }) => arrived !== undefined).length;
  }
});
