import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ontoNow } from '../../../../miniprogram/lib/begun';
import {
  clashOf,
  type KeepForm,
  NEW_ITEM,
  NOTHING_KEPT,
} from '../../../../miniprogram/packages/office/keep/keep.view';

const stood: KeepForm = {
  category: 'elder_care',
  title: '教用手机',
  forWhom: '上了岁数的',
  asks: '想学哪样',
  takes: '半个钟头',
  otherWays: '打社区座机',
};

test('who wrote nothing sees what stands there now, whoever wrote it', () => {
  assert.deepEqual(ontoNow(NOTHING_KEPT, stood), stood);
  assert.deepEqual(
    ontoNow({ form: stood, from: stood }, { ...stood, title: '教您用手机' }).title,
    '教您用手机',
  );
  assert.deepEqual(ontoNow(NOTHING_KEPT, NEW_ITEM), NEW_ITEM, 'also where it is new');
});

test('each field is whose it was written by: one’s own stays, a colleague’s comes in', () => {
  const mine = { form: { ...stood, takes: '一个钟头' }, from: stood };
  const now = { ...stood, title: '教您用手机' };
  assert.deepEqual(ontoNow(mine, now), { ...now, takes: '一个钟头' });
  assert.equal(clashOf(mine, now), null);
});

test('where two wrote the same field, one’s own stays and the other’s words are said; the same words are no clash', () => {
  const mine = { form: { ...stood, category: 'errand', asks: '' }, from: stood };
  const both = { ...stood, category: 'housekeeping' };
  assert.equal(ontoNow(mine, both).category, 'errand');
  assert.deepEqual(clashOf(mine, both), {
    wrong: 'category',
    trouble: '有人把“哪一类”写成了“家政保洁”。这儿留着您写的，看一眼再存',
  });
  const lines = clashOf(mine, { ...stood, asks: '想学哪样\n啥手机' });
  assert.match(lines?.trouble ?? '', /“会问啥”写成了“想学哪样、啥手机”/);
  const emptied = clashOf({ form: { ...stood, asks: '啥手机' }, from: stood }, { ...stood, asks: '' });
  assert.match(emptied?.trouble ?? '', /把“会问啥”空着了/);
  assert.equal(clashOf(mine, { ...mine.form }), null);
});
