import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, HOUR } from '../../cloudfunctions/core/calendar';
import { type Town, town } from '../support/town';
import { planFor, published } from './plan';

/** Two evenings that `resident` kept a seat for and did not come to, and a third that is full. */
async function afterTwoMissed(t: Town): Promise<string> {
  const { startsAt } = planFor(t);
  for (const days of [0, 2]) {
    const id = await published(t, { startsAt: startsAt + days * DAY });
    await t.as('resident').call('session.take', { id });
  }
  const full = await published(t, { courseId: 'c-vow', capacity: 1, startsAt: startsAt + 8 * DAY });
  // One step for each of begin, end and filing: what is due is done one after the other.
  await t.pass(startsAt + 3 * DAY - t.clock.now());
  await t.pass(HOUR);
  await t.as('member').call('session.take', { id: full });
  return full;
}

test('two seats kept and not used: nothing comes of it, unless the street set it so [S51]', async () => {
  const t = await town();
  try {
    const id = await afterTwoMissed(t);
    const mine = await t.as('resident').call('session.wait', { id });
    assert.deepEqual(mine.mine, { is: 'waiting', place: 1 });
    assert.ok(!('missedToEnd' in mine), 'nothing is shown of a rule that does not hold');
    assert.equal(mine.startsAt - mine.lateFrom, 3 * HOUR, 'as the street has set it');
    await t.as('daughter').call('session.wait', { id });
    assert.deepEqual((await t.as('resident').call('session.get', { id })).mine, { is: 'waiting', place: 1 });
  } finally {
    await t.close();
  }
});

test('where it is set, the next line has them last once, a free seat is still theirs, and leaving late counts for nothing', async () => {
  const t = await town({ environment: { RS_SETTINGS: JSON.stringify({ noShowToEnd: true }) } });
  try {
    const { startsAt } = planFor(t);
    const id = await afterTwoMissed(t);
    await t.as('resident').call('session.wait', { id });
    await t.as('daughter').call('session.wait', { id });
    const own = await t.as('resident').call('session.get', { id });
    assert.deepEqual(own.mine, { is: 'waiting', place: 2, last: true });
    assert.deepEqual((await t.as('daughter').call('session.get', { id })).mine, { is: 'waiting', place: 1 });
    await t.as('member').call('session.leave', { id });
    assert.equal((await t.as('daughter').call('session.get', { id })).mine.is, 'offered');

    const other = await published(t, { startsAt: startsAt + 12 * DAY });
    assert.equal((await t.as('resident').call('session.take', { id: other })).mine.is, 'seated');

    // An hour before two classes each, well within three hours: allowed, and never remembered.
    for (const days of [16, 18]) {
      const late = await published(t, { startsAt: startsAt + days * DAY });
      await t.as('elder').call('session.take', { id: late });
      await t.pass(startsAt + days * DAY - HOUR - t.clock.now());
      assert.equal((await t.as('elder').call('session.leave', { id: late })).mine.is, 'none');
      await t.pass(4 * HOUR);
    }
    const next = await published(t, { courseId: 'c-vow', capacity: 1, startsAt: startsAt + 24 * DAY });
    await t.as('member').call('session.take', { id: next });
    assert.deepEqual((await t.as('elder').call('session.wait', { id: next })).mine, {
      is: 'waiting',
      place: 1,
    });
  } finally {
    await t.close();
  }
});
