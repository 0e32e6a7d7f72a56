import type { CollectionState } from './catalog';
import type { Scan } from './planner';
import type { Reading, Result } from './reader';
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
