import assert from 'node:assert/strict';
import { test } from 'node:test';
import { index } from './declare';
import { idsOf, refusal, storeOf, updated } from './support';

test('E11000 duplicate key error: the same value twice', (context) => {
  const store = storeOf(context, [index('phone_1', ['phone'], 'unique')]);
  store.insert('c', [{ phone: '1' }]);
  const error = refusal(() => store.insert('c', [{ phone: '1' }]));
  assert.equal(error.code, 'DATABASE_REQUEST_FAILED');
  assert.equal(error.databaseCode, 11000);
  assert.equal(
    error.message,
    '[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: c index: phone_1 dup key: { phone: "1" }}]}, {<nil>}]',
  );
});

test('E11000 duplicate key error: a missing field counts as null, so two without it collide', (context) => {
  const store = storeOf(context, [index('phone_1', ['phone'], 'unique')]);
  store.insert('c', [{ _id: 1 }]);
  assert.match(refusal(() => store.insert('c', [{ _id: 2 }])).message, /dup key: \{ phone: null \}/);
  assert.match(refusal(() => store.insert('c', [{ _id: 3, phone: null }])).message, /E11000/);
  store.insert('c', [{ _id: 4, phone: '1' }]);
  assert.match(
    refusal(() => updated(store, { $unset: { phone: '' } }, { _id: 4 })).message,
    /FailedOperation\.Update.*E11000/,
  );
});

test('E11000 duplicate key error: the same _id, and 1 is not "1"', (context) => {
  const store = storeOf(context);
  store.insert('c', [{ _id: 1 }, { _id: '1' }]);
  assert.match(
    refusal(() => store.insert('c', [{ _id: '1' }])).message,
    /index: _id_ dup key: \{ _id: "1" \}/,
  );
});

test('E11000 duplicate key error: compound, only when all fields agree', (context) => {
  const store = storeOf(context, [index('seat', ['session', '-seat'], 'unique')]);
  store.insert('c', [
    { session: 'a', seat: 1 },
    { session: 'a', seat: 2 },
    { session: 'b', seat: 1 },
  ]);
  assert.match(
    refusal(() => store.insert('c', [{ session: 'a', seat: 2 }])).message,
    /dup key: \{ session: "a", seat: 2 \}/,
  );
});

test('E11000 duplicate key error: an element that another document has, but not twice in the same document', (context) => {
  const store = storeOf(context, [index('codes', ['codes'], 'unique')]);
  store.insert('c', [{ _id: 1, codes: ['a', 'b', 'a'] }]);
  assert.match(
    refusal(() => store.insert('c', [{ codes: ['x', 'b'] }])).message,
    /dup key: \{ codes: "b" \}/,
  );
  store.insert('c', [{ _id: 2, codes: ['x'] }]);
  updated(store, { $pull: { codes: 'b' } }, { _id: 1 });
  updated(store, { $push: { codes: 'b' } }, { _id: 2 });
  assert.deepEqual(idsOf(store.find('c', { codes: 'b' }).documents), [2]);
});

test('both shapes of a duplicate key carry E11000', (context) => {
  const store = storeOf(context, [], { duplicateShape: 'code' });
  store.insert('c', [{ _id: 1 }]);
  const error = refusal(() => store.insert('c', [{ _id: 1 }]));
  assert.equal(error.code, 'DATABASE_DUPLICATE_WRITE');
  assert.match(error.message, /\bE11000 duplicate key error\b/);
});

test('a batch stops at the first duplicate and keeps what went before, as an ordered insert does', (context) => {
  const store = storeOf(context);
  store.insert('c', [{ _id: 2 }]);
  assert.match(refusal(() => store.insert('c', [{ _id: 1 }, { _id: 2 }, { _id: 3 }])).message, /E11000/);
  assert.deepEqual(idsOf(store.find('c', {}, { sort: { _id: 1 } }).documents), [1, 2]);
});

test('a value that was given up can be taken', (context) => {
  const store = storeOf(context, [index('no', ['no'], 'unique')]);
  store.insert('c', [{ _id: 1, no: 5 }]);
  updated(store, { $set: { no: 6 } }, { _id: 1 });
  store.insert('c', [{ _id: 2, no: 5 }]);
  store.remove('c', { _id: 1 }, { multi: false });
  store.insert('c', [{ _id: 3, no: 6 }]);
  assert.match(refusal(() => updated(store, { $set: { no: 5 } }, { _id: 3 })).message, /E11000/);
});
