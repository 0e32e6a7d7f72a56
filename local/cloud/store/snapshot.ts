import { StoreError } from '../errors';
import type { Connection } from './database';

/** The store's contents at one moment, kept in memory for as long as the store is open. */
export interface Snapshot {
  /**
   * Puts every document back as it was, within milliseconds for a small store; open transactions are gone.
   * @throws StoreError when collections or indexes have been added or dropped since
   */
  restore(): void;
  /** Whether anything was written, or nearly, since it was taken or last put back. */
  isWritten(): boolean;
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

/** The snapshots of one store. A collection is copied when it is written to for the first time since. */
export class Snapshots {
  readonly #database: Connection;
  readonly #all = new Set<Copies>();
  #counter = 0;

  constructor(database: Connection) {
    this.#database = database;
  }

  /** Told of every collection just before it is written to, inside of the transaction that writes. */
  writing({ table, indexes }: Copied): void {
    for (const copies of this.#all)
      if (!copies.changed.has(table)) copies.keep([table, SHARED, ...indexes.map((index) => index.table)]);
  }

  /** Told when a transaction was rolled back, and with it the copies that were made inside. */
  rolledBack(): void {
    for (const copies of this.#all) copies.recount();
  }

  take({ before, after }: Rememberers): Snapshot {
    this.#counter += 1;
    const database = this.#database;
    const tables = tablesOf(database).join();
    const copies = new Copies(database, `snapshot${this.#counter}_`);
    this.#all.add(copies);
    const back = database.transaction(() => {
      // For the other snapshots what is put back is a change like any other.
      for (const other of this.#all) if (other !== copies) other.keep(copies.changed);
      copies.putBack();
    });
    return {
      restore: () => {
        if (tablesOf(database).join() !== tables)
          throw new StoreError('The snapshot does not fit: collections or indexes have changed since.');
        before();
        if (copies.changed.size === 0) return;
        try {
          back();
        } catch (cause) {
          this.rolledBack();
          throw cause;
        }
        copies.changed.clear();
        after();
      },
      isWritten: () => copies.changed.size > 0,
      release: () => {
        this.#all.delete(copies);
        copies.drop();
      },
    };
  }
}

/** Tables as they were at one moment, in temporary ones of this connection. Names are letters, digits and _. */
class Copies {
  /** The tables that may differ from their copies by now. */
  readonly changed = new Set<string>();
  readonly #copied = new Set<string>();
  readonly #database: Connection;
  readonly #prefix: string;

  constructor(database: Connection, prefix: string) {
    this.#database = database;
    this.#prefix = prefix;
  }

  /** Copies those of these tables that are about to change and still are as they were. */
  keep(tables: Iterable<string>): void {
    for (const table of tables) {
      this.changed.add(table);
      if (this.#copied.has(table)) continue;
      this.#copied.add(table);
      this.#database.exec(`CREATE TEMP TABLE ${this.#prefix}${table} AS SELECT * FROM main.${table}`);
    }
  }

  putBack(): void {
    for (const table of this.changed)
      this.#database.exec(
        `DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM temp.${this.#prefix}${table}`,
      );
  }

  /** What has no copy any more is as it was. */
  recount(): void {
    const there = new Set(namesIn(this.#database, 'temp'));
    for (const table of this.#copied) {
      if (there.has(`${this.#prefix}${table}`)) continue;
      this.#copied.delete(table);
      this.changed.delete(table);
    }
  }

  drop(): void {
    for (const table of this.#copied) this.#database.exec(`DROP TABLE temp.${this.#prefix}${table}`);
  }
}

/** Everything but the list of collections, which restoring requires to be the same. */
function tablesOf(database: Connection): string[] {
  return namesIn(database, 'main').filter((name) => name !== 'collections');
}

function namesIn(database: Connection, schema: 'main' | 'temp'): string[] {
  const sql = `SELECT name FROM ${schema}.sqlite_master WHERE type = 'table' ORDER BY name`;
  return database.prepare<[], string>(sql).pluck().all() as string[]; // `pluck` gives the one column
}
