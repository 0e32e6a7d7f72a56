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

let counter = 0;

/** Copies each table into a temporary one of this connection, and back. */
export function takeSnapshot(database: Connection, { before, after }: Rememberers): Snapshot {
  counter += 1;
  const prefix = `snapshot${counter}_`;
  const tables = tablesOf(database);
  // Names come from this store's own schema: letters and digits.
  database.transaction(() => {
    for (const table of tables)
      database.exec(`CREATE TEMP TABLE ${prefix}${table} AS SELECT * FROM main.${table}`);
  })();
  const back = database.transaction(() => {
    for (const table of tables)
      database.exec(
        `DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM temp.${prefix}${table}`,
      );
  });
  return {
    restore() {
      if (tablesOf(database).join() !== tables.join())
        throw new StoreError('The snapshot does not fit: collections or indexes have changed since.');
      before();
      back();
      after();
    },
    release() {
      for (const table of tables) database.exec(`DROP TABLE IF EXISTS temp.${prefix}${table}`);
    },
  };
}

/** Everything but the list of collections, which restoring requires to be the same. */
function tablesOf(database: Connection): string[] {
  const sql =
    "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name <> 'collections' ORDER BY name";
  return database.prepare<[], string>(sql).pluck().all() as string[]; // `pluck` gives the one column
}
