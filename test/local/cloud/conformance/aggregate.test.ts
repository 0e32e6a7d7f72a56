import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyCollection, openApp } from './environment';

const app = await openApp();
const database = app.database();
const _ = database.command;
const $ = _.aggregate;
const sales = await emptyCollection(database, 'conformance_sales');
const shops = await emptyCollection(database, 'conformance_shops');

await shops.add([
  { _id: 's1', name: 'one' },
  { _id: 's2', name: 'two' },
]);
await sales.add([
  { shop: 's1', sum: 5, items: ['a', 'b'], at: new Date('2026-01-05T00:00:00Z') },
  { shop: 's1', sum: 7, items: ['a'], at: new Date('2026-01-06T00:00:00Z') },
  { shop: 's2', sum: 1, items: [], at: new Date('2026-02-01T00:00:00Z') },
]);

test('match and group count and add up', async () => {
  const { data } = await sales
    .aggregate()
    .match({ sum: _.gt(0) })
    .group({ _id: '$shop', count: $.sum(1), total: $.sum('$sum'), most: $.max('$sum'), mean: $.avg('$sum') })
    .sort({ _id: 1 })
    .end();
  assert.deepEqual(data, [
    { _id: 's1', count: 2, total: 12, most: 7, mean: 6 },
    { _id: 's2', count: 1, total: 1, most: 1, mean: 1 },
  ]);
});

test('dates match by value', async () => {
  const { data } = await sales
    .aggregate()
    .match({ at: _.gte(new Date('2026-01-31')) })
    .end();
  assert.deepEqual(
    data.map(({ shop }: { shop: string }) => shop),
    ['s2'],
  );
});

test('unwind makes a document of each element', async () => {
  const { data } = await sales
    .aggregate()
    .unwind('$items')
    .group({ _id: '$items', n: $.sum(1) })
    .sort({ n: -1 })
    .end();
  assert.deepEqual(data, [
    { _id: 'a', n: 2 },
    { _id: 'b', n: 1 },
  ]);
});

test('project computes, skip and limit page', async () => {
  const { data } = await sales
    .aggregate()
    .sort({ sum: 1 })
    .project({ _id: 0, double: $.multiply(['$sum', 2]), month: $.month('$at') })
    .skip(1)
    .limit(1)
    .end();
  assert.deepEqual(data, [{ double: 10, month: 1 }]);
});

test('lookup joins another collection', async () => {
  const { data } = await sales
    .aggregate()
    .match({ shop: 's2' })
    .lookup({ from: 'conformance_shops', localField: 'shop', foreignField: '_id', as: 'shops' })
    .end();
  assert.deepEqual(data[0].shops, [{ _id: 's2', name: 'two' }]);
});

test('count, addFields, replaceRoot and sample do what their names say', async () => {
  assert.deepEqual((await sales.aggregate().count('n').end()).data, [{ n: 3 }]);
  const added = await sales
    .aggregate()
    .match({ shop: 's2' })
    .addFields({ twice: $.add(['$sum', '$sum']) })
    .end();
  assert.equal(added.data[0].twice, 2);
  const rooted = await shops
    .aggregate()
    .match({ _id: 's1' })
    .replaceRoot({ newRoot: { was: '$name' } })
    .end();
  assert.deepEqual(rooted.data, [{ was: 'one' }]);
  assert.equal((await sales.aggregate().sample({ size: 2 }).end()).data.length, 2);
});
