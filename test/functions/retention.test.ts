import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY, MINUTE } from '../../cloudfunctions/core/calendar';
import { RETENTION } from '../../cloudfunctions/people/my-data/retention';
import { type Town, town } from '../support/town';

/** What is kept for so many days and no longer (rules 4.2). */
describe('what is past its time', () => {
  let t: Town;
  before(async () => {
    t = await town();
    // On the full ten minutes, so that the next ones begin ten minutes later.
    await t.clock.set(Math.ceil(t.clock.now() / (10 * MINUTE)) * 10 * MINUTE);
    await t.sweep();
  });
  after(() => t.close());

  const kept = (name: string): boolean[] =>
    ['past', 'nearly'].map((_id) => t.store.find(name, { _id }).documents.length === 1);
  const all = (expected: readonly boolean[]) =>
    Object.fromEntries(Object.keys(RETENTION).map((name) => [name, expected]));
  const now = () => Object.fromEntries(Object.keys(RETENTION).map((name) => [name, kept(name)]));

  test('goes with the first tick of every ten minutes, and what is not stays', async () => {
    for (const [name, days] of Object.entries(RETENTION)) {
      const past = t.clock.now() - days * DAY - MINUTE;
      t.store.insert(name, [
        { _id: 'past', code: 'past', createdAt: past },
        { _id: 'nearly', code: 'nearly', createdAt: past + 30 * MINUTE },
      ]);
    }
    await t.pass(MINUTE);
    assert.deepEqual(now(), all([true, true]), 'a tick within the same ten minutes looks for none');
    await t.pass(9 * MINUTE);
    assert.deepEqual(now(), all([false, true]));
    await t.pass(30 * MINUTE);
    assert.deepEqual(now(), all([false, false]));
  });

  test('goes also when the tick before could not be noted', async () => {
    t.store.insert('bookings', [{ _id: 'past', createdAt: t.clock.now() - 500 * DAY }]);
    t.faults.add({
      on: 'database',
      collection: 'operations',
      times: 9,
      effect: { type: 'fail', code: 'SYS_ERR' },
    });
    await t.sweep();
    t.faults.clear();
    assert.deepEqual(kept('bookings'), [false, false]);
  });
});
