import type { Statement } from 'better-sqlite3';
import { collectionExists, collectionLimit, collectionNotExist, invalidParam, StoreError } from '../errors';
import { fromText } from './codec';
import type { Connection } from './database';
import { ID_INDEX, type IndexSpec, indexSpecs } from './declarations';
import { duplicateReport } from './duplicates';
import { indexEntries, ParallelArrays } from './multikey';
import { pathOf } from './paths';
import type { PlannedIndex } from './planner';
import { documentsSql, indexSql } from './sql';
import type { Declarations } from './types';

export interface IndexState extends PlannedIndex {
  id: number;
}

export interface CollectionState {
  id: number;
  name: string;
  table: string;
  /** The first is that of `_id`. */
  indexes: IndexState[];
}

const MAX_COLLECTIONS = 300;
const CHUNK = 1000;

interface IndexRow {
  id: number;
  name: string;
  spec: string;
  arrays: string;
}

/** What the file holds: collections and their indexes, and the marks of what their documents have shown. */
export class Catalog {
  readonly #database: Connection;
  readonly #onWarn: (text: string) => void;
  readonly #collections = new Map<string, CollectionState>();

  constructor(database: Connection, onWarn: (text: string) => void) {
    this.#database = database;
    this.#onWarn = onWarn;
    this.reload();
  }

  names(): string[] {
    return [...this.#collections.keys()].sort();
  }

  has(name: string): boolean {
    return this.#collections.has(name);
  }

  /** @throws CloudError DATABASE_COLLECTION_NOT_EXIST */
  get(name: string): CollectionState {
    const state = this.#collections.get(name);
    if (!state) throw collectionNotExist(name);
    return state;
  }

  /** @throws CloudError when it exists, has no proper name, or is one too many */
  create(name: string): void {
    this.#atomically(() => this.#create(name));
  }

  #create(name: string): void {
    if (this.#collections.has(name)) throw collectionExists(name);
    if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name)) {
      throw invalidParam(`collection name ${JSON.stringify(name)}: letters, digits, - and _, at most 64`);
    }
    if (this.#collections.size >= MAX_COLLECTIONS) throw collectionLimit(MAX_COLLECTIONS);
    const { lastInsertRowid } = this.#run('INSERT INTO collections(name) VALUES(?)', name);
    const id = Number(lastInsertRowid);
    this.#database.exec(documentsSql(`d${id}`));
    const collection: CollectionState = { id, name, table: `d${id}`, indexes: [] };
    this.#collections.set(name, collection);
    this.#build(collection, ID_INDEX);
  }

