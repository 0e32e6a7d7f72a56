import { CloudError, invalidParam, writeFailed } from '../errors';
import { aggregateThrough } from './aggregate';
import { Catalog, type CollectionState } from './catalog';
import { toText } from './codec';
import { type Connection, explain, openDatabase } from './database';
import { idMark, newId } from './ids';
import { checkReplySize, checkRequestSize, MAX_ROWS } from './limits';
import { project } from './projection';
import { isTrivial } from './query';
import { Reader } from './reader';
import { ScanGuard } from './scan-guard';
import { checkSort, isSorted } from './sort';
import { Transactions } from './transactions/index';
import { exportLines, importLines } from './transfer';
import type {
  Document,
  Filter,
  FindOptions,
  ModifyOptions,
  ModifyResult,
  Plan,
  Sort,
  Store,
  StoreOptions,
} from './types';
import { replacementOf, seedOf, updateOf } from './update/index';
import { checkStorable } from './update/statement';
import { clone, inspect, isObjectId } from './values';
import { committedView, type Guard, type View } from './view';
import { type Stored, Writer } from './writer';

/** The store of one file: see `Store` for what each method promises. */
export class Engine implements Store {
  readonly #file: string;
  readonly #now: () => number;
  readonly #database: Connection;
  readonly #catalog: Catalog;
  readonly #reader: Reader;
  readonly #writer: Writer;
  readonly #guard: ScanGuard;
  readonly #transactions: Transactions;
  readonly #committed: View;

