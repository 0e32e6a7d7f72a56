import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Document, Filter, FindOptions, Store } from '../../../../local/cloud/store/index';
import { index } from './declare';
import { idsOf, refusal, storeOf } from './support';

const made = (count: number, make: (i: number) => Document): Document[] =>
  Array.from({ length: count }, (_, i) => ({ _id: i, ...make(i) }));

/** The plan in a word or two: kind, index, documents read, and whether sorting was left to memory. */
function planOf(store: Store, filter: Filter, options: FindOptions = {}): string {
  const { plan } = store.find('c', filter, options);
  return `${plan.kind} ${plan.index} ${plan.examined}${plan.memorySort ? ' sorted' : ''}`;
}

test('a query takes the index that fits, and reads no more than it returns', (context) => {
  const store = storeOf(context, [index('room_day', ['room', '-day']), index('day', ['day'])], {
    scan: 'reject',
  });
  store.insert(
    'c',
    made(100, (i) => ({ room: i % 4, day: i })),
  );
  assert.equal(planOf(store, { _id: 7 }), 'IDHACK _id_ 1');
  assert.equal(planOf(store, { _id: { $in: [7, 8, 700] } }), 'IDHACK _id_ 2');
  assert.equal(planOf(store, { _id: { $lt: 3 } }), 'IXSCAN _id_ 3');
  assert.equal(planOf(store, { room: 1 }), 'IXSCAN room_day 25');
  assert.equal(planOf(store, { room: 1, day: { $gte: 90 } }), 'IXSCAN room_day 2');
  assert.equal(planOf(store, { day: { $gte: 90, $lt: 95 } }), 'IXSCAN day 5');
  assert.equal(planOf(store, { room: { $in: [1, 2] }, day: 5 }), 'IXSCAN room_day 1');
});

test('an index with a gap is weighed by all that it has to walk, not by what it finds', (context) => {
  const store = storeOf(context, [index('shelf', ['shelf', 'community', 'end']), index('end', ['end'])], {
    scan: 'reject',
  });
  store.insert(
    'c',
    made(900, (i) => ({ shelf: i < 600 ? 'past' : 'coming', community: i % 9, end: i })),
  );
  assert.equal(planOf(store, { shelf: 'past', end: { $gte: 590, $lt: 750 } }), 'IXSCAN end 160');
  assert.equal(planOf(store, { shelf: 'past', community: 4, end: { $gte: 590 } }), 'IXSCAN shelf 1');
});

test('a sort is served by the index, forwards and backwards, and stops at the limit', (context) => {
  const store = storeOf(context, [index('room_day', ['room', '-day', 'no'])], { scan: 'reject' });
  store.insert(
    'c',
    made(100, (i) => ({ room: i % 4, day: i, no: -i })),
  );
  assert.equal(planOf(store, { room: 1 }, { sort: { day: -1 }, limit: 5 }), 'IXSCAN room_day 5');
  assert.equal(planOf(store, { room: 1 }, { sort: { day: 1 }, limit: 5 }), 'IXSCAN room_day 5');
  assert.equal(planOf(store, { room: 1 }, { sort: { room: 1, day: 1 }, limit: 5 }), 'IXSCAN room_day 5');
  assert.equal(planOf(store, {}, { sort: { room: -1, day: 1 }, limit: 5 }), 'IXSCAN room_day 5');
  assert.equal(planOf(store, { room: 1 }, { sort: { day: 1, no: -1 }, limit: 5 }), 'IXSCAN room_day 5');
  assert.equal(
    planOf(store, { room: 1 }, { sort: { day: 1, no: 1 }, limit: 5 }),
    'IXSCAN room_day 25 sorted',
  );
  assert.equal(planOf(store, { room: 1 }, { sort: { no: 1 }, limit: 5 }), 'IXSCAN room_day 25 sorted');
  assert.equal(planOf(store, { room: 1, day: 5 }, { sort: { no: 1 }, limit: 5 }), 'IXSCAN room_day 1');
  assert.deepEqual(
    idsOf(store.find('c', { room: 1 }, { sort: { day: -1 }, skip: 1, limit: 2 }).documents),
    [93, 89],
  );
});

test('a missing field sorts as null does: first upwards, last downwards', (context) => {
  for (const indexes of [[], [index('day', ['day'])], [index('down', ['-day'])]]) {
    const store = storeOf(context, indexes);
    store.insert('c', [
      { _id: 1, day: 'b' },
      { _id: 2 },
      { _id: 3, day: 'a' },
      { _id: 4, day: 5 },
      { _id: 5, day: [] },
    ]);
    const { documents } = store.find('c', {}, { sort: { day: 1 } });
    assert.deepEqual(idsOf(documents), [5, 2, 4, 3, 1]);
    const down = store.find('c', {}, { sort: { day: -1 } });
    assert.deepEqual(idsOf(down.documents), [1, 3, 4, 2, 5]);
  }
});

