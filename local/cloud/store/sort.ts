import { queryFailed } from '../errors';
import { compareKeys, type Key, NULL_KEY } from './keys';
import { indexEntries } from './multikey';
import { pathOf } from './paths';
import type { Document, Sort } from './types';

/** What a document is sorted by: one key per field of the sort. */
type SortKeys = Key[];

export const isSorted = (sort: Sort): boolean => Object.keys(sort).length > 0;

/** @throws CloudError when a direction is neither 1 nor -1 */
export function checkSort(sort: Sort): void {
  for (const [field, direction] of Object.entries(sort)) {
    if (direction !== 1 && direction !== -1) {
      throw queryFailed(`$sort key ordering must be 1 (for ascending) or -1 (for descending): ${field}`);
    }
    if (field === '') throw queryFailed('FieldPath cannot be constructed with empty string');
  }
}

/** A missing field sorts as null. Of an array the lowest element counts, or the highest where the order descends. */
export function sortKeysOf(document: Document, sort: Sort): SortKeys {
  return Object.entries(sort).map(([field, direction]) => {
    const spec = { name: '', unique: false, fields: [{ field, path: pathOf(field), descending: false }] };
    const keys = indexEntries(document, spec).rows.map(([key]) => key ?? NULL_KEY);
    return keys.reduce((best, key) => (compareKeys(key, best) * direction < 0 ? key : best));
  });
}

export function compareSortKeys(a: SortKeys, b: SortKeys, sort: Sort): number {
  const directions = Object.values(sort);
  for (let i = 0; i < directions.length; i++) {
    const order = compareKeys(a[i] ?? NULL_KEY, b[i] ?? NULL_KEY) * (directions[i] ?? 1);
    if (order !== 0) return order;
  }
  return 0;
}

interface Sortable {
  keys: SortKeys;
}

/** Keeps the first `wanted` of everything that is added, in order, without holding much more than that. */
export class Sorted<T> {
  readonly #sort: Sort;
  readonly #wanted: number;
  #rows: (Sortable & { value: T })[] = [];

  constructor(sort: Sort, wanted: number) {
    this.#sort = sort;
    this.#wanted = wanted;
  }

  add(value: T, keys: SortKeys): void {
    this.#rows.push({ value, keys });
    if (this.#rows.length > 2 * this.#wanted + 1000) this.#settle();
  }

  values(): T[] {
    this.#settle();
    return this.#rows.map((row) => row.value);
  }

  #settle(): void {
    this.#rows.sort((a, b) => compareSortKeys(a.keys, b.keys, this.#sort));
    if (this.#rows.length > this.#wanted) this.#rows.length = this.#wanted;
  }
}
