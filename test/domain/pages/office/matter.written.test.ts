import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTHING, orderOf, type Written } from '../../../../miniprogram/packages/office/matter/written';

const order = (form: 'publish' | 'dispatch', change: Partial<Written>, seen = 3) =>
  orderOf(form, { ...NOTHING, ...change }, { id: 'm', seen });
const missing = (form: 'publish' | 'dispatch', change: Partial<Written>) => {
  const made = order(form, change);
  return 'missing' in made ? made.missing : '';
};

test('what the desk has still to write is named one by one, in the order of the form', () => {
  assert.equal(missing('publish', {}), 'title');
  assert.equal(missing('publish', { title: ' ' }), 'title');
  assert.equal(missing('publish', { title: '理发' }), 'category');
  assert.equal(missing('publish', { title: '理发', category: 'wish' }), 'publicText');
  assert.equal(missing('dispatch', { title: '灯', category: 'hazard' }), 'tier');
  assert.equal(missing('dispatch', { title: '灯', category: 'hazard', tier: 'normal' }), 'helperId');
});

test('what is sent says what the form was filled in from; what is meant is the same when it was read anew', () => {
  const written = { title: ' 理发 ', category: 'wish', publicText: ' 想剪头发 ' };
  const first = order('publish', written);
  const anew = order('publish', written, 4);
  assert.ok('meant' in first && 'meant' in anew);
  assert.deepEqual(first.input, {
    id: 'm',
    seen: 3,
    title: '理发',
    publicText: '想剪头发',
    category: 'wish',
  });
  assert.deepEqual(first.meant, anew.meant);
});
