import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FREE_TIMES, SURVEY_KNOWLEDGE } from '@contract/words';
import { saidLines, wishGroups } from '../../../../miniprogram/packages/academic/needs/needs.view';
import { heardIn, withWords } from '../../../../miniprogram/packages/school/survey/heard';
import {
  isEmpty,
  NOTHING,
  questionLooks,
  SILENT,
  sameAnswers,
  toggled,
  voiceLook,
} from '../../../../miniprogram/packages/school/survey/survey.view';

test('there are at most five questions, and nothing is chosen beforehand [S43]', () => {
  const questions = questionLooks(NOTHING);
  assert.ok(questions.length <= 5);
  const options = questions.flatMap(({ choices }) => choices.flatMap((choice) => choice.options));
  assert.ok(options.length > 0 && options.every(({ on }) => !on));
});

test('a sentence ticks what it names, where it can be seen and taken back [S43]', () => {
  const said = withWords(NOTHING, '想学学劝架，别老让骗子骗，晚上有空');
  assert.deepEqual([said.skills, said.knowledge, said.times], [['mediation'], ['fraud'], ['evening']]);
  const taken = toggled(said, 'times', 'evening');
  assert.deepEqual(withWords(taken, `${taken.words}。`).times, [], 'what was taken back stays so');
  assert.deepEqual(withWords(taken, `${taken.words}，腿脚不好`).groups, ['frail']);
  assert.deepEqual({ ...withWords(NOTHING, '没啥'), words: '' }, NOTHING);
});

test('every answer can be said by its own name', () => {
  for (const { choices } of questionLooks(NOTHING))
    for (const { key, options } of choices)
      for (const { value, word } of options)
        assert.ok(heardIn(word).get(key)?.includes(value), `${word} is not understood`);
});

test('what was recorded now is heard before what was handed in, and what is taken away is not heard [S43]', () => {
  const kept = { url: 'https://kept', seconds: 9 };
  const recording = { path: 'wxfile://new', seconds: 4 };
  assert.deepEqual(voiceLook(SILENT, null), { src: '', seconds: 0 });
  assert.deepEqual(voiceLook(SILENT, kept), { src: 'https://kept', seconds: 9 });
  assert.deepEqual(voiceLook({ recording, unsaid: false }, kept), { src: 'wxfile://new', seconds: 4 });
  assert.deepEqual(voiceLook({ recording: null, unsaid: true }, kept), { src: '', seconds: 0 });
});

test('the office reads question by question, few are not counted, and who only spoke has no words', () => {
  const groups = wishGroups({
    wishes: [
      { key: 'times', value: 'evening', people: 6 },
      { key: 'knowledge', value: 'fraud', people: null },
    ],
  });
  assert.deepEqual(
    groups.map(({ lines }) => lines.map(({ word, people }) => `${word} ${people}`)),
    [[`${SURVEY_KNOWLEDGE.fraud} 不到 5 人`], [`${FREE_TIMES.evening} 6 人`]],
  );
  const now = Date.parse('2026-11-20T10:00:00+08:00');
  const [line] = saidLines([{ at: now, words: '', audio: { url: null, seconds: 3 } }], now);
  assert.deepEqual([line?.words, line?.on], ['', '今天说的']);
});

test('a tap chooses, a second tap takes it back', () => {
  const once = toggled(NOTHING, 'skills', 'mediation');
  assert.equal(
    questionLooks(once)[1]?.choices[0]?.options.find(({ value }) => value === 'mediation')?.on,
    true,
  );
  assert.ok(sameAnswers(toggled(once, 'skills', 'mediation'), NOTHING));
  assert.equal(isEmpty(once), false);
  assert.equal(isEmpty(NOTHING), true);
});
