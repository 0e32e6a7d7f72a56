import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { derivedId, randomId, readShortCode, shortCode } from '../../../cloudfunctions/core/ids';

test('the same parts give the same id and other parts another', () => {
  assert.equal(derivedId('a', 'b', 'c'), derivedId('a', 'b', 'c'));
  assert.notEqual(derivedId('a', 'bc'), derivedId('a', 'b', 'c'));
  assert.notEqual(derivedId('ab', 'c'), derivedId('a', 'bc'));
});

test('ten thousand random ids are ten thousand', () => {
  assert.equal(new Set(Array.from({ length: 10_000 }, randomId)).size, 10_000);
});

test('a short code is read back, in small letters and with O for 0 too', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (id) => {
      const code = shortCode('venue', id, 6);
      assert.match(code, /^[0-9A-HJKMNP-TV-Z]{6}$/);
      assert.equal(readShortCode(code.toLowerCase().replaceAll('0', 'o'), 6), code);
    }),
  );
});

test('a short code with one wrong character is noticed', () => {
  let noticed = 0;
  let tried = 0;
  for (let n = 0; n < 300; n += 1) {
    const code = shortCode('venue', String(n), 6);
    for (let place = 0; place < 5; place += 1) {
      const wrong = code.slice(0, place) + (code[place] === 'Z' ? 'Y' : 'Z') + code.slice(place + 1);
      tried += 1;
      if (readShortCode(wrong, 6) !== wrong) noticed += 1;
    }
  }
  assert.ok(noticed / tried > 0.95, `${noticed} of ${tried}`);
});
