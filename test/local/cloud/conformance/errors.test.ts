import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ECHO, emptyCollection, openApp, UNIQUE } from './environment';

const app = await openApp();
const database = app.database();
const _ = database.command;

test('a collection that does not exist is named as that', async () => {
  const missing = database.collection(`conformance_missing_${Date.now()}`);
  await assert.rejects(missing.where({ a: 1 }).get(), { code: 'DATABASE_COLLECTION_NOT_EXIST' });
  await assert.rejects(missing.add({ a: 1 }), { code: 'DATABASE_COLLECTION_NOT_EXIST' });
});

test('a collection is not created twice', async () => {
  await emptyCollection(database, 'conformance_twice');
  await assert.rejects(database.createCollection('conformance_twice'), {
    code: 'DATABASE_COLLECTION_ALREADY_EXIST',
  });
});

/** Production's documentation and its logs disagree about the code; the message is the same. */
const isDuplicate = (error: { code?: string; message: string }): boolean =>
  error.code === 'DATABASE_DUPLICATE_WRITE' || /\bE11000 duplicate key error\b/.test(error.message);

test('a unique index refuses a second document with the value, by add, set and update', async () => {
  const codes = await emptyCollection(database, UNIQUE);
  await codes.add({ _id: 'one', code: 'A' });
  await codes.add({ _id: 'two', code: 'B' });
  await assert.rejects(codes.add({ code: 'A' }), isDuplicate);
  await assert.rejects(codes.doc('three').set({ code: 'A' }), isDuplicate);
  await assert.rejects(codes.doc('two').update({ code: 'A' }), isDuplicate);
  assert.equal((await codes.where({ code: 'A' }).count()).total, 1);
});

test('for a unique index two documents without the field are the same', async () => {
  const codes = await emptyCollection(database, UNIQUE);
  await codes.add({ _id: 'one' });
  await assert.rejects(codes.add({ _id: 'two' }), isDuplicate);
});

test('an operator that does not exist is refused', async () => {
  const things = await emptyCollection(database, 'conformance_twice');
  await assert.rejects(things.where({ a: { $nonsense: 1 } }).get());
});

test('one index over two arrays is not possible, a plain field beside an array is', async () => {
  const things = await emptyCollection(database, 'conformance_twice');
  await things.add({ a: [1], b: 2 });
  assert.equal((await things.where({ a: 1, b: _.gt(1) }).count()).total, 1);
});

test('a function is called with data and answers with data', async () => {
  const { result } = await app.callFunction({ name: ECHO, data: { say: { to: ['everyone'] } } });
  assert.deepEqual(result, { heard: { to: ['everyone'] } });
});

test('a function that does not exist is named as that', async () => {
  await assert.rejects(app.callFunction({ name: 'conformance-nobody', data: {} }), {
    code: 'FUNCTION_NOT_FOUND',
  });
});

test('a function that throws is an execution failure with its words', async () => {
  await assert.rejects(app.callFunction({ name: ECHO, data: { fail: 'on purpose' } }), {
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: /on purpose/,
  });
});