test('a list sorts by its lowest element upwards and by its highest downwards', (context) => {
  for (const indexes of [[], [index('n', ['n'])]]) {
    const store = storeOf(context, indexes);
    store.insert('c', [
      { _id: 1, n: [5, 1] },
      { _id: 2, n: 3 },
      { _id: 3, n: [2, 9] },
    ]);
    assert.deepEqual(idsOf(store.find('c', {}, { sort: { n: 1 } }).documents), [1, 3, 2]);
    assert.deepEqual(idsOf(store.find('c', {}, { sort: { n: -1 } }).documents), [3, 1, 2]);
  }
});

test('an index over a list finds by element, each document once', (context) => {
  const store = storeOf(context, [index('mine', ['people', '-at'])], { scan: 'reject' });
  store.insert(
    'c',
    made(60, (i) => ({ people: [`p${i % 5}`, `p${i % 3}`, 'all'], at: i })),
  );
  assert.equal(planOf(store, { people: 'p4' }, { sort: { at: -1 }, limit: 5 }), 'IXSCAN mine 5');
  assert.equal(planOf(store, { people: { $in: ['p4', 'all'] } }), 'IXSCAN mine 60');
  const { documents } = store.find('c', { people: { $in: ['p0', 'p1'] } });
  assert.equal(new Set(idsOf(documents)).size, documents.length);
  assert.equal(store.count('c', { people: { $gte: 'p' } }).total, 60);
  assert.equal(store.count('c', { people: 'p4' }).total, 12);
});

test('$elemMatch and $all enter by the index', (context) => {
  const store = storeOf(context, [index('id', ['people.id']), index('tags', ['tags'])], { scan: 'reject' });
  store.insert(
    'c',
    made(60, (i) => ({ people: [{ id: i, role: 'a' }], tags: [i % 10, i % 7] })),
  );
  assert.equal(planOf(store, { people: { $elemMatch: { id: 7, role: 'a' } } }), 'IXSCAN id 1');
  assert.equal(planOf(store, { 'people.id': 7 }), 'IXSCAN id 1');
  assert.equal(store.find('c', { tags: { $all: [1, 2] } }).plan.kind, 'IXSCAN');
});

test('after an update the index knows the new values and not the old', (context) => {
  const store = storeOf(context, [index('people', ['people'])], { scan: 'reject' });
  store.insert('c', [{ _id: 1, people: ['a', 'b'] }]);
  store.modify(
    'c',
    { _id: 1 },
    { $pull: { people: 'a' }, $set: { x: 1 } },
    { multi: false, merge: true, upsert: false },
  );
  assert.deepEqual(store.find('c', { people: 'a' }).plan, {
    collection: 'c',
    kind: 'IXSCAN',
    index: 'people',
    examined: 0,
    returned: 0,
    memorySort: false,
  });
  assert.equal(planOf(store, { people: 'b' }), 'IXSCAN people 1');
  store.remove('c', { people: 'b' }, { multi: true });
  assert.equal(planOf(store, { people: 'b' }), 'IXSCAN people 0');
});

test('a list of values may be longer than SQLite can bind', (context) => {
  const store = storeOf(context, [index('a', ['a'])], { scan: 'reject' });
  store.insert(
    'c',
    made(20, (i) => ({ a: i * 3000 })),
  );
  const values = Array.from({ length: 40_000 }, (_, i) => i);
  assert.equal(planOf(store, { a: { $in: values } }), 'IXSCAN a 14');
  assert.equal(planOf(store, { a: { $in: [] } }), 'IXSCAN a 0');
});

test('$or is a union of indexes when each branch has one', (context) => {
  const store = storeOf(context, [index('a', ['a']), index('b_c', ['b', 'c'])]);
  store.insert(
    'c',
    made(60, (i) => ({ a: i % 20, b: i % 30, c: i, d: i % 2 })),
  );
  assert.equal(planOf(store, { $or: [{ a: 1 }, { b: 2 }] }), 'OR a|b_c 5');
  assert.equal(planOf(store, { c: 32, $or: [{ a: 1 }, { b: 2 }] }), 'OR a|b_c 4');
  assert.equal(planOf(store, { $or: [{ a: 1 }, { d: 1 }] }), 'COLLSCAN null 60');
  assert.equal(planOf(store, { a: 1, $or: [{ d: 1 }, { d: 2 }] }), 'IXSCAN a 3');
  assert.equal(planOf(store, { $or: [{ a: 1 }, { b: 2 }] }, { sort: { c: 1 } }), 'OR a|b_c 5 sorted');
});

