import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openDatabase } from '../../../../local/cloud/store/database';
import { openStore } from '../../../../local/cloud/store/index';
import { Snapshots } from '../../../../local/cloud/store/snapshot';

const open = () =>
  openStore({
    file: ':memory:',
    collections: {
      notes: {
        indexes: [
          {
            IndexName: 'tag',
            MgoKeySchema: { MgoIsUnique: true, MgoIndexKeys: [{ Name: 'tag', Direction: '1' }] },
          },
        ],
      },
    },
  });

describe('a snapshot of the store', () => {
  test('puts back what was changed, added and removed, indexes included, as often as it is asked', () => {
    const store = open();
    store.insert('notes', [
      { _id: 'a', tag: 1 },
      { _id: 'b', tag: 2 },
    ]);
    const before = [...store.exportLines()];
    const snapshot = store.snapshot();
    store.find('notes', { tag: 1 });
    assert.equal(snapshot.isWritten(), false);
    for (let round = 0; round < 3; round += 1) {
      store.modify(
        'notes',
        { _id: 'a' },
        { $set: { tag: [7, 8] } },
        { multi: false, merge: true, upsert: false },
      );
      store.remove('notes', { _id: 'b' }, { multi: false });
      store.insert('notes', [{ _id: 'c', tag: 2 }]);
      assert.equal(snapshot.isWritten(), true);
      snapshot.restore();
      assert.equal(snapshot.isWritten(), false);
      assert.deepEqual([...store.exportLines()], before);
      assert.equal(store.find('notes', { tag: 2 }).documents[0]?.['_id'], 'b');
      assert.throws(() => store.insert('notes', [{ _id: 'd', tag: 1 }]), /duplicate/i);
    }
    store.close();
  });

  test('is refused when a collection has been added since, and of two each keeps its own moment', () => {
    const store = open();
    const empty = store.snapshot();
    store.insert('notes', [{ _id: 'a', tag: 1 }]);
    const one = store.snapshot();
    empty.restore();
    assert.equal(store.count('notes', {}).total, 0);
    one.restore();
    assert.equal(store.count('notes', {}).total, 1);
    one.release();
    store.createCollection('more');
    assert.throws(() => empty.restore(), /does not fit/);
    store.close();
  });

  test('of two each keeps its own moment, also of what was written between and after them', () => {
    const store = open();
    store.insert('notes', [{ _id: 'a', tag: 1 }]);
    const [early, same] = [store.snapshot(), store.snapshot()];
    store.insert('notes', [{ _id: 'b', tag: 2 }]);
    const late = store.snapshot();
    const ids = () => store.find('notes', {}).documents.map(({ _id }) => _id);
    for (let round = 0; round < 2; round += 1) {
      early.restore();
      assert.deepEqual(ids(), ['a']);
      store.insert('notes', [{ _id: 'c', tag: 3 }]);
      late.restore();
      assert.deepEqual(ids(), ['a', 'b']);
      same.restore();
      assert.deepEqual(ids(), ['a']);
    }
    early.release();
    late.restore();
    assert.deepEqual(ids(), ['a', 'b']);
    store.close();
  });

  test('is whole after a write that was rolled back, and what it had copied for it', () => {
    const database = openDatabase(':memory:', 'off');
    database.exec('CREATE TABLE d1(n); INSERT INTO d1 VALUES(1); CREATE TABLE d2(n)');
    const snapshots = new Snapshots(database);
    const snapshot = snapshots.take({ before: () => undefined, after: () => undefined });
    const write = database.transaction((table: string, ends: boolean) => {
      snapshots.writing({ table, indexes: [] });
      database.exec(`INSERT INTO ${table} VALUES(2)`);
      if (ends) throw new Error('the disk is full');
    });
    const contents = () => database.prepare('SELECT n FROM d1 UNION ALL SELECT n FROM d2').pluck().all();
    write('d2', false);
    assert.throws(() => write('d1', true), /the disk is full/);
    snapshots.rolledBack();
    assert.deepEqual(contents(), [1, 2]);
    snapshot.restore();
    assert.deepEqual(contents(), [1]);
    write('d1', false);
    assert.deepEqual(contents(), [1, 2]);
    snapshot.restore();
    assert.deepEqual(contents(), [1]);
    snapshot.release();
    database.close();
  });

  test('ends transactions that were open', () => {
    const store = open();
    const snapshot = store.snapshot();
    const transaction = store.startTransaction();
    store.insert('notes', [{ _id: 'a', tag: 1 }], { transaction });
    snapshot.restore();
    assert.throws(() => store.commitTransaction(transaction));
    store.insert('notes', [{ _id: 'a', tag: 1 }]);
    store.close();
  });
});
