import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, HOUR, startOfWeek } from '../../../cloudfunctions/core/calendar';
import type { Session } from '../../../cloudfunctions/school/session/model';
import { deskWeek } from '../../../cloudfunctions/school/session/schedule-view';
import { sampleSession } from './sample-session';

const monday = startOfWeek(Date.UTC(2026, 11, 1, 4));
const now = monday + 2 * DAY;
const one = (_id: string, at: number, change: Partial<Session> = {}): Session => ({
  ...sampleSession(now, { capacity: 10, elderOpen: 0 }),
  _id,
  startsAt: at,
  endsAt: at + HOUR,
  ...change,
});
const moved = { at: now, reason: '样例', from: now, undecided: true };

test('each class stands where whoever plans looks for it, earliest first', () => {
  const some = [
    one('later', now + 9 * DAY),
    one('this-week', now + DAY),
    one('held', monday + HOUR, { state: 'ended', shelf: 'past' }),
    one('called-off', now + DAY, { state: 'cancelled', shelf: 'past' }),
    one('no-day', now + DAY, { state: 'postponed', postponed: moved }),
    one('plan', now + 2 * DAY, { state: 'draft', shelf: 'hidden' }),
    one('plan-later', now + 20 * DAY, { state: 'approved', shelf: 'hidden' }),
    one('overtaken', now - DAY, { state: 'draft', shelf: 'hidden' }),
    one('overtaken-long', now - 30 * DAY, { state: 'draft', shelf: 'hidden' }),
  ];
  const desk = deskWeek(some, monday, now);
  const ids = Object.fromEntries(
    Object.entries(desk).map(([key, lines]) => [key, lines.map(({ id }) => id)]),
  );
  assert.deepEqual(ids, {
    week: ['held', 'this-week', 'plan'],
    plans: ['plan', 'plan-later'],
    passed: ['overtaken-long', 'overtaken'],
    undecided: ['no-day'],
  });
});
