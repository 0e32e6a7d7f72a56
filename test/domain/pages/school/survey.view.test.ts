import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heardIn, withWords } from '../../../../miniprogram/packages/school/survey/heard';
import {
  isEmpty,
  NOTHING,
  questionLooks,
  sameAnswers,
  toggled,
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
