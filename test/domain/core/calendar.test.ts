import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addWakingTime,
  afterQuiet,
  afterWorkdays,
  beforeQuiet,
  dayOf,
  HOUR,
  isQuiet,
  sayTime,
} from '../../../cloudfunctions/core/calendar';

const at = (text: string) => Date.parse(`${text}+08:00`);
const quiet = { from: '21:00', to: '08:00' };

test('a day is a day of Shanghai whatever the zone of the process', () => {
  assert.equal(dayOf(at('2026-11-23T00:30:00')), '2026-11-23');
  assert.equal(dayOf(at('2026-11-22T23:59:59')), '2026-11-22');
});

test('three working days after a Thursday are the Tuesday', () => {
  assert.equal(dayOf(afterWorkdays(at('2026-11-19T10:00:00'), 3)), '2026-11-24');
});

test('a promise for today made in the evening is for the next working day', () => {
  assert.equal(dayOf(afterWorkdays(at('2026-11-20T19:00:00'), 0)), '2026-11-23');
  assert.equal(dayOf(afterWorkdays(at('2026-11-20T09:00:00'), 0)), '2026-11-20');
});

test('a public holiday is no working day and its make-up Saturday is one', () => {
  // 2026-10-01…07 is the National Day holiday; 2026-10-10 is worked for it.
  assert.equal(dayOf(afterWorkdays(at('2026-09-30T10:00:00'), 1)), '2026-10-08');
  assert.equal(dayOf(afterWorkdays(at('2026-10-09T10:00:00'), 1)), '2026-10-10');
});

test('an offer made in the evening sleeps at night and ends in the morning', () => {
  assert.equal(addWakingTime(at('2026-11-23T19:30:00'), 4 * HOUR, quiet), at('2026-11-24T10:30:00'));
  assert.equal(addWakingTime(at('2026-11-23T23:00:00'), 4 * HOUR, quiet), at('2026-11-24T12:00:00'));
  assert.equal(addWakingTime(at('2026-11-23T09:00:00'), 4 * HOUR, quiet), at('2026-11-23T13:00:00'));
});

test('quiet hours reach over midnight', () => {
  assert.equal(isQuiet(at('2026-11-23T20:59:00'), quiet), false);
  assert.equal(isQuiet(at('2026-11-23T21:00:00'), quiet), true);
  assert.equal(isQuiet(at('2026-11-24T07:59:00'), quiet), true);
  assert.equal(afterQuiet(at('2026-11-24T07:59:00'), quiet), at('2026-11-24T08:00:00'));
  assert.equal(afterQuiet(at('2026-11-23T22:00:00'), quiet), at('2026-11-24T08:00:00'));
});

test('what must be heard before a night is said in its evening', () => {
  assert.equal(beforeQuiet(at('2026-11-24T06:00:00'), quiet), at('2026-11-23T20:00:00'));
  assert.equal(beforeQuiet(at('2026-11-23T22:30:00'), quiet), at('2026-11-23T20:00:00'));
  assert.equal(beforeQuiet(at('2026-11-23T13:30:00'), quiet), at('2026-11-23T13:30:00'));
});

test('a time is said as a neighbour says it', () => {
  const now = at('2026-11-23T12:00:00');
  assert.equal(sayTime(at('2026-11-23T18:30:00'), now), '今天 18:30');
  assert.equal(sayTime(at('2026-11-24T09:05:00'), now), '明天 9:05');
  assert.equal(sayTime(at('2026-12-02T19:00:00'), now), '12月2日 19:00');
});
