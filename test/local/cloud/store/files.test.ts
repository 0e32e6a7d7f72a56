import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { openStore, StoreError } from '../../../../local/cloud/store/index';
import { index } from './declare';
import { folder, idsOf, refusal } from './support';

const collections = { c: { indexes: [index('a', ['a'])] } };

/** A file with some documents in it, closed. */
function filled(file: string, count = 200): void {
  const store = openStore({ file, collections });
  store.insert(
    'c',
    Array.from({ length: count }, (_, i) => ({ _id: i, a: i % 10, text: 'x'.repeat(200) })),
  );
  store.close();
}

/** The sentence with which the file is refused; the file must not have changed by it. */
function refusedUntouched(file: string): string {
  const before = readFileSync(file);
  const error = refusal(() => openStore({ file, collections }));
  assert.ok(error instanceof StoreError);
  assert.deepEqual(readFileSync(file), before);
  return error.message;
}

test('what was written is there again, with its indexes, in folders that were made for it', (context) => {
  const file = join(folder(context), 'deep', 'er', 'store.db');
  filled(file);
  const store = openStore({ file, scan: 'reject' });
  context.after(() => store.close());
  assert.deepEqual(store.collections(), ['c']);
  assert.equal(store.find('c', { a: 3 }).plan.index, 'a');
  assert.equal(store.count('c', { a: 3 }).total, 20);
});

test('that a field holds lists is remembered', (context) => {
  const file = join(folder(context), 'store.db');
  const first = openStore({ file, collections });
  first.insert('c', [{ _id: 1, a: [1, 9] }]);
  first.close();
  const second = openStore({ file, collections });
  context.after(() => second.close());
  assert.deepEqual(idsOf(second.find('c', { a: { $gt: 4, $lt: 2 } }).documents), [1]);
});

test('a text file is refused and kept', (context) => {
  const file = join(folder(context), 'store.db');
  writeFileSync(file, 'these are my notes, please keep them\n'.repeat(300));
  assert.match(refusedUntouched(file), /is not a store of the local cloud\. It has not been touched/);
});

test("another program's SQLite file is refused and kept", (context) => {
  const file = join(folder(context), 'store.db');
  const other = new Database(file);
  other.exec('CREATE TABLE notes(text TEXT)');
  other.close();
  assert.match(refusedUntouched(file), /is an SQLite file of something else/);
});

test('a store of a newer version is refused and kept', (context) => {
  const file = join(folder(context), 'store.db');
  filled(file);
  const later = new Database(file);
  later.pragma('user_version = 99');
  later.pragma('journal_mode = DELETE');
  later.close();
  assert.match(refusedUntouched(file), /was written by a newer version \(format 99, known is 1\)/);
});

test('a file damaged in the middle is refused and kept', (context) => {
  const file = join(folder(context), 'store.db');
  filled(file, 2000);
  const bytes = readFileSync(file);
  bytes.fill(0x5a, bytes.length / 2, bytes.length / 2 + 20_000);
  writeFileSync(file, bytes);
  assert.match(refusedUntouched(file), /is damaged/);
});

test('a file damaged at its beginning is refused and kept', (context) => {
  const file = join(folder(context), 'store.db');
  filled(file);
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 0, 100);
  writeFileSync(file, bytes);
  assert.match(refusedUntouched(file), /is not a store of the local cloud/);
});

test('a file that was cut short is refused and kept', (context) => {
  const file = join(folder(context), 'store.db');
  filled(file, 2000);
  truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096);
  assert.match(refusedUntouched(file), /is damaged/);
});

test('a file emptied beside a log that is not empty is refused', (context) => {
  const file = join(folder(context), 'store.db');
  writeFileSync(file, '');
  writeFileSync(`${file}-wal`, 'x'.repeat(5000));
  assert.match(refusedUntouched(file), /has lost its contents/);
  assert.equal(statSync(`${file}-wal`).size, 5000);
});

