import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import { collections } from '../../database/collections';
import { dispatched } from '../proof/rows/scenes';
import { type ProofTown, proofTown } from '../proof/support/proof-town';
import { paired } from './pairs';
import { wish } from './wish';

/** Stands in everything that this person says of themself. */
const MARK = '记号';

describe('whoever is erased leaves nothing behind that says who they were', () => {
  let t: ProofTown;
  before(async () => {
    t = await proofTown();
  });
  after(() => t.close());

  /** Every document of every collection in which the word stands, thanks given to others left out. */
  const traces = (word: string) =>
    Object.keys(collections).flatMap((name) =>
      t.store
        .find(name, {}, { limit: 1000 })
        .documents.filter((doc) => JSON.stringify(doc).includes(word))
        .map((doc) => `${name}/${String(doc['_id'])}`),
    );

  test('an elder who took part in everything: the records of the others stay, without a name and without a word', async () => {
    const elder = t.as('elder');
    await elder.call('me.update', { name: `样例${MARK}`, phone: '13912345678', door: '三单元 402' });
    const pairId = await paired(t);
    const visit = await elder.call('home_lesson.book', { pairId, at: t.clock.now() + 20 * DAY });
    await elder.call('request.submit', { ...wish, text: `${MARK}想剪头发` });
    await elder.call('session.take', { id: 's-table' });
    await elder.call('activity.join', { id: 'a-hair' });
    await elder.call('dual.register', {
      unit: `${MARK}单位`,
      skills: ['repair'],
      free: ['weekend'],
      likes: ['comfort'],
    });
    await elder.call('share.put', { kind: 'thing', text: `${MARK}家一架轮椅，能借`, days: 30 });
    const said = {
      kind: 'volunteer',
      fields: ['volunteer'],
      name: '样例志愿者',
      communityId: 'jianguo',
    } as const;
    await elder.call('award.nominate', {
      ...said,
      fields: ['volunteer'],
      words: `${MARK}说他谁家灯坏了都去`,
    });
    const walk = await elder.call('walk.book', {
      stopId: 'stop-film',
      day: t.clock.now() + 40 * DAY,
      half: 'morning',
      size: 4,
      group: `${MARK}支部`,
      communityId: 'jianguo',
    });
    const before = traces(MARK);
    for (const name of [
      'pairs',
      'homeLessons',
      'sessions',
      'activities',
      'registrations',
      'shares',
      'nominations',
      'walks',
    ])
      assert.ok(
        before.some((trace) => trace.startsWith(`${name}/`)),
        `the test plants something in ${name}`,
      );

    const { erasure } = await elder.call('data.erase', { understood: true });
    await t.pass((erasure?.dueAt ?? 0) - t.clock.now() + 60_000);
    const inboxes = traces(MARK).filter((trace) => trace.startsWith('inbox/'));
    assert.deepEqual(traces(MARK), inboxes, 'only in what others were told');
    assert.deepEqual(traces('sample-elder'), [], 'nor the way from WeChat');

    // What the others had is still theirs.
    assert.equal((await t.as('member').call('home_lesson.get', { id: visit.id })).state, 'cancelled');
    const left = t.store.find('walks', { _id: walk.id }, { limit: 1 }).documents[0];
    assert.equal(left?.['open'], false, 'the place at the stop is free again');
    const told = (await t.as('member').call('me.inbox', { after: null })).items.map(({ title }) => title);
    assert.ok(told.includes('结对到这儿了'));
    await t.pass(181 * DAY);
    await t.sweep();
    assert.deepEqual(traces(MARK), [], 'and there for 180 days');
  });

  test('a grid worker: the power ends on the trail, what was in hand goes back to the desk', async () => {
    await t.begin();
    const id = await dispatched(t);
    const { erasure } = await t.as('grid').call('data.erase', { understood: true });
    await t.pass((erasure?.dueAt ?? 0) - t.clock.now() + 60_000);
    assert.equal((await t.as('resident').call('request.get', { id })).state, 'bounced');
    const { items } = await t.as('auditor').call('role.trail', { after: null });
    const power = items.find(({ personId, role }) => personId === 'sample_grid' && role === 'grid_worker');
    assert.equal(power?.state, 'revoked');
    assert.match(power?.history.at(-1)?.says ?? '', /本人注销了/);
  });
});
