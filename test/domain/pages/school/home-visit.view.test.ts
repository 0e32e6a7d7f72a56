import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HomeLessonView } from '@contract/home-lesson';
import {
  columnLooks,
  isBlank,
  tapped,
  visitLook,
  visitTime,
} from '../../../../miniprogram/packages/school/home-visit/home-visit.view';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const view: HomeLessonView = {
  id: 'v',
  program: 'home_lesson',
  brand: 'silver',
  direction: 'young_helps_old',
  state: 'recorded',
  side: 'old',
  other: { name: '样例党员甲', role: '上门的', sample: true },
  at: NOW,
  month: '2026-11',
  columns: { learned: '念了一段报', done: '', missing: '' },
  audio: null,
  paper: null,
  requestId: null,
  next: ['confirm', 'correct'],
  sample: true,
};

test('one visit names its three references [S48] [S57]', () => {
  assert.deepEqual(visitLook(view, NOW).tags, ['送学上门', '银龄课堂', '青帮老']);
});

test('a column that is empty is left out, never shown as missing', () => {
  assert.deepEqual(visitLook(view, NOW).columns, [{ title: '学了啥', text: '念了一段报' }]);
});

test('the elder has one button for yes and one way to change it; the visitor has neither', () => {
  const elder = visitLook(view, NOW);
  assert.deepEqual([elder.main, elder.mainWord, elder.canCorrect], ['confirm', '记得对', true]);
  const visitor = visitLook({ ...view, side: 'young', next: [] }, NOW);
  assert.deepEqual([visitor.main, visitor.canCorrect, visitor.word], ['', false, '等老人家看']);
});

test('a relative reads whose home it is, and says so for the elder only where the elder lets them [S48]', () => {
  const elder = { name: '样例长者', role: '老同志', sample: true };
  const look = visitLook({ ...view, elder }, NOW);
  assert.deepEqual([look.title, look.mainWord], ['样例党员甲去看样例长者', '替老人说：记得对']);
  const follows = visitLook({ ...view, elder, state: 'suggested', next: [] }, NOW);
  assert.deepEqual([follows.main, follows.asksDay], ['', false]);
});

test('a tapped word stands beside what was typed, and goes again with a second tap', () => {
  const once = tapped('聊了会儿', '念了一段报');
  assert.equal(once, '聊了会儿，念了一段报');
  assert.equal(tapped(once, '念了一段报'), '聊了会儿');
  const [learned] = columnLooks({ learned: once, done: '', missing: '' });
  assert.equal(learned?.often.find(({ word }) => word === '念了一段报')?.on, true);
  assert.equal(isBlank({ learned: ' ', done: '', missing: '' }), true);
});

test('half past nine of the chosen day is half past nine in Shanghai', () => {
  const lastMoment = Date.parse('2026-11-24T00:00:00+08:00') - 1;
  assert.equal(visitTime(lastMoment, 'morning'), Date.parse('2026-11-23T09:30:00+08:00'));
  assert.equal(visitTime(lastMoment, 'afternoon'), Date.parse('2026-11-23T14:30:00+08:00'));
});
