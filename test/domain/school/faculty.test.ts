import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR } from '../../../cloudfunctions/core/calendar';
import { conflictsOf } from '../../../cloudfunctions/school/faculty/decide';

/** Saturday 2026-11-28, 09:00 in Shanghai. */
const SATURDAY = Date.UTC(2026, 10, 28, 1);
const class_ = (startsAt: number) => ({ startsAt, endsAt: startsAt + HOUR });
const free = { consent: 'given' as const, slots: ['6-morning' as const] };

test('a class at an hour that the teacher named fits, at another it does not', () => {
  assert.deepEqual(conflictsOf(free, class_(SATURDAY), []), []);
  assert.deepEqual(conflictsOf(free, class_(SATURDAY + 3 * HOUR), []), ['not_free'], 'noon is no morning');
  assert.deepEqual(conflictsOf(free, class_(SATURDAY + 24 * HOUR), []), ['not_free'], 'Sunday');
  assert.deepEqual(conflictsOf({ ...free, slots: [] }, class_(SATURDAY + 12 * HOUR), []), []);
});

test('two classes at once do not fit, one after the other does', () => {
  const wish = class_(SATURDAY);
  assert.deepEqual(conflictsOf(free, wish, [class_(SATURDAY + HOUR / 2)]), ['busy']);
  assert.deepEqual(conflictsOf(free, wish, [class_(SATURDAY + HOUR), class_(SATURDAY - HOUR)]), []);
});

test('without consent nothing fits, and everything that stands against it is said at once', () => {
  const gone = { consent: 'withdrawn' as const, slots: ['1-evening' as const] };
  assert.deepEqual(conflictsOf(gone, class_(SATURDAY), [class_(SATURDAY)]), [
    'no_consent',
    'not_free',
    'busy',
  ]);
});
