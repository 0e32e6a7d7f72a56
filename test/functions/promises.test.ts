import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { DAY, dayOf, HOUR, MINUTE } from '../../cloudfunctions/core/calendar';
import type { ServiceRequest } from '../../cloudfunctions/service/request/model';
import * as scenes from '../proof/rows/scenes';
import { type ProofTown, proofTown } from '../proof/support/proof-town';
import { storedOf } from './stored';

/** 超期前系统先道歉解释 (story 4): every promise to a household, on one Wednesday at ten in the morning. */
describe('a promise that may be late is explained before it is broken', () => {
  let t: ProofTown;
  before(async () => {
    t = await proofTown();
  });
  beforeEach(() => t.begin());
  after(() => t.close());

  const stored = (id: string) =>
    // What the functions wrote.
    storedOf<ServiceRequest>(t, 'requests', id);
  const until = (at: number) => t.pass(at - t.clock.now());
  const explained = (id: string) =>
    stored(id)
      .timeline.filter(({ command }) => command === 'explain')
      .map(({ says }) => says);
  const deskHears = async (what: RegExp) => {
    const { items } = await t.as('dispatcher').call('me.inbox', { after: null });
    assert.match(items.map(({ text }) => text).join('|'), what);
  };

  test('each tier ends on its working day, and each is explained hours before, with how it stands', async () => {
    const days = { onspot: '2026-11-25', normal: '2026-11-30', hard: '2026-12-04' } as const;
    assert.equal(dayOf(t.clock.now()), '2026-11-25', 'a Wednesday');
    for (const tier of ['onspot', 'normal', 'hard'] as const) {
      await t.begin();
      const id = await scenes.reported(t);
      await t.as('dispatcher').call('request.dispatch', { id, ...scenes.orders, tier });
      const dueAt = stored(id).dueAt ?? 0;
      assert.equal(dayOf(dueAt), days[tier]);
      await until(dueAt - 5 * HOUR);
      const before = explained(id).length;
      await until(dueAt - HOUR);
      assert.ok(explained(id).length === 1 && before <= 1, tier);
      assert.match(explained(id).join(), /网格员还没接下，给您赔个不是/);
      await deskHears(/眼看到日子了/);
      await until(dueAt + DAY);
      assert.equal(explained(id).length, 1, 'once a promise');
    }
  });

  test('three working days before the National Day are the make-up Saturday after it', async () => {
    await t.clock.set(Date.parse('2026-09-30T10:00:00+08:00'));
    const id = await scenes.dispatched(t);
    assert.equal(dayOf(stored(id).dueAt ?? 0), '2026-10-10');
  });

  test('the first word of a claim, within a day: said the evening before, for at six in the morning nobody hears it', async () => {
    const id = await scenes.claimed(t);
    const at = t.clock.now();
    await t.pass(9 * HOUR);
    assert.deepEqual(explained(id), []);
    await t.pass(HOUR + 5 * MINUTE);
    assert.match(explained(id).join(), /说好一天内跟您联系/);
    await until(at + DAY);
    assert.equal(explained(id).length, 1);
    await until((stored(id).helper?.promisedFor ?? 0) - MINUTE);
    assert.match(explained(id).at(-1) ?? '', /还没办完/, 'and the day itself by itself');
  });

  test('who is reached in time hears no excuse', async () => {
    const id = await scenes.underWay(t);
    await t.pass(DAY);
    assert.deepEqual(explained(id), []);
  });

  test('the day on which a matter that cannot be done now is looked at again', async () => {
    const id = await scenes.pending(t);
    await until((stored(id).dueAt ?? 0) - HOUR);
    assert.match(explained(id).join(), /再看的，还没看完，没忘/);
    await deskHears(/眼看到日子了/);
  });

  test('the call after a bad rating, and the day on which it was to be put right', async () => {
    const id = await scenes.delivered(t);
    await t.as('elder').call('request.confirm', { id, level: 1, words: '来晚了' });
    const limit = stored(id).rectify?.dueAt ?? 0;
    await until(limit - HOUR);
    assert.match(explained(id).join(), /打电话问问的，还没打成，给您赔个不是/);
    await deskHears(/回访眼看到期限了/);
    const day = t.clock.now() + 3 * DAY;
    const call = { id, cause: 'slow', way: 'by', until: day, note: '再去一趟' } as const;
    await t.as('dispatcher').call('rating.call_back', call);
    await until(day - MINUTE);
    assert.match(explained(id).at(-1) ?? '', /改好的，眼看到日子了还没改完/);
  });
});
