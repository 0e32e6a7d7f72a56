import { invalidParam } from '../errors';
import { aggregate } from './aggregation/index';
import { Catalog, type CollectionState } from './catalog';
import { insertInto, modifyIn, type Outcome, type Place, removeFrom } from './changes';
import { encodeWire, toText } from './codec';
import { committedView } from './committed';
import { type Connection, explain, openDatabase } from './database';
import { checkReplySize, MAX_ROWS } from './limits';
import { project } from './projection';
import { isTrivial } from './query';
import { Reader } from './reader';
import { ScanGuard } from './scan-guard';
import { type Snapshot, Snapshots } from './snapshot';
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
import type { Guard, View } from './view';
import { Writer } from './writer';

/** The store of one file: see `Store` for what each method promises. */
export class Engine implements Store {
  readonly #file: string;
  readonly #now: () => number;
  readonly #database: Connection;
  readonly #catalog: Catalog;
  readonly #reader: Reader;
  readonly #guard: ScanGuard;
  readonly #transactions: Transactions;
  readonly #committed: View;
  readonly #snapshots: Snapshots;

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
    this.#snapshots = new Snapshots(this.#database);
    const writer = new Writer(this.#database, this.#catalog, {
      shape: options.duplicateShape ?? 'message',
      beforeWrite: (collection) => this.#snapshots.writing(collection),
    });
    this.#guard = new ScanGuard({ ...options, onWarn });
    this.#transactions = new Transactions(this.#reader, writer, this.#now);
    this.#committed = committedView(this.#reader, writer, this.#transactions);
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
    return this.#write(transaction, (view) => insertInto(this.#place(view, name), documents));
  }

  modify(name: string, filter: Filter, update: Document, options: ModifyOptions): ModifyResult {
    return this.#write(options.transaction, (view) => {
      const place = this.#place(view, name);
      return modifyIn(place, filter, update, options, this.#guardOf(place.collection, filter, {}, false));
    });
  }

  remove(
    name: string,
    filter: Filter,
    { multi, transaction }: { multi: boolean; transaction?: string },
  ): { deleted: number; plan: Plan } {
    return this.#write(transaction, (view) => {
      const place = this.#place(view, name);
      return removeFrom(place, filter, multi, this.#guardOf(place.collection, filter, {}, false));
    });
  }

  aggregate(name: string, stages: Document[]): { documents: Document[]; plan: Plan } {
    return this.#run(() => {
      const result = aggregate(
        {
          catalog: this.#catalog,
          reader: this.#reader,
          guardOf: ({ collection, filter, sort, limit }) =>
            this.#guardOf(collection, filter, sort, Number.isFinite(limit)),
        },
        name,
        stages,
      );
      checkReplySize(result.documents.map((document) => encodeWire(document)));
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
          for (const { collection, document } of batch)
            view.insert(this.#catalog.get(collection), document, toText(document));
          return { result: undefined, failure: undefined };
        });
      },
    });
  }

  snapshot(): Snapshot {
    return this.#run(() =>
      this.#snapshots.take({
        before: () => this.#transactions.endAll(),
        after: () => this.#catalog.reload(),
      }),
    );
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

  #place(view: View, name: string): Place {
    return { view, collection: this.#catalog.get(name), now: this.#now() };
  }

  /**
   * Runs a write. Outside of a transaction it is one SQLite transaction: what was done before a refusal stays,
   * as with MongoDB's ordered writes. Inside of one, a refusal ends it.
   */
  #write<T>(transaction: string | undefined, work: (view: View) => Outcome<T>): T {
    const { result, failure } = this.#run(() =>
      transaction === undefined
        ? this.#durably(() => work(this.#committed))
        : this.#inside(transaction, work),
    );
    if (failure) throw failure;
    return result;
  }

  #inside<T>(transaction: string, work: (view: View) => Outcome<T>): Outcome<T> {
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
    const { moment } = this.#transactions.history;
    try {
      return this.#database.transaction(work)();
    } catch (cause) {
      // What memory learned from documents that were then rolled back is not so.
      this.#transactions.history.rewind(moment);
      this.#snapshots.rolledBack();
      this.#catalog.reload();
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
