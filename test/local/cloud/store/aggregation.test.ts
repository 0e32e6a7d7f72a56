import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Document } from '../../../../local/cloud/store/index';
import { index } from './declare';
import { refusal, storeOf } from './support';

const orders: Document[] = Array.from({ length: 40 }, (_, i) => ({
  _id: i,
  shop: i % 4,
  at: i,
  price: i * 10,
}));

test('the beginning of a pipeline is answered by an index', (context) => {
  const store = storeOf(context, [index('shop_at', ['shop', '-at'])], { scan: 'reject' });
  store.insert('c', orders);
  const { documents, plan } = store.aggregate('c', [
    { $match: { shop: 1 } },
    { $sort: { at: -1 } },
    { $skip: 1 },
    { $limit: 3 },
    { $group: { _id: '$shop', total: { $sum: '$price' } } },
  ]);
  assert.deepEqual(documents, [{ _id: 1, total: 330 + 290 + 250 }]);
  assert.deepEqual(plan, {
    collection: 'c',
    kind: 'IXSCAN',
    index: 'shop_at',
    examined: 4,
    returned: 3,
    memorySort: false,
  });
});

test('stages in another order mean what they say', (context) => {
  const store = storeOf(context, [index('at', ['at'])]);
  store.insert('c', orders);
  const { documents } = store.aggregate('c', [
    { $limit: 5 },
    { $match: { shop: 1 } },
    { $project: { _id: 1 } },
  ]);
  assert.deepEqual(documents, [{ _id: 1 }]);
});

test('a join by equality enters the other collection by its index', (context) => {
  const store = storeOf(context, [index('shop', ['shop'])], { scan: 'reject' });
  store.createCollection('shops');
  store.insert('c', orders);
  store.insert('shops', [{ _id: 1, open: true }, { _id: 2, open: false }, { _id: 9 }]);
  const { documents } = store.aggregate('c', [
    { $match: { shop: { $in: [1, 2] } } },
    { $group: { _id: '$shop' } },
    { $sort: { _id: 1 } },
    { $lookup: { from: 'shops', localField: '_id', foreignField: '_id', as: 'shop' } },
    { $unwind: '$shop' },
    { $lookup: { from: 'nowhere', localField: '_id', foreignField: 'x', as: 'none' } },
  ]);
  assert.deepEqual(documents, [
    { _id: 1, shop: { _id: 1, open: true }, none: [] },
    { _id: 2, shop: { _id: 2, open: false }, none: [] },
  ]);
});

test('a join of more values than fit into one query finds each document once', (context) => {
  const store = storeOf(context, [index('ids', ['ids'])]);
  store.createCollection('many');
  store.insert(
    'many',
    Array.from({ length: 1200 }, (_, i) => ({ _id: i })),
  );
  store.insert('c', [
    { _id: 'x', ids: [1, 1100] },
    { _id: 'y', ids: [700] },
  ]);
  const { documents } = store.aggregate('many', [
    { $lookup: { from: 'c', localField: '_id', foreignField: 'ids', as: 'found' } },
    { $match: { 'found._id': { $exists: true } } },
    { $project: { found: 1 } },
  ]);
  assert.deepEqual(documents, [
    { _id: 1, found: [{ _id: 'x', ids: [1, 1100] }] },
    { _id: 700, found: [{ _id: 'y', ids: [700] }] },
    { _id: 1100, found: [{ _id: 'x', ids: [1, 1100] }] },
  ]);
});

test('a join by a pipeline reads the other collection', (context) => {
  const store = storeOf(context);
  store.createCollection('shops');
  store.insert('shops', [
    { _id: 1, city: 'a' },
    { _id: 2, city: 'b' },
  ]);
  store.insert('c', [{ _id: 5, shop: 2 }]);
  const { documents } = store.aggregate('c', [
    {
      $lookup: {
        from: 'shops',
        let: { id: '$shop' },
        pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$id'] } } }, { $project: { _id: 0, city: 1 } }],
        as: 'shop',
      },
    },
  ]);
  assert.deepEqual(documents, [{ _id: 5, shop: [{ city: 'b' }] }]);
});

test('$match inside of a pipeline is as strict as in a query', (context) => {
  const store = storeOf(context);
  store.insert('c', [
    { _id: 1, n: null },
    { _id: 2, n: 4 },
  ]);
  const { documents } = store.aggregate('c', [{ $addFields: { x: 1 } }, { $match: { n: { $mod: [2, 0] } } }]);
  assert.deepEqual(documents, [{ _id: 2, n: 4, x: 1 }]);
});

