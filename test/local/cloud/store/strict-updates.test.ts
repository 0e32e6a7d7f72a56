import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Document } from '../../../../local/cloud/store/index';
import { index } from './declare';
import { refusal, storeOf, updated } from './support';

/** The refusal of an update of the only document, which must be the same afterwards. */
function refused(context: TestContext, document: Document, update: Document, filter: Document = {}) {
  const store = storeOf(context);
  store.insert('c', [{ _id: 'x', ...document }]);
  const error = refusal(() => updated(store, update, filter));
  assert.deepEqual(store.find('c', {}).documents, [{ _id: 'x', ...document }]);
  assert.equal(error.code, 'DATABASE_REQUEST_FAILED');
  return {
    sentence: /^\[FailedOperation\.Update\] .*\[\{write errors: \[\{(.*)\}\]\}, \{<nil>\}\]$/s.exec(
      error.message,
    )?.[1],
    code: error.databaseCode,
  };
}

test('Cannot apply $inc to a value of non-numeric type: null, text and lists are no numbers', (context) => {
  for (const [value, type] of [
    [null, 'null'],
    ['1', 'string'],
    [[1], 'array'],
    [true, 'bool'],
  ] as const) {
    assert.deepEqual(refused(context, { n: value }, { $inc: { n: 1 } }), {
      sentence: `Cannot apply $inc to a value of non-numeric type. {_id: "x"} has the field 'n' of non-numeric type ${type}`,
      code: 14,
    });
  }
});

test('Cannot increment with non-numeric argument', (context) => {
  assert.deepEqual(refused(context, { n: 1 }, { $inc: { n: '1' } }), {
    sentence: 'Cannot increment with non-numeric argument: {n: "1"}',
    code: 14,
  });
});

test('Cannot apply $mul to a value of non-numeric type; a missing number becomes 0', (context) => {
  assert.equal(refused(context, { n: null }, { $mul: { n: 2 } }).code, 14);
  const store = storeOf(context);
  store.insert('c', [{ _id: 'x' }]);
  assert.equal(updated(store, { $mul: { n: 2 } }).n, 0);
});

test('The field must be an array but is of type null: $push', (context) => {
  assert.deepEqual(refused(context, { tags: null }, { $push: { tags: 1 } }), {
    sentence: `The field 'tags' must be an array but is of type null in document {_id: "x"}`,
    code: 2,
  });
});

test('The argument to $each in $push must be an array', (context) => {
  assert.equal(
    refused(context, {}, { $push: { tags: { $each: 'a' } } }).sentence,
    'The argument to $each in $push must be an array but it was of type string',
  );
});

test('The value for $slice must be an integer value, and $sort must be 1 or -1', (context) => {
  const push = (clause: Document) =>
    refused(context, { tags: [] }, { $push: { tags: { $each: [1], ...clause } } });
  assert.match(push({ $slice: '1' }).sentence ?? '', /^The value for \$slice must be an integer value/);
  assert.match(push({ $position: 1.5 }).sentence ?? '', /^The value for \$position must be an integer value/);
  assert.match(push({ $sort: 2 }).sentence ?? '', /^The \$sort is invalid/);
  assert.match(push({ $sort: { a: 2 } }).sentence ?? '', /^The \$sort element value must be either 1 or -1/);
  assert.match(push({ $first: 2 }).sentence ?? '', /^Unrecognized clause in \$push: \$first/);
});

test('Cannot apply $addToSet to non-array field', (context) => {
  assert.deepEqual(refused(context, { tags: 'a' }, { $addToSet: { tags: 'b' } }), {
    sentence: "Cannot apply $addToSet to non-array field. Field named 'tags' has non-array type string",
    code: 2,
  });
});

test('Cannot apply $pull to a non-array value: $pull and $pullAll', (context) => {
  for (const update of [{ $pull: { tags: 'a' } }, { $pullAll: { tags: ['a'] } }]) {
    assert.deepEqual(refused(context, { tags: 'a' }, update), {
      sentence: 'Cannot apply $pull to a non-array value',
      code: 2,
    });
  }
});

test('$pullAll requires an array argument', (context) => {
  assert.equal(
    refused(context, { tags: ['a'] }, { $pullAll: { tags: 'a' } }).sentence,
    '$pullAll requires an array argument but was given a string',
  );
});

