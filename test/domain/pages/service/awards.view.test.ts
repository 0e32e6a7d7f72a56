import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AwardView } from '../../../../miniprogram/contract/award';
import { nominationLook } from '../../../../miniprogram/packages/office/nomination/nomination.view';
import { awardLine, EMPTY, missing } from '../../../../miniprogram/packages/service/awards/awards.view';
import { storyLook } from '../../../../miniprogram/packages/service/story/story.view';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const view: AwardView = {
  id: 'n',
  kind: 'volunteer',
  fields: ['hazard'],
  state: 'committee',
  name: '样例',
  story: '灯坏了就去',
  words: '谁家灯坏了都去',
  reason: '',
  until: null,
  history: [],
  work: { note: '', objections: [], reasons: [], agreed: true },
  courseId: null,
  sample: true,
  next: ['agree', 'disagree'],
};

test('a member sees what can be decided and that one more is needed; nothing is counted', () => {
  const look = nominationLook(view);
  assert.equal(look.main?.command, 'agree');
  assert.deepEqual(
    look.others.map(({ command }) => command),
    ['disagree'],
  );
  assert.match(look.heard, /还要一位/);
  assert.equal(nominationLook({ ...view, next: [] }).main, null);
});

test('two who say the same words against it are both read', () => {
  const work = { note: '', objections: ['不是他', '不是他'], reasons: ['不是他'], agreed: false };
  const { against } = nominationLook({ ...view, work });
  assert.deepEqual(
    against.map(({ text }) => text),
    ['有人说：不是他', '有人说：不是他', '不同意的缘由：不是他'],
  );
  assert.equal(new Set(against.map(({ key }) => key)).size, 3, 'each has a place of its own on the page');
});

test('during the notice it is said until when, that anybody may speak, and that nobody sees who did', () => {
  const until = NOW + 6 * 86_400_000;
  const look = storyLook({ ...view, state: 'publicity', until, next: ['object'] }, NOW);
  assert.match(look.notice, /公示到11月29日/);
  assert.equal(look.canObject, true);
  const { kind, name, story, fields, sample } = view;
  const line = awardLine({ id: 'n', kind, name, story, fields, sample, state: 'publicity', until }, NOW);
  assert.equal(line.until, '公示到11月29日');
});

test('a nomination needs a kind, a name and a sentence, in this order', () => {
  assert.equal(missing(EMPTY), 'kind');
  assert.equal(missing({ ...EMPTY, kind: 'volunteer' }), 'name');
  assert.equal(missing({ ...EMPTY, kind: 'volunteer', name: '甲' }), 'words');
  assert.equal(missing({ ...EMPTY, kind: 'volunteer', name: '甲', words: '好' }), '');
});
