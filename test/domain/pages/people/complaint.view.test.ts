import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  ComplaintCard,
  ComplaintState,
  ComplaintView,
} from '../../../../miniprogram/contract/complaint';
import { COMPLAINT_STATES, complaintLine } from '../../../../miniprogram/lib/complaint-line';
import { complaintLook } from '../../../../miniprogram/packages/people/complaint/complaint.view';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const view: ComplaintView = {
  id: 'c',
  code: '7K2MQ4XZ',
  subject: 'service',
  words: '说好上午来的，等到下午',
  state: 'received',
  anonymous: true,
  channel: 'self',
  answer: '',
  promisedFor: NOW + 3 * 86_400_000,
  late: false,
  history: [],
  sample: false,
  next: ['take_back'],
};
const card: ComplaintCard = {
  id: 'c',
  subject: 'service',
  words: view.words,
  state: 'received',
  promisedFor: view.promisedFor,
  late: false,
  at: NOW,
  sample: false,
};

test('whoever said it reads until when it is answered and the code in two halves; taking it back is never the red button', () => {
  const look = complaintLook(view, NOW);
  assert.equal(look.code, '7K2M Q4XZ');
  assert.match(look.promise, /11月26日前给回话/);
  assert.match(look.note, /没留名/);
  assert.deepEqual([look.main, look.others.map(({ step }) => step)], ['', ['take_back']]);
});

test('an answer is met with one red “heard”, and “not enough” beside it; nobody is asked for praise', () => {
  const next: ComplaintView['next'] = ['press', 'enough', 'take_back'];
  const look = complaintLook({ ...view, state: 'answered', promisedFor: null, answer: '改了', next }, NOW);
  assert.deepEqual([look.main, look.mainWord, look.promise], ['enough', '听到了', '']);
  assert.deepEqual(
    look.others.map(({ word }) => word),
    ['这样还不行', '收回这条'],
  );
});

test('a desk answers first, sees no code, and reads that the sentences were written to somebody else', () => {
  const next: ComplaintView['next'] = ['pass_up', 'take_up', 'answer'];
  const look = complaintLook({ ...view, code: '', next }, NOW);
  assert.deepEqual([look.code, look.main, look.told], ['', 'answer', '他那边看到的']);
});

test('what is late says so in words, on the page and in the list', () => {
  assert.match(complaintLook({ ...view, late: true }, NOW).promise, /过了说好的日子/);
  assert.match(complaintLine({ ...card, late: true }, NOW).sub, /过了日子/);
  assert.match(complaintLine(card, NOW).sub.replaceAll('\u2060', ''), /11月26日前回话/);
  assert.equal(complaintLine({ ...card, words: '' }, NOW).title, '说过的一句话', 'emptied with its author');
});

test('every state has a word of its own', () => {
  const states = Object.keys(COMPLAINT_STATES) as ComplaintState[];
  assert.equal(new Set(states.map((state) => COMPLAINT_STATES[state].word)).size, states.length);
});
