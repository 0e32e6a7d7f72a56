import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyCollection, openApp } from './environment';

const app = await openApp();
const database = app.database();
const _ = database.command;
const things = await emptyCollection(database, 'conformance_updates');

const cases: [sentence: string, before: object, update: object, after: object][] = [
  ['a plain value is set', { a: 1 }, { a: 2, b: 3 }, { a: 2, b: 3 }],
  ['set replaces an object whole', { o: { x: 1, y: 2 } }, { o: _.set({ z: 3 }) }, { o: { z: 3 } }],
  ['remove takes a field away', { a: 1, b: 2 }, { a: _.remove() }, { b: 2 }],
  ['inc adds, and begins at zero', { n: 5 }, { n: _.inc(-2), m: _.inc(1) }, { n: 3, m: 1 }],
  ['mul multiplies, and begins at zero', { n: 5 }, { n: _.mul(3), m: _.mul(3) }, { n: 15, m: 0 }],
  ['min and max move one way only', { a: 5, b: 5 }, { a: _.min(3), b: _.max(3) }, { a: 3, b: 5 }],
  ['rename moves a field', { a: 1 }, { a: _.rename('b') }, { b: 1 }],
  ['push appends one or many', { l: [1] }, { l: _.push([2, 3]) }, { l: [1, 2, 3] }],
  ['push makes a list', {}, { l: _.push(1) }, { l: [1] }],
  [
    'push places, sorts and cuts',
    { l: [5, 1] },
    { l: _.push({ each: [3], position: 0, sort: 1, slice: 2 }) },
    { l: [1, 3] },
  ],
  ['unshift puts in front', { l: [3] }, { l: _.unshift([1, 2]) }, { l: [1, 2, 3] }],
  ['pop takes the last', { l: [1, 2, 3] }, { l: _.pop() }, { l: [1, 2] }],
  ['shift takes the first', { l: [1, 2, 3] }, { l: _.shift() }, { l: [2, 3] }],
  ['pull takes out a value', { l: [1, 2, 1] }, { l: _.pull(1) }, { l: [2] }],
  [
    'pull takes out what satisfies',
    { l: [{ n: 1 }, { n: 5 }] },
    { l: _.pull({ n: _.gt(2) }) },
    { l: [{ n: 1 }] },
  ],
  ['pullAll takes out several', { l: [1, 2, 3, 1] }, { l: _.pullAll([1, 3]) }, { l: [2] }],
  ['addToSet adds only what is new', { l: [1] }, { l: _.addToSet({ $each: [1, 2] }) }, { l: [1, 2] }],
  ['a dotted path sets inside', { o: { x: 1 } }, { 'o.y': 2 }, { o: { x: 1, y: 2 } }],
  ['a number in a path is a place in a list', { l: [1, 2] }, { 'l.1': 9 }, { l: [1, 9] }],
];

for (const [index, [sentence, before, update, after]] of cases.entries()) {
  test(sentence, async () => {
    const thing = things.doc(`case-${index}`);
    await thing.set(before);
    assert.equal((await thing.update(update)).updated, 1);
    assert.deepEqual((await thing.get()).data, [{ _id: `case-${index}`, ...after }]);
  });
}

test('a positional update changes the element that was found', async () => {
  await things.doc('positional').set({
    seats: [
      { who: 'a', ok: false },
      { who: 'b', ok: false },
    ],
  });
  await things.where({ _id: 'positional', 'seats.who': 'b' }).update({ 'seats.$.ok': true });
  const [document] = (await things.doc('positional').get()).data;
  assert.deepEqual(document.seats, [
    { who: 'a', ok: false },
    { who: 'b', ok: true },
  ]);
});

test('an update that changes nothing updates nothing', async () => {
  await things.doc('same').set({ a: 1 });
  assert.equal((await things.doc('same').update({ a: 1 })).updated, 0);
});

for (const [sentence, before, update] of [
  ['inc of null', { n: null }, { n: _.inc(1) }],
  ['inc of text', { n: 'x' }, { n: _.inc(1) }],
  ['push onto null', { l: null }, { l: _.push(1) }],
  ['set below a number', { n: 1 }, { 'n.x': 1 }],
  ['set below null', { n: null }, { 'n.x': 1 }],
] as const) {
  test(`${sentence} is refused, and the document stays as it was`, async () => {
    await things.doc('strict').set(before);
    await assert.rejects(things.doc('strict').update(update));
    assert.deepEqual((await things.doc('strict').get()).data, [{ _id: 'strict', ...before }]);
  });
}

test('of forty who take one of ten at once, ten have it', async () => {
  await things.doc('stock').set({ left: 10 });
  const taken = await Promise.all(
    Array.from({ length: 40 }, () =>
      things.where({ _id: 'stock', left: _.gte(1) }).update({ left: _.inc(-1) }),
    ),
  );
  assert.equal(
    taken.reduce((sum, { updated }) => sum + Number(updated), 0),
    10,
  );
  assert.deepEqual((await things.doc('stock').get()).data, [{ _id: 'stock', left: 0 }]);
});
