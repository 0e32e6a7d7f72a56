import { StoreError } from '../errors';
import type { Connection } from './database';

/** The store's contents at one moment, kept in memory for as long as the store is open. */
export interface Snapshot {
  /**
   * Puts every document back as it was, within milliseconds for a small store; open transactions are gone.
   * @throws StoreError when collections or indexes have been added or dropped since
   */
  restore(): void;
  /** Frees the memory; the snapshot is of no use afterwards. */
  release(): void;
}

/** Told before and after the contents change under those who remember something of them. */
export interface Rememberers {
  before(): void;
  after(): void;
}

/** A collection as far as it is copied: its table and those of its indexes. */
interface Copied {
  table: string;
  indexes: readonly { table: string }[];
}

/** What all collections share: the marks of their indexes. */
const SHARED = 'indexes';

/** The snapshots of one store. Each knows which collections were written since, and puts back only those. */
export class Snapshots {
  readonly #touched = new Set<Set<string>>();
  #counter = 0;

  /** Told of every collection that is written to. */
  wrote({ table, indexes }: Copied): void {
    for (const touched of this.#touched) {
      if (touched.has(table)) continue;
      for (const one of [table, SHARED, ...indexes.map((index) => index.table)]) touched.add(one);
    }
  }

  /** Copies each table into a temporary one of this connection, and back. */
  take(database: Connection, { before, after }: Rememberers): Snapshot {
    this.#counter += 1;
    const prefix = `snapshot${this.#counter}_`;
    const tables = tablesOf(database);
    const touched = new Set<string>();
    this.#touched.add(touched);
    // Names come from this store's own schema: letters and digits.
    database.transaction(() => {
      for (const table of tables)
        database.exec(`CREATE TEMP TABLE ${prefix}${table} AS SELECT * FROM main.${table}`);
    })();
    const back = database.transaction(() => {
      for (const table of touched)
        database.exec(
          `DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM temp.${prefix}${table}`,
        );
    });
    return {
      restore: () => {
        if (tablesOf(database).join() !== tables.join())
          throw new StoreError('The snapshot does not fit: collections or indexes have changed since.');
        before();
        if (touched.size === 0) return;
        back();
        // What was put back is for the other snapshots a change like any other.
        for (const other of this.#touched)
          if (other !== touched) for (const table of touched) other.add(table);
        touched.clear();
        after();
      },
      release: () => {
        this.#touched.delete(touched);
        for (const table of tables) database.exec(`DROP TABLE IF EXISTS temp.${prefix}${table}`);
      },
    };
  }
}

/** Everything but the list of collections, which restoring requires to be the same. */
function tablesOf(database: Connection): string[] {
  const sql =
    "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name <> 'collections' ORDER BY name";
  return database.prepare<[], string>(sql).pluck().all() as string[]; // `pluck` gives the one column
}
