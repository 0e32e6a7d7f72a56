import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Document } from '../../../../local/cloud/store/index';
import { refusal, storeOf } from './support';

function fields(context: TestContext, projection: Document, filter: Document = {}): Document | undefined {
  const store = storeOf(context);
  store.insert('c', [
    {
      _id: 1,
      a: { b: 1, c: 2 },
      list: [
        { k: 1, v: 1 },
        { k: 2, v: 2 },
        { k: 3, v: 3 },
      ],
      n: 5,
    },
  ]);
  return store.find('c', filter, { projection }).documents[0];
}

test('the fields that are named, and the _id', (context) => {
  assert.deepEqual(fields(context, { n: 1, 'a.b': 1 }), { _id: 1, a: { b: 1 }, n: 5 });
  assert.deepEqual(fields(context, { n: true, _id: 0 }), { n: 5 });
  assert.deepEqual(fields(context, { missing: 1 }), { _id: 1 });
  assert.deepEqual(fields(context, { 'list.k': 1 }), { _id: 1, list: [{ k: 1 }, { k: 2 }, { k: 3 }] });
});

test('all but the fields that are named', (context) => {
  assert.deepEqual(fields(context, { list: 0, 'a.c': 0 }), { _id: 1, a: { b: 1 }, n: 5 });
  assert.deepEqual(fields(context, { _id: 0, list: 0 }), { a: { b: 1, c: 2 }, n: 5 });
});

test('a part of a list: a slice, the element that was found, the first that matches', (context) => {
  assert.deepEqual(fields(context, { list: { $slice: 1 }, n: 1 }), { _id: 1, n: 5, list: [{ k: 1, v: 1 }] });
  assert.deepEqual(fields(context, { list: { $elemMatch: { k: 2 } } }), { _id: 1, list: [{ k: 2, v: 2 }] });
  assert.deepEqual(fields(context, { 'list.$': 1 }, { 'list.k': 3 }), { _id: 1, list: [{ k: 3, v: 3 }] });
});

test('a projection never changes what is stored', (context) => {
  const store = storeOf(context);
  store.insert('c', [{ _id: 1, a: { b: 1, c: 2 } }]);
  store.find('c', {}, { projection: { 'a.c': 0 } });
  assert.deepEqual(store.find('c', {}).documents, [{ _id: 1, a: { b: 1, c: 2 } }]);
});

test('Projection cannot have a mix of inclusion and exclusion', (context) => {
  assert.equal(refusal(() => fields(context, { a: 1, n: 0 })).databaseCode, 31254);
});
