import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sound, soundCondition } from '../../../cloudfunctions/core/guard';

const refusals: readonly [string, () => void][] = [
  ['undefined, which compiles to no condition', () => soundCondition({ version: undefined })],
  ['an empty object, which matches every document', () => soundCondition({ state: {} })],
  ['an operator that a caller sent', () => soundCondition({ state: { $ne: null } })],
  ['an operator deep in a value', () => sound({ a: [{ b: { $gt: 1 } }] }, 'x')],
  ['a prototype key', () => sound(JSON.parse('{"__proto__": {"admin": true}}'), 'x')],
  ['a number that is none', () => sound({ n: Number.NaN }, 'x')],
  ['a function', () => sound({ f: () => 1 }, 'x')],
];

for (const [what, attempt] of refusals) {
  test(`nothing leaves with ${what}`, () => {
    assert.throws(attempt, { code: 'INVALID_INPUT' });
  });
}

test('ordinary values and nulls pass', () => {
  sound({ a: null, b: [1, 'x', { c: true }] }, 'x');
  soundCondition({ a: null, b: 'x', c: 0 });
});
