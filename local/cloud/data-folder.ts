import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from './errors';

/**
 * What the stand-in itself remembers beside the documents: its clock, its signing key, and what WeChat
 * would know (messages delivered, consents left). One small SQLite file, written rarely.
 */
export interface Memory {
  /** Random bytes made when the folder was, for tokens and signed addresses. */
  readonly key: Buffer;
  read(topic: string, name: string): string | undefined;
  write(topic: string, name: string, value: string): void;
  remove(topic: string, name: string): void;
  all(topic: string): { name: string; value: string }[];
  close(): void;
}

export interface DataFolder {
  /** Path of the documents' file, or ':memory:'. */
  documents: string;
  /** Folder of the uploaded files, or undefined to keep them in memory. */
  files: string | undefined;
  memory: Memory;
}

/**
 * Opens (making it, if need be) the folder of a cloud and holds it until `memory.close()`.
 * @throws StoreError when another process holds it, or it is not such a folder.
 */
export function openDataFolder(data: string): DataFolder {
  if (data === ':memory:') return { documents: data, files: undefined, memory: openMemory(data) };
  const files = join(data, 'files');
  mkdirSync(files, { recursive: true });
  return { documents: join(data, 'documents.sqlite'), files, memory: openMemory(join(data, 'cloud.sqlite')) };
}

/** Everything that a cloud puts into its folder; SQLite's own files stand beside the two databases. */
const OWN = /^(?:(?:cloud|documents)\.sqlite(?:-wal|-shm|-journal)?|files)$/;

/**
 * Takes everything out of the folder of a cloud that is not open. Other people's files stay.
 * @throws StoreError when a process holds it, or it is not such a folder; nothing is removed then.
 */
export function emptyDataFolder(data: string): void {
  const names = existsSync(data) ? readdirSync(data) : [];
  if (names.length === 0) return;
  if (!names.includes('cloud.sqlite'))
    throw new StoreError(`${data} is not a folder of this stand-in: nothing was removed.`);
  const file = join(data, 'cloud.sqlite');
  if (isHeld(file)) throw new StoreError(explain(file, { code: 'SQLITE_BUSY' }));
  // What SQLite left beside its file goes when that is opened and closed, as just now.
  const own = names.filter((one) => OWN.test(one) && one !== 'cloud.sqlite');
  // Last what the folder is known by, so that what was broken off can be done again.
  for (const name of [...own, 'cloud.sqlite']) rmSync(join(data, name), { recursive: true, force: true });
}

/** A damaged file is held by nobody. */
function isHeld(file: string): boolean {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE; ROLLBACK');
    return false;
  } catch (error) {
    return codeOf(error).startsWith('SQLITE_BUSY');
  } finally {
    database?.close();
  }
}

function openMemory(file: string): Memory {
  const database = openDatabase(file);
  const select = database.prepare<[string, string], { value: string }>(
    'SELECT value FROM memory WHERE topic = ? AND name = ?',
  );
  const upsert = database.prepare('INSERT OR REPLACE INTO memory (topic, name, value) VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM memory WHERE topic = ? AND name = ?');
  const list = database.prepare<[string], { name: string; value: string }>(
    'SELECT name, value FROM memory WHERE topic = ? ORDER BY rowid',
  );
  const read = (topic: string, name: string): string | undefined => select.get(topic, name)?.value;
  const saved = read('cloud', 'key');
  const key = saved === undefined ? randomBytes(32) : Buffer.from(saved, 'base64');
  if (saved === undefined) upsert.run('cloud', 'key', key.toString('base64'));
  return {
    key,
    read,
    write: (topic, name, value) => void upsert.run(topic, name, value),
    remove: (topic, name) => void remove.run(topic, name),
    all: (topic) => list.all(topic),
    close: () => database.close(),
  };
}

function openDatabase(file: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: 0 });
    // Held for as long as this process lives: two clouds on one folder would tear it apart, and the
    // system lets go of the lock even after kill -9.
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec(
      'CREATE TABLE IF NOT EXISTS memory (topic TEXT, name TEXT, value TEXT NOT NULL, PRIMARY KEY (topic, name))',
    );
    return database;
  } catch (error) {
    database?.close();
    throw new StoreError(explain(file, error));
  }
}

function explain(file: string, error: unknown): string {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_BUSY'))
    return `${file} is in use by another cloud. Stop it, or choose another folder.`;
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return `${file} is damaged or not a file of this stand-in. It was left as it is; move it away or choose another folder.`;
  }
  return `${file} cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
