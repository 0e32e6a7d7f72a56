import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QueuedItem } from '../../../../miniprogram/api/queue-item';
import type { ConsoleView } from '../../../../miniprogram/contract/school';
import { changeForm, changeOf } from '../../../../miniprogram/packages/office/components/change/change.view';
import { consoleLook } from '../../../../miniprogram/packages/office/console/console.view';
import { waitsOf } from '../../../../miniprogram/packages/office/console/waiting';
import { press } from '../../../../miniprogram/packages/school/check-in/keypad';
import { schoolAnswers } from '../../../pages/samples/school';

const NOW = Date.parse('2026-11-23T18:24:00+08:00');
const view = () => schoolAnswers(NOW)['session.console']?.({ id: 's-table' } as never) as ConsoleView;
const tap = (seat: string, arrived: boolean, more: Partial<QueuedItem> = {}): QueuedItem => ({
  rid: `r${seat}${arrived}`,
  name: 'session.mark',
  input: { id: 's-table', seat, arrived },
  title: '',
  at: NOW,
  state: 'waiting',
  says: '',
  tries: 0,
  recording: null,
  ...more,
});

test('what waits on the phone is named beside the count and never added to it', () => {
  const waits = waitsOf([tap('4', true), tap('5', true)], 's-table');
  const look = consoleLook(view(), NOW, waits);
  assert.equal(look.count, '3 / 8 位到了');
  assert.equal(look.unsent, '等着传 2');
  assert.deepEqual(
    look.rows.filter((row) => row.waits).map((row) => row.seat),
    ['4', '5'],
  );
});

test('a tap taken back before it was sent shows as taken back, one seat once', () => {
  const waits = waitsOf([tap('4', true), tap('4', false)], 's-table');
  const look = consoleLook(view(), NOW, waits);
  assert.equal(look.unsent, '等着传 1');
  assert.equal(look.rows.find((row) => row.seat === '4')?.arrived, false);
});

test('taps of another class and refused ones are not waiting here', () => {
  const other = tap('4', true, { input: { id: 's-other', seat: '4', arrived: true } });
  assert.equal(waitsOf([other, tap('5', true, { state: 'refused' })], 's-table').size, 0);
});

test('what a host changes comes back as it was, a line is a thing, and a room without a number is not sent', () => {
  const { session } = view();
  const form = changeForm(session);
  const change = changeOf(form);
  assert.ok(typeof change !== 'string');
  assert.deepEqual(
    [change.bring, change.agenda, change.capacity, change.familyWelcome],
    [session.bring, session.agenda, session.seats.capacity, session.familyWelcome],
  );
  const more = changeOf({ ...form, bring: ' 笔 \n\n老花镜' });
  assert.deepEqual(typeof more === 'string' ? [] : more.bring, ['笔', '老花镜']);
  for (const capacity of ['', '0', '1.5', '很多'])
    assert.equal(changeOf({ ...form, capacity }), '几个座？写个数');
});

test('after class the button puts right, and answers who says that they came', () => {
  const now = view();
  const [first, ...rest] = now.roster.filter((line) => line.arrived === null);
  assert.ok(first);
  const after: ConsoleView = {
    ...now,
    session: { ...now.session, next: ['roster', 'backfill'] },
    roster: [{ ...first, asks: '坐后排' }, ...rest],
  };
  const look = consoleLook(after, NOW);
  assert.deepEqual(
    look.rows.slice(0, 2).map((row) => row.word),
    ['回一句', '补上'],
  );
  assert.match(look.rows[0]?.asks ?? '', /坐后排/);
});

test('the keypad takes four digits and gives one back', () => {
  assert.equal(['6', '1', '0', '8', '9', 'back', ''].reduce(press, ''), '610');
});
