import type { CollectionState } from './catalog';
import type { Scan } from './planner';
import type { Reader, Reading, Result } from './reader';
import type { Document, Filter, Plan } from './types';
import type { Stored } from './writer';

export type Guard = (scan: Scan) => void;

/** The store as one caller sees it: as committed, or from inside of a transaction. */
export interface View {
  find(reading: Reading, guard: Guard): Result;
  /** Documents that are about to be written. They may be written while they are walked. */
  matches(
    collection: CollectionState,
    filter: Filter,
    multi: boolean,
    guard: Guard,
  ): { rows: Iterable<Stored>; plan: Plan };
  /** `text` is that of the document. */
  insert(collection: CollectionState, document: Document, text: string): void;
  /** `text` is that of `next`. */
  replace(collection: CollectionState, old: Stored, next: Document, text: string): void;
  remove(collection: CollectionState, old: Stored): void;
}

/** What has been committed; each write takes effect at once. */
export function committedView(reader: Reader, write: Pick<View, 'insert' | 'replace' | 'remove'>): View {
  return {
    ...write,
    find: (reading, guard) => reader.find(reading, guard),
    matches(collection, filter, multi, guard) {
      if (!multi) return reader.find({ collection, filter, sort: {}, skip: 0, limit: 1 }, guard);
      const { numbers, plan } = reader.numbers(collection, filter, guard);
      return { rows: fetched(reader, collection, numbers), plan };
    },
  };
}

function* fetched(reader: Reader, collection: CollectionState, numbers: number[]): Iterable<Stored> {
  for (const n of numbers) {
    const row = reader.get(collection, n);
    if (row) yield row;
  }
}
