import assert from 'node:assert/strict';
import { test } from 'node:test';
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
