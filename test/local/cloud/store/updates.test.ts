import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Document } from '../../../../local/cloud/store/index';
import { refusal, storeOf, updated } from './support';

/** The only document after an update of it. */
function after(context: TestContext, document: Document, update: Document, filter: Document = {}): Document {
  const store = storeOf(context, [], { now: () => 1000 });
  store.insert('c', [{ _id: 1, ...document }]);
  const returned = updated(store, update, filter);
  assert.deepEqual(returned, store.find('c', {}).documents[0]);
  const { _id, ...rest } = returned;
  return rest;
}

test('$push puts in place, then in order, then down to size, also where the list was missing', (context) => {
  const push = { $push: { list: { $each: [3, 1, 2], $sort: 1, $slice: 2 } } };
  assert.deepEqual(after(context, {}, push), { list: [1, 2] });
  assert.deepEqual(after(context, { list: [0] }, push), { list: [0, 1] });
  assert.deepEqual(after(context, { list: [1, 2, 3] }, { $push: { list: { $each: [9], $position: 1 } } }), {
    list: [1, 9, 2, 3],
  });
  assert.deepEqual(after(context, { list: [1, 2, 3] }, { $push: { list: { $each: [9], $position: -1 } } }), {
    list: [1, 2, 9, 3],
  });
  assert.deepEqual(after(context, { list: [1, 2, 3] }, { $push: { list: { $each: [], $slice: -2 } } }), {
    list: [2, 3],
  });
  assert.deepEqual(after(context, { list: [1] }, { $push: { list: { $each: [2], $slice: 0 } } }), {
    list: [],
  });
});

test('$push sorts objects by their fields, a missing one first', (context) => {
  const update = { $push: { list: { $each: [{ at: 2 }, {}], $sort: { at: -1 } } } };
  assert.deepEqual(after(context, { list: [{ at: 1 }] }, update), { list: [{ at: 2 }, { at: 1 }, {}] });
});

test('$push of a list without $each adds the list as one element', (context) => {
  assert.deepEqual(after(context, { list: [] }, { $push: { list: [1, 2] } }), { list: [[1, 2]] });
});

test('$addToSet adds each value once, and leaves older doubles alone', (context) => {
  assert.deepEqual(after(context, {}, { $addToSet: { set: { $each: [1, 1, 2] } } }), { set: [1, 2] });
  assert.deepEqual(after(context, { set: [1, 1] }, { $addToSet: { set: 2 } }), { set: [1, 1, 2] });
  assert.deepEqual(after(context, { set: [{ a: 1 }] }, { $addToSet: { set: { a: 1 } } }), {
    set: [{ a: 1 }],
  });
});

test('$pull takes a value, a condition, a pattern, or the fields of an object', (context) => {
  assert.deepEqual(after(context, { l: [1, 2, 1] }, { $pull: { l: 1 } }), { l: [2] });
  assert.deepEqual(after(context, { l: [1, 5, 9] }, { $pull: { l: { $gte: 5 } } }), { l: [1] });
  assert.deepEqual(after(context, { l: ['ab', 'b'] }, { $pull: { l: /^a/ } }), { l: ['b'] });
  assert.deepEqual(after(context, { l: [{ k: 1, v: 2 }, { k: 2 }, 5] }, { $pull: { l: { k: 1 } } }), {
    l: [{ k: 2 }, 5],
  });
  assert.deepEqual(after(context, { l: [[1], [2]] }, { $pull: { l: [1] } }), { l: [[2]] });
  assert.deepEqual(after(context, {}, { $pull: { l: 1 } }), {});
});

test('$pop and $pullAll leave alone what is not there', (context) => {
  assert.deepEqual(after(context, { l: [1, 2, 3] }, { $pop: { l: -1 } }), { l: [2, 3] });
  assert.deepEqual(after(context, {}, { $pop: { l: 1 }, $pullAll: { m: [1] } }), {});
  assert.deepEqual(after(context, { l: [1, 2, 3, 2] }, { $pullAll: { l: [2, 9] } }), { l: [1, 3] });
});

test('$unset of an element leaves null in its place', (context) => {
  assert.deepEqual(
    after(context, { l: [1, 2], a: { b: 1 } }, { $unset: { 'l.0': '', 'a.b': '', 'x.y': '' } }),
    { l: [null, 2], a: {} },
  );
});

test('$min and $max compare in the order of the database: numbers before text before dates', (context) => {
  assert.deepEqual(after(context, { a: 'x' }, { $min: { a: 5 } }), { a: 5 });
  assert.deepEqual(after(context, { a: 'x' }, { $max: { a: new Date(0) } }), { a: new Date(0) });
  assert.deepEqual(after(context, { a: 3 }, { $max: { a: 2 }, $min: { b: 1 } }), { a: 3, b: 1 });
});

test('$min takes null for a value, and a missing field for none', (context) => {
  assert.deepEqual(after(context, { a: null }, { $min: { a: 1 }, $max: { b: null } }), { a: null, b: null });
});

test('$rename moves a field, over one that was there', (context) => {
  assert.deepEqual(after(context, { a: 1, b: 2 }, { $rename: { a: 'b', x: 'y' } }), { b: 1 });
  assert.deepEqual(after(context, { a: { b: 1 } }, { $rename: { 'a.b': 'c.d' } }), { a: {}, c: { d: 1 } });
});

