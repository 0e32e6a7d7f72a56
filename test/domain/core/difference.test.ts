import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { difference } from '../../../cloudfunctions/core/difference';

test('a list that only grew is an append', () => {
  assert.deepEqual(difference({ a: [1] }, { a: [1, 2] }, []), [{ field: 'a', is: 'appended', values: [2] }]);
});

test('a list that lost or changed something is written whole', () => {
  assert.deepEqual(difference({ a: [1, 2] }, { a: [2] }, []), [{ field: 'a', is: 'set', value: [2] }]);
});

test('a field that is gone is removed, and fields apart are left alone', () => {
  assert.deepEqual(difference({ _id: 'x', a: 1, b: 2 }, { _id: 'y', b: 2 }, ['_id']), [
    { field: 'a', is: 'removed' },
  ]);
});

test('applying the difference gives the next document', () => {
  const doc = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.oneof(fc.integer(), fc.array(fc.integer(), { maxLength: 4 }), fc.constant(null)),
  );
  fc.assert(
    fc.property(doc, doc, (before, after) => {
      const built = new Map(Object.entries(before));
      for (const change of difference(before, after, [])) {
        if (change.is === 'removed') built.delete(change.field);
        else if (change.is === 'set') built.set(change.field, change.value as never);
        else built.set(change.field, [...(built.get(change.field) as number[]), ...change.values] as never);
      }
      assert.deepEqual(Object.fromEntries(built), { ...after });
    }),
  );
});
