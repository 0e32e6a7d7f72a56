import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateOf } from '../../../../miniprogram/lib/time';
import {
  momentOf,
  monthGrid,
  moveLook,
  moveMonths,
  moveWord,
} from '../../../../miniprogram/packages/academic/components/move/move.view';
import { SAMPLE_NOW } from '../../../pages/samples/clock';
import { openSheet } from '../../../pages/samples/schedule';

const open = openSheet(SAMPLE_NOW);

test('a class is moved the way its state wants it, and the office reads who will hear of it before it does [S30]', () => {
  const postponed = moveLook(open, SAMPLE_NOW);
  assert.deepEqual([postponed.way, postponed.reasons.length > 0], ['postpone', true]);
  assert.match(postponed.told, new RegExp(`报了名的 ${open.taken} 位、排着队的都告诉，座都留着`));
  assert.match(moveLook({ ...open, taken: 0 }, SAMPLE_NOW).told, /还没人报名/);

  const draft = moveLook({ ...open, state: 'draft', next: ['draft', 'submit', 'cancel'] }, SAMPLE_NOW);
  assert.deepEqual([draft.way, draft.reasons, draft.told], ['draft', [], '还没发布，挪了不用告诉谁']);
  const waiting = moveLook(
    { ...open, state: 'postponed', undecided: true, next: ['republish', 'cancel'] },
    SAMPLE_NOW,
  );
  assert.deepEqual([waiting.way, waiting.reasons], ['republish', []]);
  assert.match(waiting.now, /^时间待定/);

  for (const [state, why] of [
    ['in_review', '先退回来再挪'],
    ['approved', '先退回来再挪'],
    ['running', '已经开课'],
    ['cancelled', '不办了'],
  ] as const) {
    const look = moveLook({ ...open, state, next: [] }, SAMPLE_NOW);
    assert.equal(look.way, '');
    assert.ok(look.told.includes(why), look.told);
  }
});

test('the month begins on Monday, says where the class stands, and days that are over cannot be chosen', () => {
  const now = Date.parse('2026-12-06T09:00:00+08:00');
  const { blanks, days } = monthGrid('2026-12', '2026-12-24', Date.parse('2026-12-17T19:00:00+08:00'), now);
  assert.equal(blanks.length, 1, 'the first of December 2026 is a Tuesday');
  assert.equal(days.length, 31, 'no week is over yet that begins in it');
  assert.deepEqual(
    days.filter(({ on }) => on).map(({ date }) => date),
    ['2026-12-24'],
  );
  assert.deepEqual(
    days.filter(({ here }) => here).map(({ label }) => label),
    ['12月17日周四\u00a0· 现在的日子'],
  );
  assert.equal(days.filter(({ past }) => past).length, 5);
  assert.equal(days[5]?.past, false, 'today can be chosen');

  // A week that is over is not shown; the one that is on begins with its Monday.
  const later = monthGrid('2026-12', '', now, Date.parse('2026-12-16T09:00:00+08:00'));
  assert.deepEqual([later.blanks.length, later.days[0]?.label], [0, '12月14日周一\u00a0· 过了']);
  assert.equal(later.days.at(-1)?.date, '2026-12-31');
  const january = monthGrid('2027-01', '', now, now);
  assert.deepEqual([january.blanks.length, january.days.length], [4, 31]);
});

test('a day and an hour are the street’s, whatever the phone’s zone; the button says both', () => {
  const at = momentOf('2026-12-24', '19:00');
  assert.equal(at, Date.parse('2026-12-24T11:00:00Z'));
  assert.equal(dateOf(at), '2026-12-24');
  const now = Date.parse('2026-12-10T09:00:00+08:00');
  assert.equal(moveWord('postpone', at, now), '挪到12月24日 周四 19:00，告诉大家');
  assert.equal(moveWord('draft', at, now), '挪到12月24日 周四 19:00');
  const months = (time: string) => moveMonths(Date.parse(time), now).map(({ value }) => value);
  assert.deepEqual(months('2027-03-05T19:00:00+08:00'), ['2027-03', '2027-04', '2027-05']);
  assert.deepEqual(months('2026-10-05T19:00:00+08:00'), ['2026-12', '2027-01', '2027-02']);
});