test('$bit works on whole numbers, beyond 32 bits too', (context) => {
  assert.deepEqual(after(context, { n: 13 }, { $bit: { n: { and: 10 } } }), { n: 8 });
  assert.deepEqual(after(context, { n: 2 ** 40 }, { $bit: { n: { or: 1 } } }), { n: 2 ** 40 + 1 });
  assert.deepEqual(after(context, {}, { $bit: { n: { xor: 5 } } }), { n: 5 });
});

test('$currentDate writes the time of the injected clock', (context) => {
  assert.deepEqual(after(context, {}, { $currentDate: { at: true } }), { at: new Date(1000) });
});

test('$ is the element that the filter found', (context) => {
  const list = [
    { k: 1, v: 1 },
    { k: 2, v: 5 },
    { k: 2, v: 9 },
  ];
  const set = { $set: { 'list.$.v': 0 } };
  const valuesOf = (document: Document) => (document.list as { v: number }[]).map(({ v }) => v); // as written above
  assert.deepEqual(valuesOf(after(context, { list }, set, { 'list.k': 2 })), [1, 0, 9]);
  assert.deepEqual(
    valuesOf(after(context, { list }, set, { list: { $elemMatch: { k: 2, v: { $gt: 5 } } } })),
    [1, 5, 0],
  );
  assert.deepEqual(valuesOf(after(context, { list }, set, { 'list.k': 2, 'list.v': 9 })), [1, 5, 0]);
  assert.deepEqual(after(context, { l: [3, 8] }, { $inc: { 'l.$': 1 } }, { l: { $gt: 5 } }), { l: [3, 9] });
});

test('$ finds its element inside of $and, too, and in a list further down', (context) => {
  const filter = { $and: [{ _id: 1 }, { 'a.list': 7 }] };
  assert.deepEqual(after(context, { a: { list: [5, 7] } }, { $set: { 'a.list.$': 0 } }, filter), {
    a: { list: [5, 0] },
  });
});

test('$[] is every element', (context) => {
  assert.deepEqual(after(context, { l: [1, 2] }, { $inc: { 'l.$[]': 1 } }), { l: [2, 3] });
  assert.deepEqual(after(context, { l: [{ v: [1] }, { v: [2] }] }, { $push: { 'l.$[].v': 9 } }), {
    l: [{ v: [1, 9] }, { v: [2, 9] }],
  });
  assert.deepEqual(after(context, { l: [] }, { $set: { 'l.$[].v': 9 } }), { l: [] });
});

test('an update that changes nothing counts nothing', (context) => {
  const store = storeOf(context);
  store.insert('c', [
    { _id: 1, a: 1 },
    { _id: 2, a: 2 },
  ]);
  const { updated: count } = store.modify(
    'c',
    {},
    { $set: { a: 1 } },
    { multi: true, merge: true, upsert: false },
  );
  assert.equal(count, 1);
});

test('an update that fails on one document leaves that document whole, and those before it changed', (context) => {
  const store = storeOf(context);
  store.insert('c', [
    { _id: 1, n: 1 },
    { _id: 2, n: null, m: 1 },
    { _id: 3, n: 1 },
  ]);
  refusal(() => store.modify('c', {}, { $inc: { m: 1, n: 1 } }, { multi: true, merge: true, upsert: false }));
  assert.deepEqual(store.find('c', {}).documents, [
    { _id: 1, n: 2, m: 1 },
    { _id: 2, n: null, m: 1 },
    { _id: 3, n: 1 },
  ]);
});

test('a replacement keeps the _id and nothing else', (context) => {
  const store = storeOf(context);
  store.insert('c', [{ _id: 1, a: 1, b: 2 }]);
  const { updated: count } = store.modify(
    'c',
    { _id: 1 },
    { b: 3 },
    { multi: false, merge: false, upsert: false },
  );
  assert.equal(count, 1);
  assert.deepEqual(store.find('c', {}).documents, [{ _id: 1, b: 3 }]);
});

test('an upsert adds what the filter demands and what the update says', (context) => {
  const store = storeOf(context);
  const options = { multi: false, merge: true, upsert: true };
  const filter = { _id: 'k', day: '1', room: { $eq: 'a' }, n: { $gt: 5 }, $and: [{ 'at.x': 1 }] };
  const first = store.modify('c', filter, { $inc: { n: 1 }, $setOnInsert: { made: true } }, options);
  assert.equal(first.upsertId, 'k');
  assert.equal(first.updated, 0);
  const made = { _id: 'k', day: '1', room: 'a', at: { x: 1 }, n: 1, made: true };
  assert.deepEqual(store.find('c', {}).documents, [made]);
  store.modify('c', { _id: 'k' }, { $inc: { n: 1 }, $setOnInsert: { made: false } }, options);
  assert.deepEqual(store.find('c', {}).documents, [{ ...made, n: 2 }]);
});

test('an upserted replacement takes the _id of the filter, or a new one', (context) => {
  const store = storeOf(context, [], { now: () => 1.7e12 });
  const options = { multi: false, merge: false, upsert: true };
  assert.equal(store.modify('c', { _id: 'k' }, { a: 1 }, options).upsertId, 'k');
  const { upsertId = '' } = store.modify('c', { a: 2 }, { a: 2 }, options);
  assert.match(upsertId, /^[0-9a-f]{32}$/);
  assert.equal(store.find('c', {}).documents.length, 2);
});
