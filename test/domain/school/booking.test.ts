import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { HOUR, timeOnDay } from '../../../cloudfunctions/core/calendar';
import { DEFAULT_SETTINGS } from '../../../cloudfunctions/core/settings';
import {
  CLAIM_GRACE_MS,
  giveBack,
  keyOf,
  overlap,
  take,
} from '../../../cloudfunctions/school/booking/decide';
import type { Booking, Claim } from '../../../cloudfunctions/school/booking/model';
import { type Around, misfitsOf } from '../../../cloudfunctions/school/session/fits';
import { base } from '../../../database/seed/base';

const NOW = Date.UTC(2026, 10, 25, 2);
const room: Booking = { ...base('b1', NOW), kind: 'venue', resourceId: 'main', month: '2026-12', claims: [] };
const claim = (sessionId: string, startsAt: number, hours = 1): Claim => ({
  sessionId,
  title: sessionId,
  startsAt,
  endsAt: startsAt + hours * HOUR,
  at: NOW,
});

test('whatever is taken and given back in whatever order, no two classes overlap', () => {
  const command = fc.record({
    session: fc.constantFrom('a', 'b', 'c', 'd'),
    hour: fc.integer({ min: 0, max: 12 }),
    hours: fc.integer({ min: 1, max: 4 }),
    back: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      let booking = room;
      for (const { session, hour, hours, back } of commands) {
        const wish = claim(session, NOW + hour * HOUR, hours);
        if (back) booking = giveBack(booking, session, wish.startsAt);
        else {
          const outcome = take(booking, wish);
          if (outcome.is === 'taken') booking = outcome.booking;
          else assert.ok(outcome.is === 'collides' && overlap(outcome.claim, wish));
        }
        for (const one of booking.claims)
          for (const other of booking.claims)
            assert.ok(one.sessionId === other.sessionId || !overlap(one, other));
      }
    }),
  );
});

test('taking twice takes once; a claim for which no class stands gives way after two minutes, not before', () => {
  const first = take(room, claim('a', NOW));
  assert.ok(first.is === 'taken');
  const again = take(first.booking, claim('a', NOW));
  assert.ok(again.is === 'taken' && again.booking === first.booking);
  const stale = new Set([keyOf(claim('a', NOW))]);
  assert.equal(take(first.booking, claim('b', NOW), stale).is, 'collides');
  const later = take(first.booking, { ...claim('b', NOW), at: NOW + CLAIM_GRACE_MS }, stale);
  assert.ok(later.is === 'taken');
  assert.deepEqual(
    later.booking.claims.map(({ sessionId }) => sessionId),
    ['b'],
  );
});

const free: Around = {
  room: 40,
  atVenue: [],
  teacher: { consent: 'given', slots: [] },
  withTeacher: [],
  tells: [],
};
const evening = timeOnDay(NOW, '19:00', 7);
const wish = { startsAt: evening, endsAt: evening + HOUR, capacity: 30 };
const kinds = (change: Partial<Around>, asked = wish) =>
  misfitsOf(asked, { ...free, ...change }, DEFAULT_SETTINGS).map(
    ({ kind, blocks }) => `${kind}${blocks ? '!' : ''}`,
  );

test('everything that can stand against a class is named; what only should be known does not block it [S23]', () => {
  const other = { sessionId: 'x', title: '另一节', startsAt: evening, endsAt: evening + HOUR };
  const before = { ...other, startsAt: evening - HOUR, endsAt: evening };
  assert.deepEqual(kinds({}), []);
  assert.deepEqual(kinds({ atVenue: [before], withTeacher: [before] }), [], 'one after the other fits');
  assert.deepEqual(kinds({ atVenue: [other] }), ['venue_taken!']);
  assert.deepEqual(kinds({ room: 20 }), ['room_small!']);
  assert.deepEqual(kinds({ room: null }), [], 'a room that nobody counted limits nothing');
  assert.deepEqual(kinds({ withTeacher: [other] }), ['teacher_taken!']);
  assert.deepEqual(kinds({ teacher: { consent: 'withdrawn', slots: [] } }), ['teacher_no_consent!']);
  assert.deepEqual(kinds({ teacher: { consent: 'given', slots: ['1-morning'] } }), ['teacher_not_free']);
  const month = '2026-12';
  assert.deepEqual(kinds({ tells: [{ _id: 's', resting: [month], places: [] }] }), ['teacher_resting!']);
  const places = [
    { walkId: 'w1', day: '2026-12-20', half: 'morning' as const },
    { walkId: 'w2', day: '2026-12-02', half: 'morning' as const },
  ];
  assert.deepEqual(
    kinds({ tells: [{ _id: 's', resting: [], places }] }),
    ['teacher_cap!'],
    'walks count for the cap',
  );
  const [, walk] = places;
  const morning = { ...wish, startsAt: timeOnDay(evening, '09:00'), endsAt: timeOnDay(evening, '10:00') };
  assert.deepEqual(kinds({ tells: [{ _id: 's', resting: [], places: walk ? [walk] : [] }] }, morning), [
    'teacher_walks!',
  ]);
  const holiday = timeOnDay(Date.UTC(2026, 9, 1), '09:00');
  const found = misfitsOf({ startsAt: holiday, endsAt: holiday + HOUR, capacity: 1 }, free, DEFAULT_SETTINGS);
  assert.deepEqual(
    found.map(({ kind, word }) => [kind, word]),
    [['holiday', '国庆节']],
  );
});
