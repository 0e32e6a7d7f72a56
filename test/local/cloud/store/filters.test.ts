import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { ObjectId } from 'bson';
import type { Document, Filter } from '../../../../local/cloud/store/index';
import { index } from './declare';
import { idsOf, refusal, storeOf } from './support';

const INDEXES = [
  index('a', ['a']),
  index('a_down', ['-a']),
  index('list_k', ['list.k']),
  index('list_v', ['list.v']),
  index('tags', ['tags']),
];

/** The numbers of the documents that match, asked without and with indexes, which must agree. */
function matching(context: TestContext, documents: Document[], filter: Filter): number[] {
  const answers = [[], INDEXES].map((indexes) => {
    const store = storeOf(context, indexes);
    store.insert(
      'c',
      documents.map((document, i) => ({ _id: i, ...document })),
    );
    const ids = idsOf(store.find('c', filter, { sort: { _id: 1 } }).documents);
    assert.equal(store.count('c', filter).total, ids.length);
    return ids.map(Number);
  });
  const [without, with_] = answers;
  assert.deepEqual(with_, without);
  return without ?? [];
}

test('null matches a missing field, also in an object of a list', (context) => {
  assert.deepEqual(
    matching(context, [{ a: null }, {}, { a: 0 }, { a: [] }, { a: [null] }], { a: null }),
    [0, 1, 4],
  );
  const lists = [{ list: [{ k: 1 }, {}] }, { list: [{ k: 1 }] }, {}, { list: [] }];
  assert.deepEqual(matching(context, lists, { 'list.k': null }), [0, 2]);
  assert.deepEqual(matching(context, lists, { 'list.k': { $exists: false } }), [2, 3]);
});

test('values compare only with values of their own type', (context) => {
  const documents = [{ a: 5 }, { a: '5' }, { a: new Date(5) }, { a: true }, { a: null }, {}, { a: { b: 5 } }];
  assert.deepEqual(matching(context, documents, { a: { $gt: 1 } }), [0]);
  assert.deepEqual(matching(context, documents, { a: { $gte: '' } }), [1]);
  assert.deepEqual(matching(context, documents, { a: { $lt: new Date(9) } }), [2]);
  assert.deepEqual(matching(context, documents, { a: { $gte: false } }), [3]);
  assert.deepEqual(matching(context, documents, { a: { $gte: null } }), [4, 5]);
  assert.deepEqual(matching(context, documents, { a: { $gt: null } }), []);
});

test('text is ordered by code point: a rare character comes after every common one', (context) => {
  const documents = [{ a: '！' }, { a: '😀' }, { a: '中' }];
  assert.deepEqual(matching(context, documents, { a: { $gt: '！' } }), [1]);
  assert.deepEqual(matching(context, documents, { a: { $lt: '😀' } }), [0, 2]);
});

test('infinities are numbers, and NaN is neither more nor less than any', (context) => {
  const documents = [{ a: Number.NaN }, { a: -Infinity }, { a: 0 }, { a: Infinity }];
  assert.deepEqual(matching(context, documents, { a: { $lte: 0 } }), [1, 2]);
  assert.deepEqual(matching(context, documents, { a: { $gte: 0 } }), [2, 3]);
  assert.deepEqual(matching(context, documents, { a: Number.NaN }), [0]);
});

test('each bound of a range may be met by another element of a list, but not inside of $elemMatch', (context) => {
  const documents = [{ tags: [1, 9] }, { tags: [5] }, { tags: [1] }];
  assert.deepEqual(matching(context, documents, { tags: { $gt: 4, $lt: 6 } }), [0, 1]);
  assert.deepEqual(matching(context, documents, { tags: { $elemMatch: { $gt: 4, $lt: 6 } } }), [1]);
});

