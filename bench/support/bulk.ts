import SQLite from 'better-sqlite3';
import { ID_INDEX, type IndexSpec, indexSpecs } from '../../local/cloud/store/declarations';
import { indexEntries } from '../../local/cloud/store/multikey';
import type { Declarations } from '../../local/cloud/store/types';

/**
 * Fills the file of a store that is closed, past the checks that each document of a caller passes: these
 * documents are ours and plain, so their text is their JSON. The store's own code says what an index holds.
 * The store has seen documents of this shape before, so that it knows which fields are lists.
 *
 * All in one transaction without a journal, for who is interrupted begins anew; and what an index holds
 * goes in sorted, after the documents, so that it is written from left to right and not in a million places.
 */
export function fill(
  file: string,
  declared: Declarations,
  { name, from, to }: { name: string; from: number; to: number },
  make: (n: number) => object,
): void {
  const database = new SQLite(file);
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -1000000');
  const { id } = database.prepare('SELECT id FROM collections WHERE name = ?').get(name) as { id: number };
  // The store's own table of indexes.
  const stored = database.prepare('SELECT id, name FROM indexes WHERE collection = ?').all(id) as {
    id: number;
    name: string;
  }[];
  const specs = [ID_INDEX, ...indexSpecs(name, declared[name]?.indexes ?? [], () => undefined)];
  const indexes = specs.map((spec) => {
    const table = `x${stored.find((one) => one.name === spec.name)?.id ?? 0}`;
    const columns = [...spec.fields.map((_, place) => `k${place}`), 'n'].join(', ');
    database.exec(`CREATE TEMP TABLE unsorted_${table}(${columns})`);
    const values = columns.replace(/\w+/g, '?');
    return {
      spec,
      add: database.prepare(`INSERT INTO unsorted_${table}(${columns}) VALUES(${values})`),
      sorted: `INSERT INTO ${table}(${columns}) SELECT ${columns} FROM unsorted_${table} ORDER BY ${order(spec)}, n`,
    };
  });
  const add = database.prepare(`INSERT INTO d${id}(doc) VALUES(?)`);
  database.transaction(() => {
    for (let n = from; n < to; n += 1) {
      // A plain object, as its repository would store it.
      const document = make(n) as Record<string, unknown>;
      const row = Number(add.run(JSON.stringify(document)).lastInsertRowid);
      for (const index of indexes)
        for (const keys of indexEntries(document, index.spec).rows) index.add.run(...keys, row);
    }
    for (const { sorted } of indexes) database.exec(sorted);
  })();
  database.close();
}

const order = ({ fields }: IndexSpec): string =>
  fields.map(({ descending }, place) => `k${place}${descending ? ' DESC' : ''}`).join(', ');