  /**
   * Makes the collections and exactly the indexes that are declared.
   * @throws StoreError that names the duplicates (or the document) that stand in the way of an index; nothing is changed
   */
  declare(declarations: Declarations): void {
    this.#atomically(() => {
      for (const [name, { indexes }] of Object.entries(declarations)) {
        if (!this.#collections.has(name)) this.#create(name);
        this.#declareIndexes(this.get(name), indexSpecs(name, indexes, this.#onWarn));
      }
    });
  }

  /** Remembers for good that documents of the index have arrays where `arrays` says so. */
  mark(index: IndexState, arrays: boolean[], nested: boolean): void {
    index.arrays = index.arrays.map((known, i) => known || arrays[i] === true);
    index.nested ||= nested;
    this.#run('UPDATE indexes SET arrays = ? WHERE id = ?', marksText(index), index.id);
  }

  /** Reads everything again from the file: after a failure, when memory may know more than was stored. */
  reload(): void {
    this.#collections.clear();
    const rows = this.#database.prepare<[], { id: number; name: string }>('SELECT id, name FROM collections');
    const indexes = this.#database.prepare<[number], IndexRow>(
      'SELECT id, name, spec, arrays FROM indexes WHERE collection = ? ORDER BY id',
    );
    for (const { id, name } of rows.all()) {
      this.#collections.set(name, { id, name, table: `d${id}`, indexes: indexes.all(id).map(stateOf) });
    }
  }

  #declareIndexes(collection: CollectionState, wanted: IndexSpec[]): void {
    for (const index of [...collection.indexes]) {
      if (index.spec.name === ID_INDEX.name) continue;
      const same = wanted.find((spec) => specText(spec) === specText(index.spec));
      if (!same) this.#drop(collection, index);
    }
    for (const spec of wanted) {
      const known = collection.indexes.find((index) => specText(index.spec) === specText(spec));
      if (!known) this.#build(collection, spec);
    }
  }

  #drop(collection: CollectionState, index: IndexState): void {
    this.#database.exec(`DROP TABLE ${index.table}`);
    this.#run('DELETE FROM indexes WHERE id = ?', index.id);
    collection.indexes = collection.indexes.filter((other) => other !== index);
  }

  #build(collection: CollectionState, spec: IndexSpec): void {
    const insert = 'INSERT INTO indexes(collection, name, spec, arrays) VALUES(?, ?, ?, ?)';
    const { lastInsertRowid } = this.#run(insert, collection.id, spec.name, specText(spec), '');
    const id = Number(lastInsertRowid);
    const index: IndexState = {
      id,
      table: `x${id}`,
      spec,
      arrays: spec.fields.map(() => false),
      nested: false,
    };
    this.#database.exec(indexSql(index.table, spec));
    this.#fill(collection, index);
    this.mark(index, [], false);
    collection.indexes.push(index);
  }

  #fill(collection: CollectionState, index: IndexState): void {
    const columns = index.spec.fields.map((_, i) => `k${i}`);
    const add = this.#database.prepare(
      `INSERT OR IGNORE INTO ${index.table}(${columns.join(', ')}, n) VALUES(${columns.map(() => '?').join(', ')}, ?)`,
    );
    let collided = false;
    for (const { n, doc } of documentsIn(this.#database, collection.table)) {
      const entries = this.#entries(collection, index, doc);
      index.arrays = index.arrays.map((known, i) => known || entries.arrays[i] === true);
      index.nested ||= entries.nested;
      for (const row of entries.rows) if (add.run(...row, n).changes === 0) collided = true;
    }
    if (collided) throw new StoreError(duplicateReport(this.#database, collection, index.spec));
  }

  #entries(collection: CollectionState, index: IndexState, doc: string) {
    const document = fromText(doc);
    try {
      return indexEntries(document, index.spec);
    } catch (cause) {
      if (!(cause instanceof ParallelArrays)) throw cause;
      const where = `index ${index.spec.name} of ${collection.name}`;
      throw new StoreError(
        `${where} cannot be built: ${cause.message} (document ${JSON.stringify(document._id)}).`,
      );
    }
  }

  #run(sql: string, ...args: (string | number)[]) {
    return this.#database.prepare(sql).run(...args);
  }

  #atomically(work: () => void): void {
    try {
      this.#database.transaction(work)();
    } finally {
      this.reload();
    }
  }
}

/** Every document, in chunks: an open cursor would forbid writing. */
export function* documentsIn(
  database: Connection,
  table: string,
): IterableIterator<{ n: number; doc: string }> {
  type Row = { n: number; doc: string };
  const next: Statement<[number], Row> = database.prepare(
    `SELECT n, doc FROM ${table} WHERE n > ? ORDER BY n LIMIT ${CHUNK}`,
  );
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = next.all(last);
    yield* rows;
    const end = rows.at(-1);
    if (!end || rows.length < CHUNK) return;
    last = end.n;
  }
}

const specText = ({ name, unique, fields }: IndexSpec): string =>
  JSON.stringify({
    name,
    unique,
    fields: fields.map(({ field, descending }) => [field, descending ? -1 : 1]),
  });

const marksText = (index: IndexState): string =>
  JSON.stringify({ arrays: index.arrays, nested: index.nested });

function stateOf({ id, spec, arrays }: IndexRow): IndexState {
  // Both texts were written by this file.
  const stored = JSON.parse(spec) as { name: string; unique: boolean; fields: [string, 1 | -1][] };
  const marks = JSON.parse(arrays) as { arrays: boolean[]; nested: boolean };
  const fields = stored.fields.map(([field, direction]) => ({
    field,
    path: pathOf(field),
    descending: direction === -1,
  }));
  return { id, table: `x${id}`, spec: { name: stored.name, unique: stored.unique, fields }, ...marks };
}
