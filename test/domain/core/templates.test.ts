import assert from 'node:assert/strict';
import { test } from 'node:test';
import { templatesFrom } from '../../../cloudfunctions/core/templates';

test('a template is its id alone, or the id and where the two lines go', () => {
  const { ids, fields } = templatesFrom({
    class: 'C',
    visit: { id: 'V', title: 'thing4', text: 'thing12' },
  });
  assert.deepEqual(ids, { progress: '', class: 'C', visit: 'V' });
  assert.deepEqual(fields.class, { title: 'thing1', text: 'thing2' });
  assert.deepEqual(fields.visit, { title: 'thing4', text: 'thing12' });
});

test('what WeChat would refuse message by message keeps the functions from starting, by its name', () => {
  for (const [given, says] of [
    [{ clas: 'C' }, /there is no template clas/],
    [{ class: { title: 'thing1' } }, /class has no id/],
    [{ class: 7 }, /class has no id/],
    [{ class: { id: 'C', text: 'time3' } }, /class needs two keywords like thing4, not time3/],
    [{ class: { id: 'C', text: 'thing1' } }, /class has thing1 twice/],
  ] as const)
    assert.throws(() => templatesFrom(given), says);
});
