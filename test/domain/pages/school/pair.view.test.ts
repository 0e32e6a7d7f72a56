import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PairView } from '@contract/home-lesson';
import { bookLines } from '../../../../miniprogram/packages/school/home-lesson/home-lesson.view';
import { pairCard, sidesFor } from '../../../../miniprogram/packages/school/pair/pair.view';

const pair: PairView = {
  id: 'p',
  direction: 'young_helps_old',
  state: 'asked',
  side: 'old',
  other: { name: '样例党员甲', role: '上门的', sample: true },
  askedByMe: false,
  next: ['agree', 'refuse'],
  sample: true,
};

test('who is asked can say yes and no in so many words; who asked waits [S49]', () => {
  assert.deepEqual(
    pairCard(pair).buttons.map(({ word }) => word),
    ['愿意', '先不了'],
  );
  assert.equal(pairCard(pair).text, '想跟您结对：青帮老');
  assert.equal(pairCard({ ...pair, askedByMe: true, next: ['take_back'] }).text, '青帮老\u00a0· 等人家回话');
});

test('a day is agreed on only with whom one is paired', () => {
  assert.deepEqual(bookLines([pair]), []);
  assert.equal(bookLines([{ ...pair, state: 'paired' }]).length, 1);
});

test('going into homes is offered only to who may', () => {
  assert.equal(
    sidesFor({ mayVisit: false }).some(({ value }) => value === 'young'),
    false,
  );
  assert.equal(
    sidesFor({ mayVisit: true }).some(({ value }) => value === 'young'),
    true,
  );
});