test('a list is matched as a whole, or by one of its elements', (context) => {
  const documents = [{ tags: [1, 2] }, { tags: [2, 1] }, { tags: [[1, 2]] }, { tags: 1 }, { tags: [] }];
  assert.deepEqual(matching(context, documents, { tags: [1, 2] }), [0, 2]);
  assert.deepEqual(matching(context, documents, { tags: 1 }), [0, 1, 3]);
  assert.deepEqual(matching(context, documents, { tags: { $in: [[1, 2], []] } }), [0, 2, 4]);
  assert.deepEqual(matching(context, documents, { tags: [] }), [4]);
  assert.deepEqual(matching(context, documents, { tags: { $ne: 1 } }), [2, 4]);
});

test('lists inside of the objects of a list are looked into', (context) => {
  const documents = [{ list: [{ k: [1, 2] }, { k: 3 }] }, { list: [{ k: [4] }] }, { list: [{ k: 5 }] }];
  assert.deepEqual(matching(context, documents, { 'list.k': { $in: [2, 4] } }), [0, 1]);
  assert.deepEqual(matching(context, documents, { 'list.k': { $gte: 2, $lte: 2 } }), [0]);
  assert.deepEqual(matching(context, documents, { 'list.k': { $size: 2 } }), [0]);
});

test('two fields of a list may be met by different elements, but not inside of $elemMatch', (context) => {
  const documents = [
    {
      list: [
        { k: 1, v: 9 },
        { k: 8, v: 2 },
      ],
    },
    { list: [{ k: 1, v: 2 }] },
  ];
  assert.deepEqual(matching(context, documents, { 'list.k': 1, 'list.v': 2 }), [0, 1]);
  assert.deepEqual(matching(context, documents, { list: { $elemMatch: { k: 1, v: 2 } } }), [1]);
});

test('$elemMatch with fields wants objects', (context) => {
  assert.deepEqual(
    matching(context, [{ tags: [5] }, { tags: [{ k: 5 }] }], { tags: { $elemMatch: { k: 5 } } }),
    [1],
  );
});

test('$all is content with a single value that is no list', (context) => {
  const documents = [{ tags: 'a' }, { tags: ['a', 'b'] }, { tags: ['b'] }];
  assert.deepEqual(matching(context, documents, { tags: { $all: ['a'] } }), [0, 1]);
  assert.deepEqual(matching(context, documents, { tags: { $all: ['a', 'b'] } }), [1]);
  assert.deepEqual(matching(context, documents, { tags: { $all: [] } }), []);
});

test('$mod is for numbers: null and text leave no remainder', (context) => {
  const documents = [{ a: 4 }, { a: null }, { a: '4' }, {}, { a: 5 }, { a: [3, 6] }, { a: 4.7 }];
  assert.deepEqual(matching(context, documents, { a: { $mod: [2, 0] } }), [0, 5, 6]);
});

test('$type looks at elements, too', (context) => {
  const documents = [{ a: 'x' }, { a: ['x'] }, { a: 1 }, { a: null }, {}, { a: 1.5 }, { a: true }];
  assert.deepEqual(matching(context, documents, { a: { $type: 'string' } }), [0, 1]);
  assert.deepEqual(matching(context, documents, { a: { $type: ['int', 'bool'] } }), [2, 6]);
  assert.deepEqual(matching(context, documents, { a: { $type: 10 } }), [3]);
  assert.deepEqual(matching(context, documents, { a: { $type: 'array' } }), [1]);
  assert.deepEqual(matching(context, documents, { a: { $type: 'number' } }), [2, 5]);
});

test('patterns find what begins, contains or ends, in any case when told so', (context) => {
  const documents = [{ a: 'abc' }, { a: 'ABD' }, { a: ['x', 'ab'] }, { a: 'b' }, { a: 5 }, { a: 'a|b' }];
  assert.deepEqual(matching(context, documents, { a: /^ab/ }), [0, 2]);
  assert.deepEqual(matching(context, documents, { a: { $regex: '^ab', $options: 'i' } }), [0, 1, 2]);
  assert.deepEqual(matching(context, documents, { a: /^abc?/ }), [0, 2]);
  assert.deepEqual(matching(context, documents, { a: /^x|^b/ }), [2, 3]);
  assert.deepEqual(matching(context, documents, { a: /^a\|/ }), [5]);
  assert.deepEqual(matching(context, documents, { a: { $in: [/^b/, 5] } }), [3, 4]);
  assert.deepEqual(matching(context, documents, { a: { $not: /^a/ } }), [1, 3, 4]);
});

