import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ObjectId } from 'bson';
import { CloudError } from '../../../../local/cloud/store/index';
import { index } from './declare';
import { storeOf } from './support';

test('an export brings every document, empty collections, and every type of value to another store', async (context) => {
  const first = storeOf(context);
  first.createCollection('empty');
  const documents = [
    {
      _id: 'a',
      text: '中"\n\u0000',
      n: [1, -0.5, Infinity, 2 ** 60],
      flag: true,
      none: null,
      deep: { er: [{}] },
    },
    { _id: new ObjectId('64b000000000000000000001'), at: new Date(1.7e12), old: new Date(-1e13), re: /a"b/i },
    ...Array.from({ length: 1234 }, (_, i) => ({ _id: i })),
  ];
  first.insert('c', documents);

  const second = storeOf(context, [index('at', ['at'])], { scan: 'reject' });
  const heard: number[] = [];
  const count = await second.importLines(first.exportLines(), (done) => heard.push(done));
  assert.equal(count, documents.length);
  assert.deepEqual(heard, [500, 1000, 1236]);
  assert.deepEqual(second.collections(), ['c', 'empty']);
  assert.deepEqual([...second.exportLines()], [...first.exportLines()]);
  assert.equal(second.find('c', { at: { $gt: new Date(0) } }).plan.index, 'at');
});

test('every line is an object of JSON', (context) => {
  const store = storeOf(context);
  store.insert('c', [{ _id: 1, at: new Date(0) }]);
  const lines = [...store.exportLines()].map((line) => JSON.parse(line));
  assert.deepEqual(lines, [
    { format: 'local-cloud-export', version: 1 },
    { collection: 'c' },
    { collection: 'c', document: { _id: 1, at: { $date: '1970-01-01T00:00:00.000Z' } } },
  ]);
});

test('the store can be written between two lines of an export', (context) => {
  const store = storeOf(context);
  store.insert('c', [{ _id: 1 }, { _id: 2 }]);
  let lines = 0;
  for (const _ of store.exportLines()) {
    store.insert('c', [{ _id: `new ${lines}` }]);
    lines++;
    if (lines > 10) break;
  }
  assert.ok(lines > 3);
});

test('a faulty line is named, and what came before it is kept', async (context) => {
  const header = '{"format":"local-cloud-export","version":1}';
  const cases: [string[], RegExp][] = [
    [['{"collection":"c"}'], /first line of the import is not that of an export/],
    [['{"format":"local-cloud-export","version":9}'], /newer version \(9\)/],
    [[header, '{"collection":"c","document":{"_id":1}}', 'oops'], /line 3 of the import/],
    [[header, '{"document":{"_id":1}}'], /line 2 of the import names no collection/],
    [
      [header, '{"collection":"c","document":{"_id":1}}', '{"collection":"c","document":{"_id":1}}'],
      /line 3 .*E11000/,
    ],
  ];
  for (const [lines, sentence] of cases) {
    const store = storeOf(context);
    await assert.rejects(store.importLines(lines), (cause) => {
      assert.ok(cause instanceof CloudError);
      assert.match(cause.message, sentence);
      return true;
    });
  }
});

test('lines may come from a stream', async (context) => {
  const store = storeOf(context);
  async function* lines() {
    yield '{"format":"local-cloud-export","version":1}';
    yield '';
    yield '{"collection":"other","document":{"_id":"x"}}';
  }
  assert.equal(await store.importLines(lines()), 1);
  assert.equal(store.count('other', {}).total, 1);
});
