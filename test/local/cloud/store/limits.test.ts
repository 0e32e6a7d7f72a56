import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStore } from '../../../../local/cloud/store/index';
import { index } from './declare';
import { refusal, storeOf, updated } from './support';

const MB = 1024 * 1024;

test('one add or update carries at most 5 MB', (context) => {
  const store = storeOf(context);
  store.insert('c', [{ _id: 1, text: 'x'.repeat(5 * MB - 100) }]);
  const big = 'x'.repeat(5 * MB);
  assert.equal(refusal(() => store.insert('c', [{ text: big }])).code, 'EXCEED_REQUEST_SIZE_LIMIT');
  assert.equal(refusal(() => updated(store, { $set: { text: big } })).code, 'EXCEED_REQUEST_SIZE_LIMIT');
  const chinese = '汉'.repeat(2 * MB);
  assert.equal(refusal(() => store.insert('c', [{ text: chinese }])).code, 'EXCEED_REQUEST_SIZE_LIMIT');
});

test('Resulting document after update is larger than 16777216', (context) => {
  const store = storeOf(context);
  store.insert('c', [{ _id: 1, parts: [] }]);
  const part = 'x'.repeat(4 * MB);
  for (let i = 0; i < 3; i++) updated(store, { $push: { parts: part } });
  const error = refusal(() => updated(store, { $push: { parts: part } }));
  assert.match(error.message, /Resulting document after update is larger than 16777216/);
  assert.equal(error.databaseCode, 17419);
});

test('one get returns at most 50 MB, and at most 1000 documents', (context) => {
  const store = storeOf(context);
  for (let i = 0; i < 11; i++) store.insert('c', [{ text: 'x'.repeat(4.8 * MB) }]);
  assert.equal(refusal(() => store.find('c', {})).code, 'EXCEED_REQUEST_SIZE_LIMIT');
  assert.equal(store.find('c', {}, { limit: 10 }).documents.length, 10);

  const many = storeOf(context);
  many.insert(
    'c',
    Array.from({ length: 1200 }, () => ({})),
  );
  assert.equal(many.find('c', {}).documents.length, 1000);
  assert.equal(many.find('c', {}, { limit: 5000 }).documents.length, 1000);
});

test('a collection has at most 100 indexes, and an index at most 31 fields', () => {
  const open = (indexes: ReturnType<typeof index>[]) =>
    refusal(() => openStore({ file: ':memory:', collections: { c: { indexes } } }));
  const many = Array.from({ length: 101 }, (_, i) => index(`i${i}`, [`f${i}`]));
  assert.match(open(many).message, /101 indexes, at most 100/);
  const wide = Array.from({ length: 32 }, (_, i) => `f${i}`);
  assert.match(open([index('wide', wide)]).message, /index wide of c has 32 fields, at most 31/);
  assert.match(open([index('none', [])]).message, /has no fields/);
  assert.match(open([index('twice', ['a', '-a'])]).message, /names a field twice/);
  assert.match(open([index('same', ['a']), index('same', ['b'])]).message, /declares the index same twice/);
});

test('an index of 31 fields works', (context) => {
  const fields = Array.from({ length: 31 }, (_, i) => `f${i}`);
  const store = storeOf(context, [index('wide', fields, 'unique')], { scan: 'reject' });
  store.insert('c', [
    { f0: 1, f30: 2 },
    { f0: 1, f30: 3 },
  ]);
  assert.equal(store.find('c', { f0: 1 }).plan.index, 'wide');
  assert.match(refusal(() => store.insert('c', [{ f0: 1, f30: 3 }])).message, /E11000/);
});

test('Table exist, and Db or Table not exist', (context) => {
  const store = storeOf(context);
  store.createCollection('d');
  assert.deepEqual(store.collections(), ['c', 'd']);
  assert.equal(refusal(() => store.createCollection('d')).code, 'DATABASE_COLLECTION_ALREADY_EXIST');
  assert.equal(refusal(() => store.createCollection('a b')).code, 'INVALID_PARAM');
  for (const asked of [
    () => store.find('e', {}),
    () => store.count('e', {}),
    () => store.insert('e', [{}]),
    () => store.aggregate('e', []),
    () => store.remove('e', {}, { multi: true }),
  ]) {
    assert.equal(refusal(asked).code, 'DATABASE_COLLECTION_NOT_EXIST');
  }
});

test('names that differ in case are two collections', (context) => {
  const store = storeOf(context);
  store.createCollection('users');
  store.createCollection('Users');
  store.insert('users', [{ _id: 1 }]);
  assert.equal(store.count('Users', {}).total, 0);
});

test('a kind of index that cannot serve queries here is left out, and said to be', (context) => {
  const heard: string[] = [];
  const geo = index('at_geo', ['at']);
  const [key] = geo.MgoKeySchema.MgoIndexKeys;
  if (key) key.Direction = '2dsphere' as '1'; // CloudBase has it, our own type does not
  storeOf(context, [geo], { onWarn: (text) => heard.push(text) });
  assert.deepEqual(heard, [
    'index at_geo of c: direction "2dsphere" is not supported by this stand-in; the index is left out.',
  ]);
});
