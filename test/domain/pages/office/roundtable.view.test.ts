import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DecisionView } from '../../../../miniprogram/contract/roundtable';
import { accordLine } from '../../../../miniprogram/packages/office/components/accord/accord.view';
import {
  SPEAKING_MS,
  speakingLook,
} from '../../../../miniprogram/packages/office/components/speaking/speaking.view';
import { decisionLine } from '../../../../miniprogram/packages/school/components/roundtable/roundtable.view';

const NOW = Date.parse('2026-11-23T19:00:00+08:00');
const view = (more: Partial<DecisionView> = {}): DecisionView => ({
  id: 'd',
  text: '装长椅',
  owner: { name: '王**', role: '街坊', sample: false },
  due: NOW + 86_400_000,
  kind: 'grid',
  state: 'agreed',
  done: false,
  word: '正在办',
  why: '',
  requestId: null,
  own: false,
  next: [],
  ...more,
});

test('the clock of a speaker counts three minutes down, never below nought, and asks kindly [S52]', () => {
  assert.equal(speakingLook(NOW, NOW).clock, '3:00');
  assert.equal(speakingLook(NOW, NOW + 55_000).clock, '2:05');
  const over = speakingLook(NOW, NOW + 2 * SPEAKING_MS);
  assert.deepEqual([over.clock, over.over], ['0:00', true]);
  assert.doesNotMatch(over.said, /超时|停/);
});

test('what is not done is read with its reason, what is done without one; who sees to it opens their task [S52]', () => {
  assert.equal(decisionLine(view({ why: '等天暖' }), NOW).text, '装长椅：等天暖');
  assert.equal(decisionLine(view({ done: true }), NOW).word, '办好了');
  assert.match(decisionLine(view({ requestId: 'r', own: true }), NOW).link, /grid\/task/);
  assert.match(decisionLine(view({ requestId: 'r' }), NOW).link, /service\/request/);
  assert.equal(decisionLine(view({ state: 'asked', next: ['answer'] }), NOW).asks, true);
});

test('the host reads who has nodded and who cannot [S52]', () => {
  const word = (more: Partial<DecisionView>) => accordLine(view(more), NOW).sub.split('· ').at(-1);
  assert.equal(word({ state: 'asked' }), '等他点头');
  assert.equal(word({ state: 'declined' }), '接不了，另找人');
  assert.equal(word({}), '正在办');
});
