import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServiceItemCard, ServiceItemView } from '../../../../miniprogram/contract/catalogue';
import {
  catalogueLook,
  categoryChips,
} from '../../../../miniprogram/packages/service/catalogue/catalogue.view';
import { itemLook, missingOf, NO_CHILD } from '../../../../miniprogram/packages/service/item/item.view';

const card = (category: ServiceItemCard['category'], title: string): ServiceItemCard => ({
  id: title,
  category,
  title,
  forWhom: '腿脚不便的',
  sample: true,
});
const items = [card('elder_care', '上门理发'), card('errand', '取药'), card('housekeeping', '擦玻璃')];
const titles = (category: string, words: string) =>
  catalogueLook(items, category, words).shelves.flatMap(({ lines }) => lines.map(({ title }) => title));

test('without a word everything stands on its shelf, in the order of the seven categories', () => {
  const { shelves, hint } = catalogueLook(items, '', '');
  assert.deepEqual(
    shelves.map(({ title }) => title),
    ['老年关爱', '家政保洁', '跑腿代办'],
  );
  assert.equal(hint, '');
  assert.equal(
    shelves.every(({ lines }) => lines.every(({ sample }) => sample)),
    true,
    'marked as samples',
  );
  assert.deepEqual(titles('errand', ''), ['取药']);
});

test('two characters find it in the middle of a title; what no title has is looked for by what it is about', () => {
  assert.deepEqual(titles('', '想理发'), ['上门理发']);
  const guessed = catalogueLook(items, '', '帮我买点降压药');
  assert.deepEqual(
    guessed.shelves.map(({ category }) => category),
    ['errand'],
  );
  assert.match(guessed.hint, /听着像跑腿代办的事/);
});

test('words that lead nowhere leave an empty shelf and no guess: the page then offers to say it', () => {
  assert.deepEqual(catalogueLook([], '', ''), { shelves: [], hint: '' });
  assert.deepEqual(catalogueLook(items, '', '％％％％'), { shelves: [], hint: '' });
});

test('seven chips and all of them, one of which is on', () => {
  assert.equal(categoryChips('').length, 8);
  assert.deepEqual(
    categoryChips('home_clinic')
      .filter(({ on }) => on)
      .map(({ word }) => word),
    ['上门诊疗'],
  );
});

const view: ServiceItemView = {
  ...card('child_care', '放学后看一会儿'),
  version: 1,
  asks: ['小名', '岁数段'],
  takes: '提前一天约',
  otherWays: '打电话到社区',
  care: 'child',
  confirmedAt: null,
  withdrawn: false,
  keeps: false,
};

test('a child’s item asks for the guardian, and for nothing else of the child than three words', () => {
  const look = itemLook(view);
  assert.equal(look.guardian, true);
  assert.match(look.careText, /不要照片/);
  assert.deepEqual([missingOf(NO_CHILD), missingOf({ ...NO_CHILD, nickname: '豆豆' })], ['nickname', 'age']);
  assert.equal(missingOf({ nickname: '豆豆', age: 'school', pickUp: ' ' }), 'pickUp');
  assert.equal(missingOf({ nickname: '豆豆', age: 'school', pickUp: '西瓜' }), '');
});

test('only who keeps the catalogue may confirm, and only what is not confirmed yet', () => {
  assert.equal(itemLook(view).canConfirm, false);
  assert.equal(itemLook({ ...view, keeps: true }).canConfirm, true);
  assert.equal(itemLook({ ...view, keeps: true, sample: false, confirmedAt: 1 }).canConfirm, false);
});
