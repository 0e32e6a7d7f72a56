import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  EMPTY,
  formOf,
  listsLook,
  questions,
  ready,
  toggled,
} from '../../../../miniprogram/packages/service/dual/dual.view';
import { shareLine } from '../../../../miniprogram/packages/service/sesame/sesame.view';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');

test('reporting asks three things by finger; what is stored is shown until something is changed', () => {
  const stored = {
    here: true,
    unit: '样例',
    skills: ['hair' as const],
    free: ['weekend' as const],
    likes: [],
  };
  assert.equal(formOf(stored, EMPTY).unit, '样例');
  assert.equal(formOf(stored, { ...EMPTY, touched: true }).unit, '');
  assert.equal(ready(formOf(stored, EMPTY)), true);
  assert.equal(ready(EMPTY), false);
  assert.equal(questions(formOf(stored, EMPTY))[0]?.chips.find(({ value }) => value === 'hair')?.on, true);
  assert.deepEqual(toggled(toggled([], 'a'), 'a'), []);
});

test('the lists say what can be had and when, never whose it is', () => {
  const look = listsLook(
    { supply: [{ skill: 'hair', free: ['evening', 'weekend'] }], demand: [], together: [] },
    NOW,
  );
  assert.deepEqual(look.supply, [{ skill: '理发', free: '平日晚上、周末' }]);
});

test('an offer says its last day and its number, a promise who promised', () => {
  const who = { name: '样例', role: '党员', sample: true };
  const card = { id: 'x', text: '轮椅', who, no: 'AB12C', mine: false, sample: true };
  const offer = shareLine({ ...card, kind: 'thing', until: NOW + 7 * 86_400_000 }, NOW);
  assert.match(offer.sub.replaceAll('\u2060', ''), /到11月30日.*编号\u00a0AB12C/);
  assert.equal(shareLine({ ...card, kind: 'promise', until: null }, NOW).sub, '党员\u00a0· 样例');
});
