import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openStore } from '../../../../local/cloud/store/index';

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
    for (let round = 0; round < 3; round += 1) {
      store.modify(
        'notes',
        { _id: 'a' },
        { $set: { tag: [7, 8] } },
        { multi: false, merge: true, upsert: false },
      );
      store.remove('notes', { _id: 'b' }, { multi: false });
      store.insert('notes', [{ _id: 'c', tag: 2 }]);
      snapshot.restore();
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