test('Path contains an element of non-array type: $pop', (context) => {
  assert.deepEqual(refused(context, { tags: null }, { $pop: { tags: 1 } }), {
    sentence: "Path 'tags' contains an element of non-array type 'null'",
    code: 14,
  });
  assert.equal(
    refused(context, { tags: [1] }, { $pop: { tags: 2 } }).sentence,
    '$pop expects 1 or -1, found: 2',
  );
});

test('Cannot apply $bit to a value of non-integral type', (context) => {
  assert.match(
    refused(context, { n: 1.5 }, { $bit: { n: { and: 1 } } }).sentence ?? '',
    /^Cannot apply \$bit/,
  );
  assert.match(
    refused(context, { n: 1 }, { $bit: { n: { nand: 1 } } }).sentence ?? '',
    /only supports 'and', 'or', and 'xor'/,
  );
  assert.match(
    refused(context, { n: 1 }, { $bit: { n: { and: 1.5 } } }).sentence ?? '',
    /must be an Integer/,
  );
});

test('Cannot create field in element: below null, a scalar, or a name inside of a list', (context) => {
  assert.deepEqual(refused(context, { user: null }, { $set: { 'user.name': 'a' } }), {
    sentence: "Cannot create field 'name' in element {user: null}",
    code: 28,
  });
  assert.equal(
    refused(context, { user: { age: 5 } }, { $set: { 'user.age.years': 1 } }).sentence,
    "Cannot create field 'years' in element {age: 5}",
  );
  assert.equal(
    refused(context, { list: [1, 2] }, { $set: { 'list.name': 1 } }).sentence,
    "Cannot create field 'name' in element {list: [ 1, 2 ]}",
  );
  assert.equal(refused(context, { at: new Date(0) }, { $inc: { 'at.n': 1 } }).code, 28);
});

test("can't backfill more than 1500000 array elements!", (context) => {
  assert.match(refused(context, { list: [] }, { $set: { 'list.9999999': 1 } }).sentence ?? '', /backfill/);
  const store = storeOf(context);
  store.insert('c', [{ list: [1] }]);
  assert.deepEqual(updated(store, { $set: { 'list.3': 4 } }).list, [1, null, null, 4]);
});

test("Performing an update on the path '_id' would modify the immutable field '_id'", (context) => {
  const expected = {
    sentence: "Performing an update on the path '_id' would modify the immutable field '_id'",
    code: 66,
  };
  assert.deepEqual(refused(context, {}, { $set: { _id: 'y' } }), expected);
  assert.deepEqual(refused(context, {}, { $unset: { _id: '' } }), expected);
  assert.deepEqual(refused(context, { a: 'y' }, { $rename: { a: '_id' } }), expected);

  const store = storeOf(context);
  store.insert('c', [{ _id: 'x', a: 1 }]);
  assert.equal(updated(store, { $set: { _id: 'x', a: 2 } }).a, 2, 'the same _id is no change');
  const replace = { multi: false, merge: false, upsert: false };
  assert.equal(refusal(() => store.modify('c', {}, { _id: 'y', a: 3 }, replace)).databaseCode, 66);
});

test('Updating the path would create a conflict', (context) => {
  assert.deepEqual(refused(context, { a: {} }, { $set: { a: 1 }, $inc: { 'a.b': 1 } }), {
    sentence: "Updating the path 'a.b' would create a conflict at 'a'",
    code: 40,
  });
  assert.equal(refused(context, { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }).code, 40);
  assert.equal(refused(context, { a: 1 }, { $rename: { a: 'b' }, $set: { b: 1 } }).code, 40);
});

test('Unknown modifier, and an update without operators', (context) => {
  assert.deepEqual(refused(context, {}, { $upsert: { a: 1 } }), {
    sentence: 'Unknown modifier: $upsert',
    code: 9,
  });
  assert.match(
    refused(context, {}, { a: 1 }).sentence ?? '',
    /^Unknown modifier: a\. Expected a valid update modifier/,
  );
  assert.equal(refused(context, {}, {}).code, 9);
  assert.match(refused(context, {}, { $set: {} }).sentence ?? '', /^'\$set' is empty/);
  assert.match(refused(context, {}, { $set: 5 }).sentence ?? '', /^Modifiers operate on fields/);
});

test('The update path contains an empty field name', (context) => {
  assert.equal(refused(context, {}, { $set: { 'a..b': 1 } }).code, 56);
  assert.equal(refused(context, {}, { $set: { '': 1 } }).code, 56);
});

