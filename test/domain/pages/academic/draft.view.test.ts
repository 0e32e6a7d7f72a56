import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyBody, RecordedBody } from '../../../../miniprogram/contract/content';
import { changesOf } from '../../../../miniprogram/packages/academic/draft/draft.view';

const RULE: PolicyBody = {
  kind: 'policy',
  policy: 'learner_code',
  text: '一、手机调静音。\n二、来晚了从后门进。',
  effectiveOn: '2026-11-01',
};
const LESSON: RecordedBody = {
  kind: 'recorded',
  title: '样例录制课',
  summary: '一段话。',
  track: 'theory',
  theme: null,
  minutes: 12,
  fileId: 'cloud://a/lessons/1.mp4',
  courseId: null,
};

test('who reads a further edition is told of every place that is otherwise, each by its name [S28]', () => {
  assert.deepEqual(changesOf(RULE, RULE), []);
  const rule = { ...RULE, text: `${RULE.text}\n三、有话举手说。`, effectiveOn: '2026-12-01' };
  assert.deepEqual(
    changesOf(RULE, rule).map(({ title, was, now }) => [title, was, now]),
    [
      ['正文', '', '三、有话举手说。'],
      ['哪天起用', '2026-11-01', '2026-12-01'],
    ],
  );
  const lesson = { ...LESSON, title: '样例新说法', minutes: 15, fileId: 'cloud://a/lessons/2.mp4' };
  assert.deepEqual(
    changesOf(LESSON, lesson).map(({ title, was, now }) => [title, was, now]),
    [
      ['题目', '样例录制课', '样例新说法'],
      ['视频', '原来那一段', '换了一段'],
      ['多长', '12 分钟', '15 分钟'],
    ],
  );
});