test('ids of the database are equal by value and ordered by it', (context) => {
  const ids = ['64b000000000000000000001', '64b000000000000000000002'].map((id) => new ObjectId(id));
  const documents = [{ a: ids[0] }, { a: ids[1] }, { a: ids[0]?.toHexString() }];
  assert.deepEqual(matching(context, documents, { a: new ObjectId('64b000000000000000000001') }), [0]);
  assert.deepEqual(matching(context, documents, { a: { $gt: ids[0] } }), [1]);
});

test('strange text is stored and found as it is', (context) => {
  const texts = ['', '\u0000', 'a\u0000b', '"', "'", '\\', '$.a', '{"$date":1}', 'null', '中文', '😀'];
  const documents = texts.map((a) => ({ a }));
  for (const [i, a] of texts.entries()) assert.deepEqual(matching(context, documents, { a }), [i]);
});

test('a numbered component of a path is a place in a list, or a name in an object', (context) => {
  const documents = [{ a: [{ b: 1 }, { b: 2 }] }, { a: { 1: { b: 2 } } }, { a: [{ b: 2 }] }];
  assert.deepEqual(matching(context, documents, { 'a.1.b': 2 }), [0, 1]);
});

test('$expr compares fields of one document', (context) => {
  const documents = [
    { a: 1, b: 2 },
    { a: 2, b: 2 },
  ];
  assert.deepEqual(matching(context, documents, { $expr: { $eq: ['$a', '$b'] } }), [1]);
});

test('what is malformed is refused in the words of the database', (context) => {
  const store = storeOf(context);
  const cases: [Filter, RegExp][] = [
    [{ $or: [] }, /\$and\/\$or\/\$nor must be a nonempty array/],
    [{ $or: {} }, /\$or must be an array/],
    [{ $and: [5] }, /\$or\/\$and\/\$nor entries need to be full objects/],
    [{ a: { $in: 5 } }, /\$in needs an array/],
    [{ a: { $in: [{ $gt: 1 }] } }, /cannot nest \$ under \$in/],
    [{ a: { $mod: [0, 1] } }, /divisor cannot be 0/],
    [{ a: { $mod: [2] } }, /malformed mod, not enough elements/],
    [{ a: { $size: -1 } }, /\$size may not be negative/],
    [{ a: { $size: 'x' } }, /\$size needs a number/],
    [{ a: { $elemMatch: 5 } }, /\$elemMatch needs an Object/],
    [{ a: { $not: 5 } }, /\$not needs a regex or a document/],
    [{ a: { $regex: 5 } }, /\$regex has to be a string/],
    [{ a: { $regex: '(' } }, /Invalid regular expression/],
    [{ a: { $gt: 1, b: 2 } }, /unknown operator: b/],
    [{ a: { $foo: 1 } }, /unknown operator: \$foo/],
    [{ $foo: 1 }, /unknown top level operator: \$foo/],
  ];
  for (const [filter, sentence] of cases) {
    const error = refusal(() => store.find('c', filter));
    assert.equal(error.code, 'DATABASE_REQUEST_FAILED');
    assert.match(error.message, sentence);
  }
});

test('what production can do and this store cannot is refused by name', (context) => {
  const store = storeOf(context);
  const filters: [string, Filter][] = [
    ['$geoWithin', { at: { $geoWithin: { $centerSphere: [[1, 2], 3] } } }],
    ['$nearSphere', { a: 1, $or: [{ at: { $nearSphere: { $geometry: {} } } }] }],
    ['$geoIntersects', { at: { $not: { $geoIntersects: {} } } }],
    ['$text', { $text: { $search: 'x' } }],
    ['$where', { $where: 'true' }],
    ['$jsonSchema', { $jsonSchema: {} }],
  ];
  for (const [name, filter] of filters) {
    const error = refusal(() => store.find('c', filter));
    assert.equal(error.code, 'LOCAL_NOT_SUPPORTED');
    assert.ok(error.message.includes(`${name} is not supported`), error.message);
  }
});