test('The dollar ($) prefixed field is not valid for storage', (context) => {
  assert.deepEqual(refused(context, {}, { $set: { a: { b: { $gt: 1 } } } }), {
    sentence: "The dollar ($) prefixed field '$gt' in 'a.b.$gt' is not valid for storage.",
    code: 52,
  });
  assert.equal(refused(context, { list: [] }, { $push: { list: { $gt: 1 } } }).code, 52);
  const store = storeOf(context);
  assert.equal(refusal(() => store.insert('c', [{ a: [{ $where: 1 }] }])).databaseCode, 52);
});

test('$rename refuses lists on the way, the same name, and what is no name', (context) => {
  assert.equal(
    refused(context, { list: [{ a: 1 }] }, { $rename: { 'list.0.a': 'b' } }).sentence,
    `The source field cannot be an array element, 'list.0.a' in doc with _id: "x" has an array field called 'list'`,
  );
  assert.match(
    refused(context, { a: 1, list: [1] }, { $rename: { a: 'list.0' } }).sentence ?? '',
    /^The destination field cannot be an array element/,
  );
  assert.match(refused(context, { a: 1 }, { $rename: { a: 'a' } }).sentence ?? '', /must differ/);
  assert.match(refused(context, { a: 1 }, { $rename: { a: 5 } }).sentence ?? '', /must be a string/);
});

test('The positional operator did not find the match needed from the query', (context) => {
  const list = [{ k: 1 }];
  for (const filter of [{}, { _id: 'x' }]) {
    assert.deepEqual(refused(context, { list }, { $set: { 'list.$.v': 1 } }, filter), {
      sentence: 'The positional operator did not find the match needed from the query.',
      code: 2,
    });
  }
});

test('No array filter found for identifier', (context) => {
  assert.deepEqual(refused(context, { list: [1] }, { $set: { 'list.$[one]': 2 } }), {
    sentence: "No array filter found for identifier 'one' in path 'list.$[one]'",
    code: 2,
  });
});

test('The path must exist in the document in order to apply array updates', (context) => {
  assert.match(
    refused(context, {}, { $set: { 'list.$[]': 2 } }).sentence ?? '',
    /must exist in the document/,
  );
  assert.match(
    refused(context, { list: 5 }, { $set: { 'list.$[]': 2 } }).sentence ?? '',
    /non-array element list/,
  );
  assert.match(refused(context, { list: 5 }, { $set: { '$.a': 2 } }).sentence ?? '', /first position/);
  assert.match(
    refused(context, { list: 5 }, { $set: { 'a.$.b.$': 2 } }).sentence ?? '',
    /Too many positional/,
  );
});

test('cannot index parallel arrays (171): an index over two lists', (context) => {
  const store = storeOf(context, [index('two', ['people', 'tags'])]);
  const error = refusal(() => store.insert('c', [{ people: ['a'], tags: ['b'] }]));
  assert.equal(error.databaseCode, 171);
  assert.match(error.message, /\{cannot index parallel arrays \[tags\] \[people\]\}/);
  assert.equal(refusal(() => store.insert('c', [{ people: [], tags: [] }])).databaseCode, 171);

  store.insert('c', [{ _id: 1, people: ['a'], tags: 'b' }]);
  assert.equal(refusal(() => updated(store, { $set: { tags: ['b'] } })).databaseCode, 171);
  assert.deepEqual(store.find('c', {}).documents, [{ _id: 1, people: ['a'], tags: 'b' }]);
});

test('cannot index parallel arrays: two fields of the elements of one list are not parallel', (context) => {
  const store = storeOf(context, [index('one', ['people.id', 'people.role'])]);
  store.insert('c', [
    {
      people: [
        { id: 1, role: 'a' },
        { id: 2, role: 'b' },
      ],
    },
  ]);
  const twoLists = [{ people: [{ id: [1], role: ['a'] }] }];
  assert.equal(refusal(() => store.insert('c', twoLists)).databaseCode, 171);
});

test("The '_id' value cannot be of type array", (context) => {
  const store = storeOf(context);
  assert.equal(refusal(() => store.insert('c', [{ _id: [1] }])).databaseCode, 53);
  assert.equal(refusal(() => store.insert('c', [{ _id: /a/ }])).databaseCode, 53);
});

test('multi update is not supported for replacement-style update', (context) => {
  const store = storeOf(context);
  const error = refusal(() => store.modify('c', {}, { a: 1 }, { multi: true, merge: false, upsert: false }));
  assert.match(error.message, /multi update is not supported for replacement-style update/);
});
