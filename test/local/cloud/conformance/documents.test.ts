import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyCollection, openApp } from './environment';

const app = await openApp();
const database = app.database();
const _ = database.command;
const things = await emptyCollection(database, 'conformance_documents');

test('a document comes back as it was, whatever its values', async () => {
  const document = {
    text: '红芝麻',
    whole: 7,
    negative: -3,
    large: 2 ** 40,
    fraction: 1.5,
    yes: true,
    nothing: null,
    when: new Date('2026-11-23T07:15:00.123Z'),
    list: [1, 'two', { three: 3 }, [4]],
    nested: { deep: { er: [] }, empty: {} },
  };
  const { id } = await things.add(document);
  assert.equal(typeof id, 'string');
  const { data } = await things.doc(String(id)).get();
  assert.deepEqual(data, [{ _id: id, ...document }]);
});

test('a field that is undefined is not stored', async () => {
  await things.doc('undefined').set({ a: 1, b: undefined });
  assert.deepEqual((await things.doc('undefined').get()).data, [{ _id: 'undefined', a: 1 }]);
});

test('a document keeps the id it is given, and a second one with it is refused', async () => {
  await things.add({ _id: 'mine', n: 1 });
  await assert.rejects(things.add({ _id: 'mine', n: 2 }), /E11000 duplicate key error/);
  assert.deepEqual((await things.doc('mine').get()).data, [{ _id: 'mine', n: 1 }]);
});

test('many documents are added at once, and their ids come in their order', async () => {
  const { ids } = await things.add([{ _id: 'm1' }, { _id: 'm2' }, { n: 3 }]);
  assert.deepEqual(ids?.slice(0, 2), ['m1', 'm2']);
  assert.equal(ids?.length, 3);
});

test('a missing document is an empty list', async () => {
  assert.deepEqual((await things.doc('missing').get()).data, []);
});

test('set writes the whole document, or makes it', async () => {
  const made = await things.doc('whole').set({ a: 1, b: 2 });
  assert.equal(made.updated, 0);
  assert.equal(made.upsertedId, 'whole');
  const replaced = await things.doc('whole').set({ c: 3 });
  assert.equal(replaced.updated, 1);
  assert.deepEqual((await things.doc('whole').get()).data, [{ _id: 'whole', c: 3 }]);
});

test('update merges, also into nested objects, and does not make a document', async () => {
  await things.doc('merge').set({ a: { x: 1, y: 2 }, b: 1 });
  await things.doc('merge').update({ a: { x: 9 }, 'a.z': 3 });
  assert.deepEqual((await things.doc('merge').get()).data, [{ _id: 'merge', a: { x: 9, y: 2, z: 3 }, b: 1 }]);
  assert.equal((await things.doc('missing').update({ a: 1 })).updated, 0);
});

test('a removed document is gone, and removing it again removes nothing', async () => {
  await things.doc('away').set({ a: 1 });
  assert.equal((await things.doc('away').remove()).deleted, 1);
  assert.equal((await things.doc('away').remove()).deleted, 0);
});

test('a server date is the time at which the server wrote', async () => {
  await things
    .doc('date')
    .set({ at: database.serverDate(), before: database.serverDate({ offset: -60_000 }) });
  const [document] = (await things.doc('date').get()).data;
  assert.ok(Math.abs(document.at.getTime() - Date.now()) < 60_000);
  assert.ok(Math.abs(document.at.getTime() - document.before.getTime() - 60_000) < 1_000);
  assert.equal((await things.where({ _id: 'date', at: _.lte(database.serverDate()) }).count()).total, 1);
});

test('only the fields asked for come back, and the id', async () => {
  await things.doc('fields').set({ a: 1, b: { c: 2, d: 3 }, e: 4 });
  const some = await things.where({ _id: 'fields' }).field({ a: true, 'b.c': true }).get();
  assert.deepEqual(some.data, [{ _id: 'fields', a: 1, b: { c: 2 } }]);
  const others = await things.where({ _id: 'fields' }).field({ b: false }).get();
  assert.deepEqual(others.data, [{ _id: 'fields', a: 1, e: 4 }]);
});

test('a read gives 100 documents when no limit is stated, and 1000 at most', async () => {
  await things.add(Array.from({ length: 1_050 }, (_value, i) => ({ kind: 'row', i })));
  const rows = things.where({ kind: 'row' });
  assert.equal((await rows.get()).data.length, 100);
  assert.equal((await rows.limit(5_000).get()).data.length, 1_000);
  assert.equal((await rows.count()).total, 1_050);
  const page = await rows.orderBy('i', 'desc').skip(10).limit(3).get();
  assert.deepEqual(
    page.data.map(({ i }) => i),
    [1_039, 1_038, 1_037],
  );
});

test('several sorts hold in their order', async () => {
  const rows = [
    ['a', 1],
    ['b', 1],
    ['a', 2],
    ['b', 2],
  ].map(([group, n]) => ({ kind: 'sorted', group, n }));
  await things.add(rows);
  const { data } = await things.where({ kind: 'sorted' }).orderBy('group', 'desc').orderBy('n', 'asc').get();
  assert.deepEqual(
    data.map(({ group, n }) => `${group}${n}`),
    ['b1', 'b2', 'a1', 'a2'],
  );
});

test('updateAndReturn gives the document as it is afterwards', async () => {
  await things.doc('return').set({ n: 1 });
  const { updated, doc } = await things.where({ _id: 'return', n: 1 }).updateAndReturn({ n: _.inc(4) });
  assert.equal(updated, 1);
  assert.equal(doc.n, 5);
  assert.equal((await things.where({ _id: 'return', n: 1 }).updateAndReturn({ n: _.inc(4) })).updated, 0);
});

test('an update without a condition is refused', async () => {
  await assert.rejects(things.update({ a: 1 }), { code: 'INVALID_PARAM' });
  await assert.rejects(things.remove(), { code: 'INVALID_PARAM' });
});

test('an update reaches every matching document, or one when told so', async () => {
  await things.add([{ kind: 'multi' }, { kind: 'multi' }, { kind: 'multi' }]);
  assert.equal((await things.where({ kind: 'multi' }).update({ seen: true })).updated, 3);
  const one = await things.where({ kind: 'multi' }).options({ multiple: false }).update({ chosen: true });
  assert.equal(one.updated, 1);
  assert.equal((await things.where({ kind: 'multi', chosen: true }).count()).total, 1);
});
