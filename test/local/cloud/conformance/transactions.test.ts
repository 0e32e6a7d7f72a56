import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { emptyCollection, openApp } from './environment';

const NAME = 'conformance_transactions';
const app = await openApp();
const database = app.database();
const _ = database.command;
type Transaction = Awaited<ReturnType<typeof database.startTransaction>>;
const accounts = await emptyCollection(database, NAME);

async function outside(id: string): Promise<Record<string, unknown> | undefined> {
  return (await accounts.doc(id).get()).data[0];
}

beforeEach(async () => {
  await accounts.doc('a').set({ n: 1 });
  await accounts.doc('b').set({ n: 1 });
});

test('a transaction reads what it wrote, and others do not until it is committed', async () => {
  const transaction = await database.startTransaction();
  await transaction
    .collection(NAME)
    .doc('a')
    .update({ n: _.inc(1) });
  const inside = await transaction.collection(NAME).doc('a').get();
  assert.equal(inside.data.n, 2);
  assert.equal((await outside('a'))?.n, 1);
  await transaction.commit();
  assert.equal((await outside('a'))?.n, 2);
});

test('a missing document is null inside', async () => {
  const transaction = await database.startTransaction();
  assert.equal((await transaction.collection(NAME).doc('none').get()).data, null);
  await transaction.rollback();
});

test('what is rolled back did not happen', async () => {
  const transaction = await database.startTransaction();
  await transaction.collection(NAME).doc('a').update({ n: 99 });
  await transaction.collection(NAME).add({ _id: 'new', n: 1 });
  await transaction.rollback();
  assert.equal((await outside('a'))?.n, 1);
  assert.equal(await outside('new'), undefined);
});

test('all of a transaction happens at once', async () => {
  await database.runTransaction(async (transaction: Transaction) => {
    await transaction
      .collection(NAME)
      .doc('a')
      .update({ n: _.inc(-1) });
    await transaction
      .collection(NAME)
      .doc('b')
      .update({ n: _.inc(1) });
    await transaction.collection(NAME).doc('c').set({ n: 0 });
  });
  assert.deepEqual([(await outside('a'))?.n, (await outside('b'))?.n, (await outside('c'))?.n], [0, 2, 0]);
});

test('the second writer of a document fails at once', async () => {
  const first = await database.startTransaction();
  const second = await database.startTransaction();
  await first.collection(NAME).doc('a').update({ n: 10 });
  await assert.rejects(second.collection(NAME).doc('a').update({ n: 20 }), {
    code: 'DATABASE_TRANSACTION_CONFLICT',
  });
  await first.commit();
  assert.equal((await outside('a'))?.n, 10);
});

test('reads stay as they were at the start, and a write over a change from outside fails', async () => {
  const transaction = await database.startTransaction();
  assert.equal((await transaction.collection(NAME).doc('a').get()).data.n, 1);
  await accounts.doc('a').update({ n: 5 });
  assert.equal((await transaction.collection(NAME).doc('a').get()).data.n, 1);
  await assert.rejects(transaction.collection(NAME).doc('a').update({ n: 2 }), {
    code: 'DATABASE_TRANSACTION_CONFLICT',
  });
  assert.equal((await outside('a'))?.n, 5);
});

test('a write from outside waits for the transaction that holds the document', async () => {
  const transaction = await database.startTransaction();
  await transaction
    .collection(NAME)
    .doc('a')
    .update({ n: _.inc(1) });
  const order: string[] = [];
  const waiting = accounts
    .doc('a')
    .update({ n: _.inc(10) })
    .then(() => order.push('outside'));
  await new Promise((resolve) => setTimeout(resolve, 200));
  order.push('commit');
  await transaction.commit();
  await waiting;
  assert.deepEqual(order, ['commit', 'outside']);
  assert.equal((await outside('a'))?.n, 12);
});

test('a transaction that is over takes nothing more', async () => {
  const transaction = await database.startTransaction();
  await transaction.commit();
  await assert.rejects(transaction.collection(NAME).doc('a').get(), { code: 'DATABASE_TRANSACTION_FAIL' });
});

test('a conditional update and a count inside a transaction happen outside of it', async () => {
  const transaction = await database.startTransaction();
  await transaction.collection(NAME).where({ _id: 'b' }).update({ n: 7 });
  assert.equal((await outside('b'))?.n, 7);
  await transaction.rollback();
  assert.equal((await outside('b'))?.n, 7);
});

test('an error of the caller’s own rolls back and comes out as it was thrown', async () => {
  const mine = new Error('mine');
  await assert.rejects(
    database.runTransaction(async (transaction: Transaction) => {
      await transaction.collection(NAME).doc('a').update({ n: 50 });
      throw mine;
    }),
    mine,
  );
  assert.equal((await outside('a'))?.n, 1);
});
