import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Weekday } from '@contract/plan';
import fc from 'fast-check';
import { dayOf, monthStart, weekdayOf } from '../../../cloudfunctions/core/calendar';
import { Refusal } from '../../../cloudfunctions/core/refusal';
import { plannedDays, startsOf } from '../../../cloudfunctions/school/plan/days';
import { copied, move, propose, put, settle } from '../../../cloudfunctions/school/plan/decide';
import { type FixedClass, newPlan } from '../../../cloudfunctions/school/plan/model';
import { strays } from '../../../cloudfunctions/school/plan/strays';
import { CLASS } from '../../proof/rows/plan';
import { sampleSession } from './sample-session';

const NOW = Date.parse('2026-09-01T09:00:00+08:00');
const step = { now: NOW, rid: 'r', by: 'office' };
const one: FixedClass = { ...CLASS, id: 'one', month: 10 };
const known = {
  courses: new Map(),
  venues: new Map(),
  made: new Map(),
  sessionIdOf: () => 'none',
  now: NOW,
};

test('a class that comes back falls on its weekday in its month and year, whatever these are [S30]', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2024, max: 2040 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 7 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 5 })),
      (year, month, day, weeks) => {
        // One of seven by its range.
        const weekday = day as Weekday;
        const starts = startsOf(year, { month, weekday, weeks, start: '19:00' });
        const all = startsOf(year, { month, weekday, weeks: [], start: '19:00' });
        assert.ok(all.length === 4 || all.length === 5);
        for (const time of starts) {
          assert.equal(weekdayOf(time), weekday);
          assert.equal(dayOf(time).slice(0, 7), `${year}-${String(month).padStart(2, '0')}`);
          assert.ok(all.includes(time));
        }
        const wanted = weeks.length === 0 ? all.length : weeks.filter((week) => week <= all.length).length;
        assert.equal(starts.length, wanted);
      },
    ),
  );
  assert.equal(dayOf(monthStart(2026, 12)), '2026-12-01');
});

test('a holiday is skipped and named; a class without a course says what it wants [S30]', () => {
  const thursdays = plannedDays(2026, 10, [{ ...one, weekday: 4, weeks: [] }], known);
  assert.deepEqual(thursdays.map(({ state, note }) => [state, note])[0], ['holiday', '国庆节放假，不排']);
  assert.ok(thursdays.slice(1).every(({ state }) => state === 'wanting'));
});

test('what the committee has before it is not changed; a decision of another matter settles nothing', () => {
  const plan = put(newPlan(2027, NOW), { id: null, freshId: 'a', month: 1, said: CLASS }, step);
  const proposed = propose(plan, 'm1', { ...step, rid: 'r2' });
  const refused = (run: () => unknown) =>
    assert.throws(run, (error) => error instanceof Refusal && error.code === 'NOT_NOW');
  refused(() => move(proposed, 'a', { month: 2, weekday: 1, weeks: [] }, step));
  refused(() => propose(proposed, 'm2', step));
  assert.equal(settle(proposed, 'm0', true, step), proposed);
  const approved = settle(proposed, 'm1', true, step);
  assert.deepEqual(
    [approved.state, approved.edition, approved.approved?.classes],
    ['approved', 1, plan.classes],
  );
  assert.equal(settle(approved, 'm1', true, step), approved, 'once');

  const changed = move(approved, 'a', { month: 2, weekday: 1, weeks: [2, 2, 1] }, step);
  assert.deepEqual(
    [changed.state, changed.classes[0]?.month, changed.classes[0]?.weeks],
    ['draft', 2, [1, 2]],
  );
  assert.equal(changed.approved?.classes[0]?.month, 1, 'what was approved stands until the next approval');
  refused(() => copied(plan, plan.classes, (id) => id, step));
});

test('a class whose day the plan has no more is named, and one that the office moved by hand is not [S30]', () => {
  const [third = 0] = startsOf(2026, { ...one, weeks: [3] });
  const made = {
    ...sampleSession(NOW, { capacity: 20, elderOpen: 0 }),
    _id: 'made',
    title: '样例课',
    startsAt: third,
    shelf: 'hidden' as const,
    planned: { classId: 'one', day: dayOf(third) },
  };
  const weekly = [{ ...one, weeks: [] }];
  assert.deepEqual(strays(2026, weekly, [made, { ...made, startsAt: third + 86_400_000 }]), []);
  for (const moved of [[], [{ ...one, month: 11 }], [{ ...one, weeks: [1] }]]) {
    const [stray, ...more] = strays(2026, moved, [made]);
    assert.deepEqual([stray?.state, stray?.sessionId, more.length], ['stray', 'made', 0]);
  }
  const open = strays(2026, [], [{ ...made, shelf: 'coming' }]);
  assert.match(open[0]?.note ?? '', /在报名，照旧上/);
  const { planned: _, ...byHand } = made;
  assert.deepEqual(strays(2026, [], [byHand, { ...made, shelf: 'past' }]), []);
  assert.deepEqual(strays(2027, [], [made]), [], 'another year has its own plan');
});
