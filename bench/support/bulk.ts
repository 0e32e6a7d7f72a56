import SQLite from 'better-sqlite3';
import { ID_INDEX, type IndexSpec, indexSpecs } from '../../local/cloud/store/declarations';
import { indexEntries } from '../../local/cloud/store/multikey';
import type { Declarations } from '../../local/cloud/store/types';

/** What goes in at once. */
const BATCH = 20_000;

/**
 * Fills the file of a store that is closed, past the checks that each document of a caller passes: these
 * documents are ours and plain, so their text is their JSON. The store's own code says what an index holds.
 * The store has seen documents of this shape before, so that it knows which fields are lists.
 */
export function fill(
  file: string,
  declared: Declarations,
  { name, from, to }: { name: string; from: number; to: number },
  make: (n: number) => object,
): void {
  const database = new SQLite(file);
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -1000000');
  const { id } = database.prepare('SELECT id FROM collections WHERE name = ?').get(name) as { id: number };
  // The store's own table of indexes.
  const stored = database.prepare('SELECT id, name FROM indexes WHERE collection = ?').all(id) as {
    id: number;
    name: string;
  }[];
  const specs = [ID_INDEX, ...indexSpecs(name, declared[name]?.indexes ?? [], () => undefined)];
  const indexes = specs.map((spec) => ({
    spec,
    add: database.prepare(insertInto(stored.find((one) => one.name === spec.name)?.id ?? 0, spec)),
  }));
  const add = database.prepare(`INSERT INTO d${id}(doc) VALUES(?)`);
  const some = database.transaction((first: number, last: number) => {
    for (let n = first; n < last; n += 1) {
      // A plain object, as its repository would store it.
      const document = make(n) as Record<string, unknown>;
      const row = Number(add.run(JSON.stringify(document)).lastInsertRowid);
      for (const index of indexes)
        for (const keys of indexEntries(document, index.spec).rows) index.add.run(...keys, row);
    }
  });
  for (let n = from; n < to; n += BATCH) some(n, Math.min(n + BATCH, to));
  database.close();
}

function insertInto(id: number, { fields }: IndexSpec): string {
  const columns = fields.map((_, place) => `k${place}`);
  return `INSERT INTO x${id}(${columns.join(', ')}, n) VALUES(${columns.map(() => '?').join(', ')}, ?)`;
}
