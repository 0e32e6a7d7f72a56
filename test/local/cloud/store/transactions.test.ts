import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Document, Filter, Store } from '../../../../local/cloud/store/index';
import { index } from './declare';
import { idsOf, refusal, storeOf } from './support';

function bank(context: TestContext, indexes = [index('owner', ['owner']), index('no', ['no'], 'unique')]) {
  const clock = { time: 1_000_000 };
  const store = storeOf(context, indexes, { now: () => clock.time });
  store.insert('c', [
    { _id: 'a', owner: 'x', money: 100, no: 1 },
    { _id: 'b', owner: 'y', money: 50, no: 2 },
  ]);
  return { store, clock };
}

const set = (store: Store, filter: Filter, values: Document, transaction?: string) =>
  store.modify(
    'c',
    filter,
    { $set: values },
    { multi: false, merge: true, upsert: false, ...(transaction && { transaction }) },
  );

const money = (store: Store, transaction?: string): unknown[] =>
  store
    .find('c', {}, { sort: { _id: 1 }, ...(transaction && { transaction }) })
    .documents.map((one) => one.money);

test('inside one sees its own writes, outside nobody does until the commit', (context) => {
  const { store } = bank(context);
  const transaction = store.startTransaction();
  set(store, { _id: 'a' }, { money: 0, owner: 'z' }, transaction);
  store.insert('c', [{ _id: 'n', owner: 'z', money: 7, no: 3 }], { transaction });
  store.remove('c', { _id: 'b' }, { multi: false, transaction });
  assert.deepEqual(money(store, transaction), [0, 7]);
  assert.deepEqual(idsOf(store.find('c', { owner: 'z' }, { transaction, sort: { money: -1 } }).documents), [
    'n',
    'a',
  ]);
  assert.deepEqual(store.find('c', { owner: 'x' }, { transaction }).documents, []);
  assert.deepEqual(money(store), [100, 50]);
  store.commitTransaction(transaction);
  assert.deepEqual(money(store), [0, 7]);
  assert.deepEqual(idsOf(store.find('c', { owner: 'z' }).documents), ['a', 'n']);
});

test('inside one keeps seeing the moment of the start', (context) => {
  const { store } = bank(context);
  const transaction = store.startTransaction();
  set(store, { _id: 'a' }, { money: 1, owner: 'z' });
  store.remove('c', { _id: 'b' }, { multi: false });
  store.insert('c', [{ _id: 'n', money: 7 }]);
  assert.deepEqual(money(store, transaction), [100, 50]);
  assert.deepEqual(idsOf(store.find('c', { owner: 'x' }, { transaction }).documents), ['a']);
  assert.deepEqual(store.find('c', { owner: 'z' }, { transaction }).documents, []);
  assert.deepEqual(idsOf(store.find('c', {}, { transaction, sort: { money: 1 }, limit: 1 }).documents), [
    'b',
  ]);
  store.abortTransaction(transaction);
  assert.deepEqual(money(store), [1, 7]);
});

test('an abort leaves nothing behind', (context) => {
  const { store } = bank(context);
  const transaction = store.startTransaction();
  set(store, { _id: 'a' }, { money: 0 }, transaction);
  store.abortTransaction(transaction);
  assert.deepEqual(money(store), [100, 50]);
  set(store, { _id: 'a' }, { money: 1 });
});

test('of two writers the first wins, and the second is told at once and is aborted', (context) => {
  const { store } = bank(context);
  const [first, second] = [store.startTransaction(), store.startTransaction()];
  set(store, { _id: 'a' }, { money: 1 }, first);
  const error = refusal(() => set(store, { _id: 'a' }, { money: 2 }, second));
  assert.equal(error.code, 'DATABASE_TRANSACTION_CONFLICT');
  assert.match(error.message, /^\[ResourceUnavailable\.TransactionConflict\] Transaction is conflict/);
  assert.equal(refusal(() => store.abortTransaction(second)).code, 'DATABASE_TRANSACTION_FAIL');
  store.commitTransaction(first);
  assert.deepEqual(money(store), [1, 50]);
});

test('a document that changed after the start cannot be written any more', (context) => {
  const { store } = bank(context);
  const transaction = store.startTransaction();
  set(store, { _id: 'a' }, { money: 1 });
  assert.equal(
    refusal(() => set(store, { _id: 'a' }, { money: 2 }, transaction)).code,
    'DATABASE_TRANSACTION_CONFLICT',
  );
  assert.deepEqual(money(store), [1, 50]);
});

test('two may add the same _id: the second conflicts; an _id that was there is a duplicate', (context) => {
  const { store } = bank(context);
  const [first, second, third] = [
    store.startTransaction(),
    store.startTransaction(),
    store.startTransaction(),
  ];
  store.insert('c', [{ _id: 'n', no: 9 }], { transaction: first });
  assert.equal(
    refusal(() => store.insert('c', [{ _id: 'n', no: 8 }], { transaction: second })).code,
    'DATABASE_TRANSACTION_CONFLICT',
  );
  assert.match(refusal(() => store.insert('c', [{ _id: 'a' }], { transaction: third })).message, /E11000/);
  assert.equal(refusal(() => store.commitTransaction(third)).code, 'DATABASE_TRANSACTION_FAIL');
  store.commitTransaction(first);
});

