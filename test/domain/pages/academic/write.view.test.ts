import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BLANK, fieldLooks, fieldsOf, picked } from '../../../../miniprogram/packages/academic/write/fields';
import { bodyOf, formOf } from '../../../../miniprogram/packages/academic/write/write.view';
import { COURSE } from '../../../proof/rows/governance';

test('what was stored comes back into the form and out again unchanged [S40] [S41] [S42] [S54] [S55] [S56] [S57]', () => {
  const form = formOf(COURSE);
  assert.deepEqual(bodyOf('course', 'learner_code', fieldsOf('course', form, {}), form), COURSE);
});

test('an empty form says what is wanting first; a batch brings its own sources and forgets those of another', () => {
  const fields = fieldsOf('course', BLANK, {});
  assert.equal(bodyOf('course', 'learner_code', fields, BLANK), '“叫啥”还没填');
  const batch = fields.find(({ key }) => key === 'batch');
  assert.ok(batch);
  assert.equal(
    fields.some(({ key }) => key === 'source'),
    false,
  );
  const selected = picked(BLANK, batch, 'selected');
  const sources = fieldsOf('course', selected, {}).find(({ key }) => key === 'source');
  assert.ok(sources?.options.some(({ word }) => word === '区级宣讲团'));
  assert.ok(sources);
  const chosen = picked(selected, sources, '区级宣讲团');
  assert.deepEqual(picked(chosen, batch, 'invited').chosen['source'], undefined);
});

test('one of a kind replaces the other, several stand beside each other, a second tap takes back', () => {
  const one = { key: 'track', is: 'one' } as const;
  const some = { key: 'methods', is: 'some' } as const;
  const form = picked(picked(BLANK, one, 'theory'), one, 'practice');
  assert.deepEqual(form.chosen['track'], ['practice']);
  assert.deepEqual(picked(picked(form, some, 'case'), some, 'lecture').chosen['methods'], [
    'case',
    'lecture',
  ]);
  assert.deepEqual(picked(form, one, 'practice').chosen['track'], []);
  const looks = fieldLooks(fieldsOf('course', form, {}), form);
  assert.deepEqual(
    looks
      .find(({ key }) => key === 'track')
      ?.chips.filter(({ on }) => on)
      .map(({ value }) => value),
    ['practice'],
  );
});
