import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPerson } from '../../../cloudfunctions/people/person/model';
import { updated } from '../../../cloudfunctions/people/person/update';

const vault = { seal: (plain: string) => `sealed ${plain}`, index: (plain: string) => `index ${plain}` };
const step = { rid: 'r1', now: 1, by: 'p1' };
const known = updated(
  newPerson('p1', null, 0),
  { name: '样例甲', phone: '13912345678', door: '402', elder: true },
  step,
  vault,
);

test('telephone and door are kept sealed, the telephone also findable', () => {
  assert.deepEqual(
    [known.phone, known.phoneIndex, known.door],
    ['sealed 13912345678', 'index 13912345678', 'sealed 402'],
  );
  assert.deepEqual(known.timeline.at(-1), { rid: 'r1', at: 1, by: 'p1', command: 'update' });
});

test('what somebody leaves out stays, what they empty is gone with its index', () => {
  const { timeline: _, ...kept } = updated(known, { building: '样例楼' }, { ...step, rid: 'r2' }, vault);
  const { timeline: __, ...before } = known;
  assert.deepEqual(kept, { ...before, building: '样例楼' });
  const gone = updated(known, { phone: '', door: '', elder: false }, { ...step, rid: 'r3' }, vault);
  assert.deepEqual([gone.phone, gone.phoneIndex, gone.door, gone.elder], [null, null, null, false]);
});