test('the stages that the SDK can send', (context) => {
  const store = storeOf(context);
  store.insert('c', orders);
  const run = (...stages: Document[]) => store.aggregate('c', stages).documents;
  assert.deepEqual(run({ $count: 'n' }), [{ n: 40 }]);
  assert.deepEqual(run({ $match: { at: -1 } }, { $count: 'n' }), []);
  assert.deepEqual(
    run({ $sortByCount: '$shop' }).map(({ count }) => count),
    [10, 10, 10, 10],
  );
  assert.deepEqual(
    run({ $bucket: { groupBy: '$at', boundaries: [0, 10, 40] } }).map(({ count }) => count),
    [10, 30],
  );
  assert.equal(run({ $bucketAuto: { groupBy: '$at', buckets: 4 } }).length, 4);
  assert.deepEqual(run({ $match: { _id: 3 } }, { $replaceRoot: { newRoot: { a: '$price' } } }), [{ a: 30 }]);
  assert.equal(new Set(run({ $sample: { size: 39 } }).map(({ _id }) => _id)).size, 39);
  assert.deepEqual(run({ $sort: { at: -1 } }, { $limit: 1 }, { $project: { at: 1, _id: 0 } }), [{ at: 39 }]);
});

test('$unwind gives a document for each element, and keeps what is no list', (context) => {
  const store = storeOf(context);
  store.insert('c', [
    { _id: 1, l: [5, 6] },
    { _id: 2, l: '' },
    { _id: 3, l: [] },
    { _id: 4 },
    { _id: 5, l: null },
  ]);
  const run = (stage: unknown) => store.aggregate('c', [{ $unwind: stage }]).documents;
  assert.deepEqual(run('$l'), [
    { _id: 1, l: 5 },
    { _id: 1, l: 6 },
    { _id: 2, l: '' },
  ]);
  assert.deepEqual(run({ path: '$l', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' }), [
    { _id: 1, l: 5, i: 0 },
    { _id: 1, l: 6, i: 1 },
    { _id: 2, l: '', i: null },
    { _id: 3, i: null },
    { _id: 4, i: null },
    { _id: 5, l: null, i: null },
  ]);
});

test('$bucket counts a value on a boundary upwards, and lists no empty bucket', (context) => {
  const store = storeOf(context);
  store.insert('c', [{ n: 0 }, { n: 10 }, { n: 10 }, { n: 'x' }]);
  const bucket = {
    groupBy: '$n',
    boundaries: [0, 10, 20, 30],
    default: 'other',
    output: { many: { $sum: 1 } },
  };
  assert.deepEqual(store.aggregate('c', [{ $bucket: bucket }]).documents, [
    { _id: 0, many: 1 },
    { _id: 10, many: 2 },
    { _id: 'other', many: 1 },
  ]);
});

test('a missing field is not pushed, and only a list has a size', (context) => {
  const store = storeOf(context);
  store.insert('c', [{ n: 1 }, {}, { n: null }, { n: 1 }]);
  const group = { $group: { _id: 1, all: { $push: '$n' }, set: { $addToSet: '$n' } } };
  assert.deepEqual(store.aggregate('c', [group]).documents, [{ _id: 1, all: [1, null, 1], set: [1, null] }]);
  const size = () => store.aggregate('c', [{ $project: { size: { $size: '$n' } } }]);
  assert.match(refusal(size).message, /The argument to \$size must be an array, but was of type: int/);
});

test('$sort in the middle of a pipeline is that of a query', (context) => {
  const store = storeOf(context);
  store.insert('c', [
    { _id: 1, a: '！' },
    { _id: 2, a: '😀' },
    { _id: 3, a: null },
    { _id: 4 },
    { _id: 5, a: 2 },
  ]);
  const { documents } = store.aggregate('c', [{ $addFields: { x: 1 } }, { $sort: { a: -1 } }]);
  assert.deepEqual(
    documents.map(({ _id }) => _id),
    [2, 1, 5, 3, 4],
  );
});

test('what is no pipeline, and what cannot be done here, is refused', (context) => {
  const store = storeOf(context);
  store.insert('c', [{ a: 1 }]);
  const code = (...stages: Document[]) => refusal(() => store.aggregate('c', stages)).code;
  assert.equal(code({ $geoNear: {} }), 'LOCAL_NOT_SUPPORTED');
  assert.equal(code({ $facet: { a: [{ $out: 'x' }] } }), 'LOCAL_NOT_SUPPORTED');
  assert.equal(code({ $project: { a: { $function: {} } } }), 'LOCAL_NOT_SUPPORTED');
  assert.equal(code({ $match: {}, $limit: 1 }), 'INVALID_PARAM');
  assert.equal(code({ $limit: 0 }), 'DATABASE_REQUEST_FAILED');
  assert.equal(code({ $limit: 'x' }), 'DATABASE_REQUEST_FAILED');
  assert.equal(code({ $nonsense: 1 }), 'DATABASE_REQUEST_FAILED');
  assert.equal(code({ $match: 5 }), 'DATABASE_REQUEST_FAILED');
});
