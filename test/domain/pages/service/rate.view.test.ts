import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequestCommand } from '../../../../miniprogram/contract/request-states';
import {
  NO_WORD,
  rateLook,
  sendingOf,
  type Way,
  type Word,
  wayOf,
} from '../../../../miniprogram/packages/service/rate/rate.view';
import { NOW, request } from './sample';

const JUDGES: RequestCommand[] = ['confirm', 'reopen'];
const look = (word: Partial<Word>, next: RequestCommand[] = JUDGES, way: Way = 'judge') =>
  rateLook(request({ next }), way, { ...NO_WORD, ...word }, NOW);
const sending = (word: Partial<Word>, next: RequestCommand[] = JUDGES, way: Way = 'judge') =>
  sendingOf(look(word, next, way));

test('nothing is chosen for anybody, and nothing can be sent until something is', () => {
  const empty = look({});
  assert.deepEqual([empty.solved, empty.level, empty.again, empty.changePerson], ['', '', false, false]);
  assert.equal(empty.disabled, true);
  assert.equal(sending({}), null);
});

test('the page asks what the reply allows', () => {
  assert.equal(wayOf({ next: JUDGES }, ''), 'judge');
  assert.equal(wayOf({ next: ['rate', 'reopen'] }, ''), 'rate');
  assert.equal(wayOf({ next: ['rate', 'reopen'] }, 'no'), 'reopen');
  assert.equal(wayOf({ next: ['reopen'] }, ''), 'reopen');
  assert.equal(wayOf({ next: ['withdraw'] }, 'no'), 'none');
});

test('办好了 is enough: the level stays unsaid when it was not said', () => {
  assert.deepEqual(sending({ solved: 'yes' }), { command: 'confirm', input: { level: null, words: '' } });
  assert.deepEqual(sending({ solved: 'yes', level: '4', words: ' 挺快 ' }), {
    command: 'confirm',
    input: { level: 4, words: '挺快' },
  });
});

test('没办好 turns the page and opens the matter again, with somebody else if wished', () => {
  const turned = look({ solved: 'no' });
  assert.deepEqual([turned.turned, turned.asksLevel, turned.primary], [true, false, '交上去']);
  assert.deepEqual(sending({ solved: 'no', words: '还闪', changePerson: true }), {
    command: 'reopen',
    input: { words: '还闪', changePerson: true },
  });
});

test('不满意 may be done again, but only when the person says so', () => {
  assert.equal(look({ solved: 'yes', level: '3' }).offersAgain, false);
  assert.equal(look({ solved: 'yes', level: '2' }).offersAgain, true);
  assert.equal(sending({ solved: 'yes', level: '2' })?.command, 'confirm');
  assert.equal(sending({ solved: 'yes', level: '2', again: true })?.command, 'reopen');
  // Taken back by a better level: it stays closed.
  assert.equal(sending({ solved: 'yes', level: '4', again: true })?.command, 'confirm');
});

test('rating later needs a level, and sends only the rating', () => {
  assert.equal(sending({}, ['rate'], 'rate'), null);
  assert.deepEqual(sending({ level: '5' }, ['rate'], 'rate'), {
    command: 'rate',
    input: { level: 5, words: '' },
  });
});

test('who says that it is done, and when, is named', () => {
  assert.equal(look({}).claim, '李** 说今天\u00a013:20\u00a0办好了。您说了才算');
});