test('of two indexes the one with fewer entries is taken, when there are many', (context) => {
  const store = storeOf(context, [index('state', ['state']), index('owner', ['owner'])]);
  store.insert(
    'c',
    made(900, (i) => ({ state: i % 2, owner: i % 300 })),
  );
  assert.equal(planOf(store, { state: 1, owner: 7 }), 'IXSCAN owner 3');
});

test('objects and lists inside of lists never make an index answer wrongly', (context) => {
  const store = storeOf(context, [index('a', ['a']), index('ab', ['a.b'])]);
  store.insert('c', [
    { _id: 1, a: { b: 1 } },
    { _id: 2, a: [[1, 2], 3] },
    { _id: 3, a: [[{ b: 1 }]] },
    { _id: 4, a: { b: 1, c: 2 } },
  ]);
  assert.deepEqual(idsOf(store.find('c', { a: { b: 1 } }).documents), [1]);
  assert.deepEqual(idsOf(store.find('c', { a: [1, 2] }).documents), [2]);
  assert.deepEqual(idsOf(store.find('c', { a: 3 }).documents), [2]);
  assert.deepEqual(idsOf(store.find('c', { 'a.b': 1 }).documents), [1, 4]);
});

test('a count that an index can answer reads no documents', (context) => {
  const store = storeOf(context, [index('a_b', ['a', 'b'])]);
  store.insert(
    'c',
    made(50, (i) => ({ a: i % 2, b: i, z: i })),
  );
  assert.deepEqual(store.count('c', { a: 1, b: { $lt: 10 } }).total, 5);
  assert.deepEqual(store.count('c', { a: null }).total, 0);
  assert.deepEqual(store.count('c', {}).total, 50);
  assert.deepEqual(store.count('c', { a: 1, z: 3 }).total, 1);
});

test('scan reject: no query without an index, except a plain list and a plain count', (context) => {
  const store = storeOf(context, [index('a', ['a'])], { scan: 'reject' });
  store.insert(
    'c',
    made(5, (i) => ({ a: i, b: i })),
  );
  assert.equal(store.find('c', {}, { limit: 3 }).documents.length, 3);
  assert.equal(store.count('c', {}).total, 5);
  const options = { multi: true, merge: true, upsert: false };
  for (const asked of [
    () => store.find('c', { b: 1 }),
    () => store.find('c', {}, { sort: { b: 1 } }),
    () => store.count('c', { b: 1 }),
    () => store.modify('c', { b: 1 }, { $set: { b: 2 } }, options),
    () => store.modify('c', {}, { $set: { b: 2 } }, options),
    () => store.remove('c', { b: 1 }, { multi: true }),
    () => store.aggregate('c', [{ $group: { _id: '$a' } }]),
    () =>
      store.aggregate('c', [
        { $match: { a: 1 } },
        { $lookup: { from: 'c', localField: 'a', foreignField: 'b', as: 'l' } },
      ]),
  ]) {
    const error = refusal(asked);
    assert.equal(error.code, 'DATABASE_REQUEST_FAILED');
    assert.match(error.message, /\[LocalCloud\.CollScan\] no declared index serves c/);
  }
});

test('what is said of a scan names fields, never values', (context) => {
  const heard: string[] = [];
  const store = storeOf(context, [], { scan: 'warn', scanLimit: 2, onWarn: (text) => heard.push(text) });
  store.insert(
    'c',
    made(3, (i) => ({ phone: `1380000000${i}` })),
  );
  store.find('c', { phone: '13800000001', $or: [{ n: { $gt: 5 } }] });
  store.find('c', { phone: '13800000002', $or: [{ n: { $gt: 6 } }] });
  assert.deepEqual(heard, [
    '[LocalCloud.CollScan] no declared index serves c filter={"phone":?,"$or":[{"n":{"$gt":?}}]} sort={}',
  ]);
});

test('scanLimit lets small collections be scanned', (context) => {
  const store = storeOf(context, [], { scan: 'reject', scanLimit: 2 });
  store.insert('c', [{ a: 1 }, { a: 2 }]);
  assert.equal(store.find('c', { a: 1 }).documents.length, 1);
  store.insert('c', [{ a: 3 }]);
  refusal(() => store.find('c', { a: 1 }));
});

test('skip and limit beyond the end, and a limit of one document', (context) => {
  const store = storeOf(context);
  store.insert(
    'c',
    made(3, () => ({})),
  );
  assert.equal(store.find('c', {}, { skip: 5 }).documents.length, 0);
  assert.deepEqual(idsOf(store.find('c', {}, { skip: 2, limit: 5 }).documents), [2]);
});

test('a direction other than 1 and -1 is refused', (context) => {
  const store = storeOf(context);
  const sort = { a: 2 } as unknown as { a: 1 }; // what a request may bring all the same
  assert.match(refusal(() => store.find('c', {}, { sort })).message, /ordering must be 1 .* or -1/);
});
