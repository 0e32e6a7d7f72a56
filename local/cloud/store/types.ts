import type { DuplicateShape } from '../errors';
import type { Snapshot } from './snapshot';

/** A document, a part of one, or an update: plain numbers, strings, booleans, null, Date, RegExp, ObjectId, arrays, objects. */
export type Document = Record<string, unknown>;
/** A filter in MongoDB's form, as the SDK emits it after decoding. */
export type Filter = Record<string, unknown>;
export type Sort = Record<string, 1 | -1>;

/** CloudBase's own form of an index. */
export interface IndexDeclaration {
  IndexName: string;
  MgoKeySchema: { MgoIsUnique: boolean; MgoIndexKeys: { Name: string; Direction: '1' | '-1' }[] };
}
export type Declarations = Record<string, { indexes: IndexDeclaration[] }>;

/** What to do with a query that no declared index serves. */
export type ScanPolicy = 'allow' | 'warn' | 'reject';
/** 'full': a commit is on the disk when it returns. 'normal': safe against a crash of this process. 'off': neither. */
export type Durability = 'full' | 'normal' | 'off';

export interface StoreOptions {
  /** Path of the SQLite file, or ':memory:'. */
  file: string;
  /**
   * Collections and their indexes. A collection named here has exactly these indexes afterwards;
   * one that is not named keeps what the file says.
   */
  collections?: Declarations;
  /** Default 'warn'. */
  scan?: ScanPolicy;
  /** Collections up to this many documents may always be scanned: default 1000, and 0 where scans are rejected. */
  scanLimit?: number;
  /** Default 'full'. */
  durability?: Durability;
  /** Milliseconds since the epoch; the only clock that the store reads. */
  now?: () => number;
  /** Default 'message', which is what production's logs show. */
  duplicateShape?: DuplicateShape;
  onWarn?: (text: string) => void;
}

/** How a query was answered. */
export interface Plan {
  collection: string;
  /** IDHACK: by `_id`. IXSCAN: by one index. OR: by a union of indexes. COLLSCAN: by reading the collection. */
  kind: 'IDHACK' | 'IXSCAN' | 'OR' | 'COLLSCAN';
  index: string | null;
  /** Documents fetched (index entries, where a count needs no documents). */
  examined: number;
  returned: number;
  memorySort: boolean;
}

export interface FindOptions {
  sort?: Sort;
  skip?: number;
  /** At most, and by default, 1000. */
  limit?: number;
  projection?: Record<string, unknown>;
  transaction?: string;
}

export interface ModifyOptions {
  /** Every matching document, or the first. */
  multi: boolean;
  /** true: `update` holds update operators. false: it replaces the document. */
  merge: boolean;
  upsert: boolean;
  transaction?: string;
  /** Ask for the document as it is afterwards. */
  returnDocument?: boolean;
}

export interface ModifyResult {
  /** Documents that are different afterwards. */
  updated: number;
  upsertId?: string;
  document?: Document;
  plan: Plan;
}

/** All methods are synchronous, so each is atomic in the process that owns the file. They throw CloudError. */
export interface Store {
  createCollection(name: string): void;
  collections(): string[];
  find(collection: string, filter: Filter, options?: FindOptions): { documents: Document[]; plan: Plan };
  count(collection: string, filter: Filter): { total: number; plan: Plan };
  /** Returns the ids in the order of the documents. Stops at the first that is refused, as MongoDB does. */
  insert(collection: string, documents: Document[], options?: { transaction?: string }): string[];
  modify(collection: string, filter: Filter, update: Document, options: ModifyOptions): ModifyResult;
  remove(
    collection: string,
    filter: Filter,
    options: { multi: boolean; transaction?: string },
  ): { deleted: number; plan: Plan };
  /** Always outside of transactions, as in production. */
  aggregate(collection: string, stages: Document[]): { documents: Document[]; plan: Plan };
  startTransaction(): string;
  commitTransaction(id: string): void;
  abortTransaction(id: string): void;
  /** The whole store as JSON, one line at a time. Other calls may run between two lines. */
  exportLines(): IterableIterator<string>;
  /** Adds what `exportLines` gave. `onProgress` hears the documents so far. Returns the number of documents. */
  importLines(
    lines: AsyncIterable<string> | Iterable<string>,
    onProgress?: (documents: number) => void,
  ): Promise<number>;
  /** Keeps the contents as they are now, so that a test can put them back between two runs. */
  snapshot(): Snapshot;
  close(): void;
}