test('write skew is allowed: each reads what the other writes', (context) => {
  const { store } = bank(context);
  const [first, second] = [store.startTransaction(), store.startTransaction()];
  set(store, { _id: 'a' }, { money: 0 }, first);
  set(store, { _id: 'b' }, { money: 0 }, second);
  assert.deepEqual(money(store, first), [0, 50]);
  store.commitTransaction(first);
  store.commitTransaction(second);
  assert.deepEqual(money(store), [0, 0]);
});

test('after 30 seconds of the injected clock it is gone, and its documents are free', (context) => {
  const { store, clock } = bank(context);
  const transaction = store.startTransaction();
  set(store, { _id: 'a' }, { money: 0 }, transaction);
  clock.time += 29_999;
  assert.deepEqual(money(store, transaction), [0, 50]);
  assert.equal(refusal(() => set(store, { _id: 'a' }, { money: 1 })).name, 'DocumentLocked');
  clock.time += 1;
  set(store, { _id: 'a' }, { money: 1 });
  const error = refusal(() => store.commitTransaction(transaction));
  assert.equal(error.code, 'DATABASE_TRANSACTION_FAIL');
  assert.match(error.message, /must be commit or abort in 30 seconds/);
  assert.deepEqual(money(store), [1, 50]);
});

test('after a commit it is gone', (context) => {
  const { store } = bank(context);
  const transaction = store.startTransaction();
  store.commitTransaction(transaction);
  for (const use of [
    () => store.commitTransaction(transaction),
    () => store.abortTransaction(transaction),
    () => store.find('c', {}, { transaction }),
    () => store.insert('c', [{}], { transaction }),
  ]) {
    assert.equal(refusal(use).code, 'DATABASE_TRANSACTION_FAIL');
  }
});

test('a write from outside to a document that a transaction holds changes nothing at all', (context) => {
  const { store } = bank(context);
  const transaction = store.startTransaction();
  set(store, { _id: 'b' }, { money: 0 }, transaction);
  const everyone = { multi: true, merge: true, upsert: false };
  const error = refusal(() => store.modify('c', {}, { $inc: { money: 1 } }, everyone));
  assert.equal(error.code, 'DATABASE_TRANSACTION_CONFLICT');
  assert.deepEqual(money(store), [100, 50], 'so that trying again adds only once');
  store.commitTransaction(transaction);
  store.modify('c', {}, { $inc: { money: 1 } }, everyone);
  assert.deepEqual(money(store), [101, 1]);
});

test('a unique value that the transaction itself gives up can be taken in it', (context) => {
  const { store } = bank(context);
  const transaction = store.startTransaction();
  store.remove('c', { _id: 'a' }, { multi: false, transaction });
  store.insert('c', [{ _id: 'n', no: 1 }], { transaction });
  store.commitTransaction(transaction);
  assert.deepEqual(idsOf(store.find('c', { no: 1 }).documents), ['n']);
});

test('a duplicate inside of a transaction aborts it', (context) => {
  const { store } = bank(context);
  const transaction = store.startTransaction();
  set(store, { _id: 'a' }, { money: 0 }, transaction);
  assert.match(refusal(() => store.insert('c', [{ no: 2 }], { transaction })).message, /E11000/);
  assert.equal(refusal(() => store.commitTransaction(transaction)).code, 'DATABASE_TRANSACTION_FAIL');
  assert.deepEqual(money(store), [100, 50]);
});

test('a duplicate that only shows at the commit leaves nothing of the transaction', (context) => {
  const { store } = bank(context);
  const transaction = store.startTransaction();
  set(store, { _id: 'a' }, { money: 0 }, transaction);
  store.insert('c', [{ _id: 'n', no: 9 }], { transaction });
  store.insert('c', [{ _id: 'm', no: 9 }], { transaction: store.startTransaction() });
  store.insert('c', [{ _id: 'o', no: 9 }]);
  assert.match(refusal(() => store.commitTransaction(transaction)).message, /E11000/);
  assert.deepEqual(idsOf(store.find('c', {}).documents), ['a', 'b', 'o']);
  assert.deepEqual(money(store), [100, 50, undefined]);
});

test("a document of one's own can be written, removed, and added again", (context) => {
  const { store } = bank(context);
  const transaction = store.startTransaction();
  set(store, { _id: 'a' }, { money: 1 }, transaction);
  set(store, { _id: 'a' }, { money: 2 }, transaction);
  store.remove('c', { _id: 'a' }, { multi: false, transaction });
  assert.deepEqual(money(store, transaction), [50]);
  store.insert('c', [{ _id: 'a', money: 3, no: 1 }], { transaction });
  const { document } = store.modify(
    'c',
    { _id: 'a' },
    { $inc: { money: 1 } },
    { multi: false, merge: true, upsert: false, transaction, returnDocument: true },
  );
  assert.deepEqual(document, { _id: 'a', money: 4, no: 1 });
  store.commitTransaction(transaction);
  assert.deepEqual(money(store), [4, 50]);
});

test('a thousand and one documents in one transaction', (context) => {
  const { store } = bank(context, []);
  const transaction = store.startTransaction();
  store.insert(
    'c',
    Array.from({ length: 1001 }, (_, i) => ({ _id: i })),
    { transaction },
  );
  store.commitTransaction(transaction);
  assert.equal(store.count('c', {}).total, 1003);
});