  constructor(options: StoreOptions) {
    const onWarn = options.onWarn ?? unheard;
    this.#file = options.file;
    this.#now = options.now ?? Date.now;
    this.#database = openDatabase(options.file, options.durability ?? 'full');
    try {
      this.#catalog = new Catalog(this.#database, onWarn);
      if (options.collections) this.#catalog.declare(options.collections);
    } catch (cause) {
      this.#database.close();
      throw explain(this.#file, cause);
    }
    this.#reader = new Reader(this.#database);
    this.#writer = new Writer(this.#database, this.#catalog, options.duplicateShape ?? 'message');
    this.#guard = new ScanGuard({ ...options, onWarn });
    this.#transactions = new Transactions(this.#reader, this.#writer, this.#now);
    this.#committed = committedView(this.#reader, {
      insert: (collection, document) => this.#insertCommitted(collection, document),
      replace: (collection, old, next, text) => this.#replaceCommitted(collection, old, next, text),
      remove: (collection, old) => this.#removeCommitted(collection, old),
    });
  }

  createCollection(name: string): void {
    this.#run(() => this.#catalog.create(name));
  }

  collections(): string[] {
    return this.#catalog.names();
  }

  find(name: string, filter: Filter, options: FindOptions = {}): { documents: Document[]; plan: Plan } {
    return this.#run(() => {
      const collection = this.#catalog.get(name);
      const { sort = {}, skip = 0, projection = {} } = options;
      const limit = Math.min(options.limit || MAX_ROWS, MAX_ROWS);
      if (limit < 0 || skip < 0) throw invalidParam('limit and skip may not be negative');
      checkSort(sort);
      const view = this.#view(options.transaction);
      const guard = this.#guardOf(collection, filter, sort, true);
      const { rows, plan } = view.find({ collection, filter, sort, skip, limit }, guard);
      checkReplySize(rows.map((row) => row.text));
      const documents = rows.map((row) => row.document);
      return { documents: project(documents, filter, projection), plan };
    });
  }

  count(name: string, filter: Filter): { total: number; plan: Plan } {
    return this.#run(() => {
      const collection = this.#catalog.get(name);
      return this.#reader.count(collection, filter, this.#guardOf(collection, filter, {}, true));
    });
  }

  insert(name: string, documents: Document[], { transaction }: { transaction?: string } = {}): string[] {
    return this.#write(transaction, (view) => {
      const collection = this.#catalog.get(name);
      const complete = documents.map((document) => this.#storable(document));
      checkRequestSize(complete.map(toText));
      return {
        result: complete.map((document) => outwardId(document._id)),
        failure: untilRefused(complete, (document) => view.insert(collection, document)),
      };
    });
  }

  modify(name: string, filter: Filter, update: Document, options: ModifyOptions): ModifyResult {
    const { multi, merge, upsert, transaction } = options;
    return this.#write(transaction, (view) => {
      const collection = this.#catalog.get(name);
      checkRequestSize([toText(update)]);
      const nextOf = this.#changeOf(filter, update, options);
      const guard = this.#guardOf(collection, filter, {}, false);
      const { rows, plan } = view.matches(collection, filter, multi, guard);
      let updated = 0;
      let matched = 0;
      let document: Document | undefined;
      const failure = untilRefused(rows, (row) => {
        matched++;
        document = nextOf(row.document, false);
        const text = toText(document);
        if (text === row.text || text === toText(row.document)) return;
        view.replace(collection, row, document, text);
        updated++;
      });
      if (matched === 0 && upsert) {
        const fresh = this.#upserted(filter, update, merge, nextOf);
        view.insert(collection, fresh);
        const result = { updated: 0, upsertId: outwardId(fresh._id), document: fresh, plan };
        return { result, failure };
      }
      return { result: { updated, ...(document && { document }), plan }, failure };
    });
  }

  remove(
    name: string,
    filter: Filter,
    { multi, transaction }: { multi: boolean; transaction?: string },
  ): { deleted: number; plan: Plan } {
    return this.#write(transaction, (view) => {
      const collection = this.#catalog.get(name);
      const guard = this.#guardOf(collection, filter, {}, false);
      const { rows, plan } = view.matches(collection, filter, multi, guard);
      let deleted = 0;
      const failure = untilRefused(rows, (row) => {
        view.remove(collection, row);
        deleted++;
      });
      return { result: { deleted, plan }, failure };
    });
  }

  aggregate(name: string, stages: Document[]): { documents: Document[]; plan: Plan } {
    return this.#run(() => {
      const result = aggregateThrough(this.#catalog, this.#reader, name, stages, (reading, frugal) =>
        this.#guardOf(reading.collection, reading.filter, reading.sort, frugal),
      );
      checkReplySize(result.documents.map(toText));
      return result;
    });
  }

  startTransaction(): string {
    return this.#transactions.start();
  }

  commitTransaction(id: string): void {
    this.#write(undefined, (view) => {
      this.#transactions.commit(id, (name) => this.#catalog.get(name), view);
      return { result: undefined, failure: undefined };
    });
  }

  abortTransaction(id: string): void {
    this.#transactions.abort(id);
  }

  exportLines(): IterableIterator<string> {
    return exportLines(this.#database, this.#catalog);
  }

  importLines(
    lines: AsyncIterable<string> | Iterable<string>,
    onProgress: (documents: number) => void = unheard,
  ): Promise<number> {
    return importLines(lines, onProgress, {
      create: (name) => {
        if (!this.#catalog.has(name)) this.createCollection(name);
      },
      insert: (batch) => {
        this.#write(undefined, (view) => {
          for (const { collection, document } of batch) view.insert(this.#catalog.get(collection), document);
          return { result: undefined, failure: undefined };
        });
      },
    });
  }

  close(): void {
    this.#database.close();
  }

  #view(transaction: string | undefined): View {
    return transaction === undefined ? this.#committed : this.#transactions.view(transaction);
  }

  #guardOf(collection: CollectionState, filter: Filter, sort: Sort, limited: boolean): Guard {
    return (scan) =>
      this.#guard.check(scan, {
        collection: collection.name,
        filter,
        sort,
        frugal: limited && isTrivial(filter) && !isSorted(sort),
        size: (limit) => this.#reader.size(collection, limit),
      });
  }

  #storable(document: Document): Document {
    checkStorable('Insert', document, '');
    const { _id = newId(this.#now()), ...rest } = clone(document);
    if (Array.isArray(_id) || _id instanceof RegExp) {
      throw writeFailed(
        'Insert',
        `The '_id' value cannot be of type ${Array.isArray(_id) ? 'array' : 'regex'}`,
        53,
      );
    }
    return { _id, ...rest };
  }

  /** From a document to the next one. */
  #changeOf(filter: Filter, update: Document, { multi, merge }: ModifyOptions) {
    if (merge) return updateOf(update, filter, this.#now());
    if (multi) throw writeFailed('Update', 'multi update is not supported for replacement-style update', 9);
    checkStorable('Update', update, '');
    return (document: Document): Document => replacementOf(update, document);
  }

  #upserted(
    filter: Filter,
    update: Document,
    merge: boolean,
    nextOf: (document: Document, inserting: boolean) => Document,
  ): Document {
    const seed = seedOf(filter, this.#now());
    if (merge) return this.#storable(nextOf(seed, true));
    const { _id = update._id } = seed;
    if (update._id !== undefined && inspect(update._id) !== inspect(_id)) {
      replacementOf(update, { _id });
    }
    return this.#storable({ ...(_id !== undefined && { _id }), ...update });
  }

  #insertCommitted(collection: CollectionState, document: Document): void {
    this.#transactions.refuseLocked(collection, document._id);
    this.#writer.insert(collection, document);
    this.#transactions.history.record(collection, idMark(document._id), null);
  }

  #replaceCommitted(collection: CollectionState, old: Stored, next: Document, text: string): void {
    this.#transactions.refuseLocked(collection, old.document._id);
    this.#writer.replace(collection, old, next, text);
    this.#transactions.history.record(collection, idMark(old.document._id), old);
  }

  #removeCommitted(collection: CollectionState, old: Stored): void {
    this.#transactions.refuseLocked(collection, old.document._id);
    this.#writer.remove(collection, old);
    this.#transactions.history.record(collection, idMark(old.document._id), old);
  }

  /**
   * Runs a write. Outside of a transaction it is one SQLite transaction: what was done before a refusal stays,
   * as with MongoDB's ordered writes. Inside of one, a refusal ends it.
   */
  #write<T>(
    transaction: string | undefined,
    work: (view: View) => { result: T; failure: CloudError | undefined },
  ): T {
    const { result, failure } = this.#run(() =>
      transaction === undefined
        ? this.#durably(() => work(this.#committed))
        : this.#inside(transaction, work),
    );
    if (failure) throw failure;
    return result;
  }

  #inside<T>(
    transaction: string,
    work: (view: View) => { result: T; failure: CloudError | undefined },
  ): { result: T; failure: undefined } {
    const view = this.#transactions.view(transaction);
    try {
      const { result, failure } = work(view);
      if (failure) throw failure;
      return { result, failure: undefined };
    } catch (cause) {
      this.#transactions.drop(transaction);
      throw cause;
    }
  }

  #durably<T>(work: () => T): T {
    try {
      return this.#database.transaction(work)();
    } catch (cause) {
      this.#catalog.reload(); // what memory learned from documents that were then rolled back
      throw cause;
    }
  }

  /** Whatever the file does wrong is told in a sentence. */
  #run<T>(work: () => T): T {
    try {
      return work();
    } catch (cause) {
      throw explain(this.#file, cause);
    }
  }
}

const unheard = (): void => undefined;

/** Stops at the first item that is refused, and returns the refusal. */
function untilRefused<T>(items: Iterable<T>, write: (item: T) => void): CloudError | undefined {
  for (const item of items) {
    try {
      write(item);
    } catch (cause) {
      if (cause instanceof CloudError) return cause;
      throw cause;
    }
  }
  return undefined;
}

/** Ids are almost always text; a caller who chose numbers gets numbers back, as from production. */
function outwardId(id: unknown): string {
  return isObjectId(id) ? id.toHexString() : (id as string);
}
