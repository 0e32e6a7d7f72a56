import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from '../errors';
import { CATALOG_SQL } from './sql';
import type { Durability } from './types';

export type Connection = Database.Database;

/** Marks a file as a store of this kind ("LCst"). */
const APPLICATION_ID = 0x4c437374;
const FORMAT = 1;
/** Files up to this size, in bytes, are read through for damage when opened: about half a second. */
const CHECKED_SIZE = 256 * 1024 * 1024;
/** How long to wait for another process to let go of the file, in milliseconds. */
const BUSY_WAIT = 1000;

/**
 * Opens the file, or makes it where there is none.
 * @throws StoreError when it is damaged, something else, from a newer version, or in use; it is then left as it was
 */
export function openDatabase(file: string, durability: Durability): Connection {
  const fresh = file === ':memory:' || !existsSync(file) || statSync(file).size === 0;
  if (fresh && file !== ':memory:') refuseLostContents(file);
  if (!fresh) examine(file);
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    return prepare(new Database(file, { timeout: BUSY_WAIT }), durability);
  } catch (cause) {
    throw explain(file, cause);
  }
}

/** Turns SQLite's report of a damaged, locked or full file into a sentence; other errors stay what they are. */
export function explain(file: string, cause: unknown): unknown {
  if (cause instanceof StoreError || !(cause instanceof Database.SqliteError)) return cause;
  const { code } = cause;
  if (code.startsWith('SQLITE_NOTADB'))
    return new StoreError(`${file} is not a store of the local cloud. ${KEPT}`);
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR')) {
    return new StoreError(`${file} is damaged (${cause.message}). ${KEPT}`);
  }
  if (code.startsWith('SQLITE_BUSY')) return new StoreError(`${file} is in use by another process.`);
  return new StoreError(`${file} cannot be used (${code}: ${cause.message}).`);
}

const KEPT = 'It has not been touched: move it away, or restore it from an export, and start again.';

/** An empty file is a new one, unless the log beside it says that it once was not. */
function refuseLostContents(file: string): void {
  const log = `${file}-wal`;
  if (existsSync(log) && statSync(log).size > 0) {
    throw new StoreError(`${file} is empty, but ${log} is not: the store has lost its contents. ${KEPT}`);
  }
}

/** Looks before anything is written, through a connection that cannot write. */
function examine(file: string): void {
  if (statSync(file).isDirectory())
    throw new StoreError(`${file} is a folder, not a store of the local cloud.`);
  if (!startsLikeSqlite(file)) throw new StoreError(`${file} is not a store of the local cloud. ${KEPT}`);
  let database: Connection | undefined;
  try {
    database = new Database(file, { readonly: true, timeout: BUSY_WAIT });
    examineContents(file, database);
  } catch (cause) {
    throw explain(file, cause);
  } finally {
    database?.close();
  }
}

function startsLikeSqlite(file: string): boolean {
  const header = Buffer.alloc(16);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, header, 0, header.length, 0);
  } finally {
    closeSync(handle);
  }
  return header.toString('latin1') === 'SQLite format 3\u0000';
}

function examineContents(file: string, database: Connection): void {
  const tables = database.prepare('SELECT count(*) FROM sqlite_master').pluck().get();
  const application = database.pragma('application_id', { simple: true });
  if (application !== APPLICATION_ID) {
    // A store that was killed while it was being made has neither mark nor tables yet.
    if (application === 0 && tables === 0) return;
    throw new StoreError(`${file} is an SQLite file of something else. ${KEPT}`);
  }
  const format = Number(database.pragma('user_version', { simple: true }));
  if (format > FORMAT) {
    throw new StoreError(
      `${file} was written by a newer version (format ${format}, known is ${FORMAT}). ${KEPT}`,
    );
  }
  const size = statSync(file).size;
  if (size > CHECKED_SIZE) return;
  const findings = database.pragma('quick_check(1)', { simple: true });
  if (findings !== 'ok') throw new StoreError(`${file} is damaged (${String(findings)}). ${KEPT}`);
}

function prepare(database: Connection, durability: Durability): Connection {
  try {
    // One process owns the file: another one would not see the locks and marks that are kept in memory.
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    database.pragma(`synchronous = ${durability.toUpperCase()}`);
    database.pragma('cache_size = -65536');
    database.pragma('wal_autocheckpoint = 4000');
    database
      .transaction(() => {
        if (database.pragma('application_id', { simple: true }) === APPLICATION_ID) return;
        database.exec(CATALOG_SQL);
        database.pragma(`application_id = ${APPLICATION_ID}`);
        database.pragma(`user_version = ${FORMAT}`);
      })
      .immediate();
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}
