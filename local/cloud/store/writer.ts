import type { Statement } from 'better-sqlite3';
import { type CloudError, type DuplicateShape, duplicateKey, type WriteKind, writeFailed } from '../errors';
import type { Catalog, CollectionState, IndexState } from './catalog';
import { toText } from './codec';
import type { Connection } from './database';
import { keyText } from './duplicates';
import type { Key } from './keys';
import { checkDocumentSize } from './limits';
import { indexEntries, ParallelArrays, rowMark } from './multikey';
import type { Document } from './types';

/** A document in its place. */
export interface Stored {
  n: number;
  text: string;
  document: Document;
}

interface Change {
  index: IndexState;
  add: Key[][];
  drop: Key[][];
}

const NONE: ReadonlySet<number | undefined> = new Set();

interface IndexStatements {
  add: Statement;
  drop: Statement;
  holder: Statement<Key[], number>;
}

/**
 * Writes documents together with their index entries. Everything that MongoDB could refuse is checked before
 * the first row is written, so a refused document leaves nothing behind.
 * The caller holds the SQLite transaction.
 */
export class Writer {
  readonly #database: Connection;
  readonly #catalog: Catalog;
  readonly #shape: DuplicateShape;
  readonly #beforeWrite: (collection: CollectionState) => void;
  readonly #statements = new Map<string, Statement>();
  readonly #indexStatements = new Map<string, IndexStatements>();

  constructor(
    database: Connection,
    catalog: Catalog,
    options: { shape: DuplicateShape; beforeWrite: (collection: CollectionState) => void },
  ) {
    this.#database = database;
    this.#catalog = catalog;
    this.#shape = options.shape;
    this.#beforeWrite = options.beforeWrite;
  }

  /** `text` is that of the document. */
  insert(collection: CollectionState, document: Document, text: string): void {
    this.#beforeWrite(collection);
    checkDocumentSize('Insert', document, text);
    const changes = this.#changes('Insert', collection, null, document);
    const n = Number(
      this.#statement(`INSERT INTO ${collection.table}(doc) VALUES(?)`).run(text).lastInsertRowid,
    );
    this.#apply(changes, n);
  }

  /** `text` is that of `next`. */
  replace(collection: CollectionState, old: Stored, next: Document, text: string): void {
    this.#beforeWrite(collection);
    checkDocumentSize('Update', next, text);
    const changes = this.#changes('Update', collection, old, next);
    this.#statement(`UPDATE ${collection.table} SET doc = ? WHERE n = ?`).run(text, old.n);
    this.#apply(changes, old.n);
  }

  remove(collection: CollectionState, old: Stored): void {
    this.#beforeWrite(collection);
    const changes = collection.indexes.map((index) => ({
      index,
      add: [],
      drop: indexEntries(old.document, index.spec).rows,
    }));
    this.#statement(`DELETE FROM ${collection.table} WHERE n = ?`).run(old.n);
    this.#apply(changes, old.n);
  }

  /**
   * Would this document be refused? For writes that only take effect later.
   * @param moved documents whose keys will be free by then
   * @throws CloudError as insert and replace do
   */
  check(
    kind: WriteKind,
    collection: CollectionState,
    old: Stored | null,
    next: Document,
    moved: ReadonlySet<number | undefined>,
  ): void {
    checkDocumentSize(kind, next, toText(next));
    for (const index of collection.indexes) this.#change(kind, collection, index, old, next, moved);
  }

  #changes(kind: WriteKind, collection: CollectionState, old: Stored | null, next: Document): Change[] {
    const changes: Change[] = [];
    const marks: (() => void)[] = [];
    for (const index of collection.indexes) {
      const { change, mark } = this.#change(kind, collection, index, old, next);
      changes.push(change);
      if (mark) marks.push(mark);
    }
    for (const mark of marks) mark();
    return changes;
  }

  #change(
    kind: WriteKind,
    collection: CollectionState,
    index: IndexState,
    old: Stored | null,
    next: Document,
    moved: ReadonlySet<number | undefined> = NONE,
  ): { change: Change; mark: (() => void) | null } {
    const entries = entriesOf(kind, next, index);
    const before = old ? indexEntries(old.document, index.spec).rows : [];
    const add = without(entries.rows, before);
    if (index.spec.unique) {
      for (const row of add) {
        const holder = this.#ofIndex(index).holder.get(...row);
        if (holder === undefined || holder === old?.n || moved.has(holder)) continue;
        throw this.duplicate(kind, collection, index, row);
      }
    }
    const news =
      entries.arrays.some((array, i) => array && !index.arrays[i]) || (entries.nested && !index.nested);
    return {
      change: { index, add, drop: without(before, entries.rows) },
      mark: news ? () => this.#catalog.mark(index, entries.arrays, entries.nested) : null,
    };
  }

  /** The error for a key of a unique index that another document holds. */
  duplicate(kind: WriteKind, collection: CollectionState, index: IndexState, row: Key[]): CloudError {
    return duplicateKey(this.#shape, kind, {
      collection: collection.name,
      index: index.spec.name,
      key: keyText(row, index.spec),
    });
  }

  #apply(changes: Change[], n: number): void {
    for (const { index, drop, add } of changes) {
      const statements = this.#ofIndex(index);
      for (const row of drop) statements.drop.run(...row, n);
      for (const row of add) statements.add.run(...row, n);
    }
  }

  #ofIndex(index: IndexState): IndexStatements {
    const known = this.#indexStatements.get(index.table);
    if (known) return known;
    const columns = index.spec.fields.map((_, i) => `k${i}`);
    const match = columns.map((column) => `${column} = ?`).join(' AND ');
    const values = columns.map(() => '?').join(', ');
    const statements: IndexStatements = {
      add: this.#database.prepare(
        `INSERT INTO ${index.table}(${columns.join(', ')}, n) VALUES(${values}, ?)`,
      ),
      drop: this.#database.prepare(`DELETE FROM ${index.table} WHERE ${match} AND n = ?`),
      holder: this.#database
        .prepare<Key[], number>(`SELECT n FROM ${index.table} WHERE ${match} LIMIT 1`)
        .pluck(),
    };
    this.#indexStatements.set(index.table, statements);
    return statements;
  }

  #statement(sql: string): Statement {
    const known = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }
}

function entriesOf(kind: WriteKind, document: Document, index: IndexState) {
  try {
    return indexEntries(document, index.spec);
  } catch (cause) {
    if (cause instanceof ParallelArrays) throw writeFailed(kind, cause.message, 171);
    throw cause;
  }
}

function without(rows: Key[][], others: Key[][]): Key[][] {
  if (rows.length === 0 || others.length === 0) return rows;
  const marks = new Set(others.map(rowMark));
  return rows.filter((row) => !marks.has(rowMark(row)));
}
