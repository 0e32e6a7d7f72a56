import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { DAY, HOUR } from '../../../cloudfunctions/core/calendar';
import { knockCode } from '../../../cloudfunctions/service/request/knock-code';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const sign = (text: string) =>
  createHmac('sha256', 'key').update(text).digest().subarray(0, 10).toString('base64url');
const matter = { _id: 'r1', state: 'accepted', helperId: 'li' } as const;
const code = (change: object = {}, now = NOW) => knockCode({ ...matter, ...change }, now, sign)?.code;

test('four digits, the same all day, another the next day, for another visitor and for another matter [S68]', () => {
  assert.match(code() ?? '', /^\d{4}$/);
  assert.equal(code(), code({}, NOW + 10 * HOUR));
  const others = [code({}, NOW + DAY), code({ helperId: 'wang' }), code({ _id: 'r2' })];
  assert.ok(
    others.every((other) => other !== code()),
    others.join(),
  );
  assert.equal(knockCode(matter, NOW, sign)?.until, Date.parse('2026-11-24T00:00:00+08:00'));
});

test('the day is Shanghai’s: before midnight there and after it are two codes', () => {
  const before = Date.parse('2026-11-23T15:59:00Z');
  assert.notEqual(code({}, before), code({}, before + 2 * 60_000));
});

test('nobody is to come: no code', () => {
  assert.equal(knockCode({ ...matter, helperId: null }, NOW, sign), null);
  for (const state of ['open', 'dispatched', 'delivered', 'closed', 'on_hold'] as const)
    assert.equal(knockCode({ ...matter, state }, NOW, sign), null, state);
});

test('a leading nought is kept, and codes spread over all digits', () => {
  const codes = Array.from({ length: 2_000 }, (_, n) => code({ _id: `r${n}` }) ?? '');
  assert.ok(codes.every((one) => one.length === 4));
  assert.ok(codes.some((one) => one.startsWith('0')));
  assert.ok(new Set(codes).size > 1_700);
});
