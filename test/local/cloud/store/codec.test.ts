import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EJSON, ObjectId } from 'bson';
import { decodeWire, encodeWire } from '../../../../local/cloud/store/index';
import { refusal } from './support';

const NOW = 1_700_000_000_000;

test('canonical extended JSON becomes plain values', () => {
  const wire = EJSON.stringify(
    {
      i: 1,
      long: 2 ** 40,
      d: 0.5,
      at: new Date(5),
      id: new ObjectId('64b000000000000000000001'),
      l: [null, true, '中'],
    },
    { relaxed: false },
  );
  assert.deepEqual(decodeWire(wire, NOW), {
    i: 1,
    long: 2 ** 40,
    d: 0.5,
    at: new Date(5),
    id: new ObjectId('64b000000000000000000001'),
    l: [null, true, '中'],
  });
});

test('relaxed extended JSON is understood as well', () => {
  assert.deepEqual(decodeWire('{"i":1,"at":{"$date":"1970-01-01T00:00:00.005Z"}}', NOW), {
    i: 1,
    at: new Date(5),
  });
});

test('a server date is the injected time plus its offset, in data and in queries', () => {
  const wire =
    '{"at":{"$gt":{"$tcb_server_date":{"offset":{"$numberInt":"-1000"}}}},"b":{"$tcb_server_date":{}}}';
  assert.deepEqual(decodeWire(wire, NOW), { at: { $gt: new Date(NOW - 1000) }, b: new Date(NOW) });
});

test('patterns become regular expressions without a memory', () => {
  const wire = '{"$regularExpression":{"pattern":"^a","options":"gi"}}';
  assert.deepEqual(decodeWire(wire, NOW), /^a/i);
  assert.match(refusal(() => decodeWire('{"$regularExpression":{"pattern":"("}}', NOW)).message, /invalid/);
});

test('operators stay what they are', () => {
  const wire =
    '{"a":{"$in":[{"$numberInt":"1"}],"$exists":true},"$or":[{"b":{"$regex":"^x","$options":"i"}}]}';
  assert.deepEqual(decodeWire(wire, NOW), {
    a: { $in: [1], $exists: true },
    $or: [{ b: { $regex: '^x', $options: 'i' } }],
  });
});

test('what is sent back is canonical, as the library of the SDK would write it', () => {
  const value = {
    i: 1,
    big: 2 ** 31,
    long: -(2 ** 40),
    d: 0.5,
    at: new Date(5),
    id: new ObjectId('64b000000000000000000001'),
    re: /a\/b/im,
    l: [null, true, '中', [{}]],
    inf: Infinity,
    nan: Number.NaN,
  };
  assert.deepEqual(EJSON.parse(encodeWire(value)), EJSON.parse(EJSON.stringify(value, { relaxed: false })));
  assert.equal(
    encodeWire({ a: 1, b: undefined, c: 2.5 }),
    '{"a":{"$numberInt":"1"},"c":{"$numberDouble":"2.5"}}',
  );
  assert.equal(encodeWire({ n: -0 }), '{"n":{"$numberInt":"0"}}');
});

test('what is no JSON, no date, or not to be had here is refused', () => {
  assert.equal(refusal(() => decodeWire('{', NOW)).code, 'INVALID_PARAM');
  assert.match(refusal(() => decodeWire('{"$date":"soon"}', NOW)).message, /not a date: "soon"/);
  assert.equal(refusal(() => decodeWire('{"$numberDecimal":"1.5"}', NOW)).code, 'LOCAL_NOT_SUPPORTED');
  assert.equal(refusal(() => decodeWire('{"a":{"__proto__":{"b":1}}}', NOW)).code, 'LOCAL_NOT_SUPPORTED');
  assert.match(refusal(() => encodeWire({ a: new Map() })).message, /class Map cannot be stored/);
});

test('binary data passes through', () => {
  const wire = '{"b":{"$binary":{"base64":"AQI=","subType":"00"}}}';
  assert.equal(encodeWire(decodeWire(wire, NOW)), wire);
});
