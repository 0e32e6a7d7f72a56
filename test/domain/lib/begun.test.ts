import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clashIn, ontoNow } from '../../../miniprogram/lib/begun';

const stood = { place: '', capacity: '30' };
const labels = { place: '在哪', capacity: '能坐多少人' };

test('who wrote nothing sees what stands there now; what was written stays beside what a colleague wrote elsewhere', () => {
  const now = { place: '样例路 1 号', capacity: '30' };
  assert.deepEqual(ontoNow({ form: stood, from: stood }, now), now);
  const mine = { form: { ...stood, capacity: '40' }, from: stood };
  assert.deepEqual(ontoNow(mine, now), { place: '样例路 1 号', capacity: '40' });
  assert.equal(clashIn(mine, now, labels), null);
});

test('two wrote the same field: one’s own stays and the other’s is said; the same words are no clash', () => {
  const mine = { form: { ...stood, place: '样例路 2 号' }, from: stood };
  const theirs = { ...stood, place: '样例路 1 号' };
  assert.equal(ontoNow(mine, theirs).place, '样例路 2 号');
  assert.deepEqual(clashIn(mine, theirs, labels), {
    field: 'place',
    says: '有人把“在哪”写成了“样例路 1\u00a0号”。这儿留着您写的，看一眼再存',
  });
  assert.equal(clashIn(mine, { ...mine.form }, labels), null);
  const emptied = clashIn(
    { form: { ...stood, capacity: '40' }, from: stood },
    { ...stood, capacity: '' },
    labels,
  );
  assert.match(emptied?.says ?? '', /把“能坐多少人”空着了/);
});
