import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { HOUR, MINUTE } from '../../cloudfunctions/core/calendar';
import { type Town, town } from '../support/town';

describe('运行情况', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const now = () => t.as('admin').call('operations.get', {});

  test('a timer that never ran, runs, and stops again is told so', async () => {
    assert.deepEqual([(await now()).tickAt, (await now()).stopped], [null, true]);
    await t.sweep();
    assert.equal((await now()).stopped, false);
    await t.clock.advance(6 * MINUTE);
    assert.equal((await now()).stopped, true);
    await t.sweep();
    const { tickAt, stopped } = await now();
    assert.equal(stopped, false);
    assert.ok(Math.abs((tickAt ?? 0) - t.clock.now()) < MINUTE);
  });

  test('what waited too long is named by its kind, and gone when the timer has caught up', async () => {
    await t.clock.advance(48 * HOUR);
    await t.sweep();
    assert.ok((await now()).late.some(({ what, count }) => what === 'sessions' && count > 0));
    await t.sweep();
    assert.deepEqual((await now()).late, []);
  });

  test('a document that cannot be woken is counted, and keeps no other asleep', async () => {
    t.store.insert('walks', [
      { _id: 'broken', schema: 99, version: 1, wakeAt: t.clock.now() - HOUR, effects: [] },
    ]);
    await t.sweep();
    assert.deepEqual((await now()).failed, [{ what: 'walks', count: 1 }]);
  });
});
