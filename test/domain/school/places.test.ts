import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY, HOUR } from '../../../cloudfunctions/core/calendar';
import { Refusal } from '../../../cloudfunctions/core/refusal';
import { DEFAULT_SETTINGS } from '../../../cloudfunctions/core/settings';
import { classKey, freeClass, holdClass, withoutStale } from '../../../cloudfunctions/school/route/classes';
import { rest } from '../../../cloudfunctions/school/route/consent';
import type { Stop } from '../../../cloudfunctions/school/route/model';
import { classesIn, free, hold, monthsFrom, stateIn } from '../../../cloudfunctions/school/route/places';
import { sampleStops } from '../../../database/seed/stops';

/** 2026-11-30 23:30 in Shanghai: the month turns within the hour. */
const NOW = Date.UTC(2026, 10, 30, 15, 30);

function teller(): Stop {
  const [stop] = sampleStops(NOW);
  assert.ok(stop);
  return stop;
}
const step = (rid: string, now = NOW) => ({ now, rid, by: 'p' });
const wish = (walkId: string, at: number, size = 3) => ({ walkId, at, size, half: 'morning' as const });

const classOn = (sessionId: string, startsAt: number) => ({
  sessionId,
  teacherId: 't',
  startsAt,
  endsAt: startsAt + HOUR,
  at: NOW,
});

test('months are counted in Shanghai and go over the end of the year', () => {
  assert.deepEqual(monthsFrom(NOW, 3), ['2026-11', '2026-12', '2027-01']);
  assert.deepEqual(monthsFrom(NOW + DAY, 2), ['2026-12', '2027-01']);
});

test('the cap counts every month on its own; a place that was given back can be taken again', () => {
  const december = Date.UTC(2026, 11, 10, 4);
  const one = hold(teller(), wish('a', december), step('1'), DEFAULT_SETTINGS);
  const two = hold(one, wish('b', december + DAY), step('2'), DEFAULT_SETTINGS);
  assert.equal(stateIn(two, '2026-12', 2), 'full');
  assert.equal(stateIn(two, '2027-01', 2), 'open');
  assert.throws(() => hold(two, wish('c', december + 2 * DAY), step('3'), DEFAULT_SETTINGS), {
    code: 'STOP_FULL',
  });
  const back = free(two, 'a', step('4'));
  assert.equal(stateIn(back, '2026-12', 2), 'open');
  assert.equal(free(back, 'a', step('5')), back, 'given back twice changes nothing');
});

test('places of months that are over are forgotten, those of this month are not', () => {
  const soon = hold(teller(), wish('a', NOW + DAY), step('1'), DEFAULT_SETTINGS);
  const later = NOW + 40 * DAY;
  const next = hold(soon, wish('b', later + 2 * DAY), step('2', later), DEFAULT_SETTINGS);
  assert.deepEqual(
    next.places.map(({ walkId }) => walkId),
    ['b'],
  );
});

test('rest is of this month only and ends with it by itself', () => {
  const rested = rest(teller(), true, step('1'));
  assert.equal(stateIn(rested, '2026-11', 2), 'resting');
  assert.equal(stateIn(rested, '2026-12', 2), 'open');
  assert.equal(rest(rested, true, step('2')), rested, 'said twice is said once');
  assert.deepEqual(rest(rest(rested, true, step('3', NOW + DAY)), false, step('4', NOW + DAY)).resting, []);
});

test('the day begins and ends in Shanghai: a minute after midnight is tomorrow', () => {
  const midnight = NOW + 30 * 60_000;
  assert.throws(() => hold(teller(), wish('a', midnight - 1), step('1'), DEFAULT_SETTINGS), {
    code: 'DAY_UNFIT',
  });
  assert.equal(hold(teller(), wish('a', midnight), step('1'), DEFAULT_SETTINGS).places[0]?.day, '2026-12-01');
});

test('walks and classes in whatever order never take more of a storyteller\u2019s month than the cap; a moved class counts once [S23]', () => {
  const command = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    what: fc.constantFrom('walk', 'class', 'free'),
    id: fc.constantFrom('a', 'b', 'c'),
  });
  const december = Date.UTC(2026, 11, 1, 4);
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      let stop = teller();
      for (const [turn, { day, what, id }] of commands.entries()) {
        const at = december + (day - 1) * DAY;
        try {
          if (what === 'walk') stop = hold(stop, wish(`w${turn}`, at), step(`${turn}`), DEFAULT_SETTINGS);
          else if (what === 'free') stop = freeClass(stop, id, at);
          else stop = holdClass(stop, classOn(id, at), DEFAULT_SETTINGS.hostMonthlyCap, NOW);
        } catch (failure) {
          assert.ok(failure instanceof Refusal);
        }
        const taken = stop.places.length + classesIn(stop, '2026-12').length;
        assert.ok(taken <= DEFAULT_SETTINGS.hostMonthlyCap);
      }
    }),
  );
});

test('a class in the hours of a walk is refused; one that was never written gives way after two minutes', () => {
  const december = Date.UTC(2026, 11, 10, 2);
  const walked = hold(teller(), wish('a', december), step('1'), DEFAULT_SETTINGS);
  assert.throws(() => holdClass(walked, classOn('c', december), 2, NOW), { code: 'TEACHER_TAKEN' });
  const held = holdClass(teller(), classOn('c', december), 2, NOW);
  assert.equal(holdClass(held, classOn('c', december), 2, NOW), held, 'taken twice is taken once');
  const stale = new Set([classKey(classOn('c', december))]);
  assert.equal(withoutStale(held, stale, NOW), held, 'it may be being written');
  assert.deepEqual(withoutStale(held, stale, NOW + 120_000).classes, []);
  assert.equal(withoutStale(held, new Set(), NOW + 120_000), held);
});