test('an empty file becomes a store', (context) => {
  const file = join(folder(context), 'store.db');
  writeFileSync(file, '');
  filled(file);
});

test('a folder in its place is refused', (context) => {
  const path = folder(context);
  assert.match(refusal(() => openStore({ file: path })).message, /is a folder, not a store/);
  assert.ok(existsSync(path));
});

test('a store that is open cannot be opened a second time', (context) => {
  const file = join(folder(context), 'store.db');
  const store = openStore({ file, collections });
  context.after(() => store.close());
  assert.match(refusal(() => openStore({ file, collections })).message, /is in use by another process/);
  store.insert('c', [{ _id: 'still works' }]);
});

test('damage that shows only later is told in a sentence as well', (context) => {
  const file = join(folder(context), 'store.db');
  filled(file);
  const store = openStore({ file, collections });
  store.close();
  const error = refusal(() => {
    const raw = new Database(file);
    raw.exec('DROP TABLE d1');
    raw.close();
    const damaged = openStore({ file, collections });
    context.after(() => damaged.close());
    damaged.find('c', {});
  });
  assert.match(error.message, /cannot be used \(SQLITE_ERROR: no such table: d1\)/);
});

test('a new declaration makes its index from the documents that are there', (context) => {
  const file = join(folder(context), 'store.db');
  filled(file);
  const declared = { c: { indexes: [index('a', ['a']), index('text_a', ['text', '-a'])] } };
  const store = openStore({ file, collections: declared, scan: 'reject' });
  context.after(() => store.close());
  assert.equal(store.find('c', { text: 'y' }).plan.index, 'text_a');
  assert.equal(store.count('c', { text: 'x'.repeat(200) }).total, 200);
});

test('an index that is no longer declared is gone, and one declared otherwise is made anew', (context) => {
  const file = join(folder(context), 'store.db');
  filled(file);
  const second = openStore({ file, collections: { c: { indexes: [index('a', ['text'])] } }, scan: 'reject' });
  assert.equal(second.find('c', { text: 'y' }).plan.index, 'a');
  refusal(() => second.find('c', { a: 1 }));
  second.close();
  const third = openStore({ file, collections: { c: { indexes: [] } }, scan: 'reject' });
  context.after(() => third.close());
  refusal(() => third.find('c', { text: 'y' }));
});

test('a unique index over duplicates is refused, and the duplicates are named', (context) => {
  const file = join(folder(context), 'store.db');
  filled(file, 12);
  const declared = { c: { indexes: [index('a_1', ['a'], 'unique')] } };
  const error = refusal(() => openStore({ file, collections: declared }));
  assert.ok(error instanceof StoreError);
  assert.equal(
    error.message,
    'unique index a_1 of c cannot be built, there are duplicates: { a: 0 } in 0, 10; { a: 1 } in 1, 11.',
  );
  const store = openStore({ file });
  context.after(() => store.close());
  assert.equal(store.find('c', { a: 1 }).plan.index, 'a', 'and everything is as it was');
});

test('an index over two lists is refused, and the document is named', (context) => {
  const file = join(folder(context), 'store.db');
  const store = openStore({ file, collections: { c: { indexes: [] } } });
  store.insert('c', [{ _id: 'x', a: [1], b: [2] }]);
  store.close();
  const declared = { c: { indexes: [index('a_b', ['a', 'b'])] } };
  const error = refusal(() => openStore({ file, collections: declared }));
  assert.match(
    error.message,
    /index a_b of c cannot be built: cannot index parallel arrays \[b\] \[a\] \(document "x"\)/,
  );
});

test('the other durabilities keep what was written, too', (context) => {
  for (const durability of ['normal', 'off'] as const) {
    const file = join(folder(context), 'store.db');
    const store = openStore({ file, durability, collections });
    store.insert('c', [{ _id: 1 }]);
    store.close();
    const again = openStore({ file, durability });
    assert.equal(again.count('c', {}).total, 1);
    again.close();
  }
});
