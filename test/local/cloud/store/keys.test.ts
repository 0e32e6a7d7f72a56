import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ObjectId } from 'bson';
import fc from 'fast-check';
import { compareKeys, keyOf, prefixBounds, typeBounds, valueOfKey } from '../../../../local/cloud/store/keys';

const scalar = fc.oneof(
  fc.constant(null),
  fc.double({ noNaN: true }).map((number) => (number === 0 ? 0 : number)),
  fc.integer(),
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
);

test('the order of the types is that of the database', () => {
  const values = [[], null, -Infinity, 0, '', 'a', {}, [1], new ObjectId(), false, true, new Date(0), /a/];
  const keys = values.map((value, i) => (i === 0 ? Buffer.of(0x08) : keyOf(value)));
  assert.deepEqual([...keys].sort(compareKeys), keys);
});

test('keys of numbers are ordered as the numbers are', () => {
  const number = fc.double({ noNaN: true });
  fc.assert(
    fc.property(number, number, (a, b) => {
      assert.equal(Math.sign(compareKeys(keyOf(a), keyOf(b))), Math.sign(a === b ? 0 : a < b ? -1 : 1));
    }),
  );
});

test('keys of text are ordered by code point', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = [a, b].map((one) => Array.from(one, (letter) => letter.codePointAt(0) ?? 0));
      assert.equal(
        Math.sign(compareKeys(keyOf(a), keyOf(b))),
        Math.sign(compareLists(left ?? [], right ?? [])),
      );
    }),
  );
});

test('a key tells its value, and equal keys mean equal values', () => {
  fc.assert(
    fc.property(scalar, (value) => {
      assert.deepEqual(valueOfKey(keyOf(value)), value);
    }),
  );
  assert.deepEqual(keyOf({ a: 1, b: 2 }), keyOf({ b: 2, a: 1 }));
  assert.deepEqual(keyOf(-0), keyOf(0));
  assert.notDeepEqual(keyOf('1'), keyOf(1));
});

test('a key lies within the bounds of its type, and of each of its prefixes', () => {
  fc.assert(
    fc.property(scalar, fc.string(), fc.string(), (value, head, tail) => {
      const key = keyOf(value);
      const { from, to } = typeBounds(key);
      assert.ok(compareKeys(from, key) <= 0 && compareKeys(key, to) < 0);
      const within = prefixBounds(head);
      assert.ok(compareKeys(within.from, keyOf(head + tail)) <= 0);
      assert.ok(compareKeys(keyOf(head + tail), within.to) < 0);
    }),
  );
});

function compareLists(a: number[], b: number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
