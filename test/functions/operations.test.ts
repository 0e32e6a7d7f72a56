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

describe('the rhythm of the timer', () => {
  let t: Town;
  before(async () => {
    t = await town({ environment: {} });
  });
  after(() => t.close());

  /** What the timer asks of the database in one tick. */
  const asked = async (): Promise<number> => {
    let plans = 0;
    const takeDown = t.onPlan(() => {
      plans += 1;
    });
    await t.sweep();
    takeDown();
    return plans;
  };
  const toTheNext = async (stretch: number): Promise<void> => {
    await t.clock.advance(stretch - (t.clock.now() % stretch) + 1_000);
  };
  /** A document of the demonstration once more, which has been due for a minute. */
  const wake = (what: string): void => {
    const [one] = t.store.find(what, {}).documents;
    t.store.insert(what, [{ ...one, _id: 'due', wakeAt: t.clock.now() - MINUTE, effects: [] }]);
  };
  /** What the ticks until now found due where they looked last. */
  const found = (): unknown[] => {
    const [tick] = t.store.find('operations', {}).documents;
    const counts = (tick?.['counts'] ?? []) as { what: string }[];
    return counts.map(({ what }) => what).filter((what) => what === 'courses' || what === 'requests');
  };

  test('an idle tick asks a dozen things; what waits for days is looked at with the first tick of every ten minutes', async () => {
    await toTheNext(10 * MINUTE);
    await t.sweep();
    await t.sweep();
    const idle = await asked();
    await toTheNext(10 * MINUTE);
    const whole = await asked();
    assert.ok(idle <= 14, `an idle tick asks ${idle} things`);
    assert.ok(whole >= idle + 18, `a whole one asks ${whole}`);
  });

  test('what became due between two looks waits for the next one, and is nothing late; what somebody waits for does not', async () => {
    await toTheNext(10 * MINUTE);
    await t.sweep();
    for (const what of ['courses', 'requests']) wake(what);
    await t.clock.advance(MINUTE);
    await t.sweep();
    assert.deepEqual(found(), ['requests']);
    await t.clock.advance(9 * MINUTE);
    await t.sweep();
    assert.ok(found().includes('courses'));
    const { late } = await t.as('admin').call('operations.get', {});
    assert.deepEqual(
      late.filter(({ what }) => what === 'courses'),
      [],
    );
  });
});
