import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTHING_SAID, type Said } from '../../../../miniprogram/packages/service/said/said';
import { examples, sayLook } from '../../../../miniprogram/packages/service/say/say.view';

const look = (said: Partial<Said>, way: { typing?: boolean; speaking?: boolean } = {}) =>
  sayLook({ ...NOTHING_SAID, ...said }, { typing: false, speaking: false, roles: [], elders: [], ...way });
const recording = { path: 'a.mp3', seconds: 7 };

test('the microphone is the one red thing until something is there', () => {
  assert.equal(look({}).mode, 'speak');
  assert.equal(look({}, { typing: true }).mode, 'compose');
  assert.equal(look({ text: '灯坏了' }).mode, 'compose');
  assert.equal(look({ recording }).mode, 'compose');
});

test('the microphone comes back on request, with everything kept', () => {
  const { mode, text } = look({ text: '灯坏了', recording }, { speaking: true });
  assert.equal(mode, 'speak');
  assert.equal(text, '灯坏了');
});

test('after a recording the field opens only when there are words or they are asked for', () => {
  assert.equal(look({ recording }).writing, false);
  assert.equal(look({ recording, text: '三楼' }).writing, true);
  assert.equal(look({ recording }, { typing: true }).writing, true);
  assert.equal(look({ recording }).second, '再说一遍');
});

test('the composer counts down at the end of the room', () => {
  assert.equal(look({ text: '好'.repeat(100) }).room, '');
  assert.equal(look({ text: '好'.repeat(490) }).room, '还能写 10 个字');
});

test('the examples change with the season, by the clock of China', () => {
  assert.equal(examples(Date.UTC(2026, 0, 15))[0], '水管冻了');
  assert.equal(examples(Date.UTC(2026, 6, 15))[0], '厨房灯不亮了');
  // 31 October, 17:00 in Greenwich is November in Harbin already.
  assert.equal(examples(Date.UTC(2026, 9, 31, 17))[0], '水管冻了');
  assert.equal(examples(Date.UTC(2026, 6, 15)).length, 3);
});
