import type { Document, Sort } from '../../../../../local/cloud/store/index';

/** MongoDB's order of values, written down once more and without any of the store's code. */
const TYPES = ['none', 'null', 'number', 'string', 'object', 'array', 'objectid', 'boolean', 'date'];

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : 'array';
  if (typeof value !== 'object') return typeof value;
  return value.constructor.name.toLowerCase();
}

function compare(a: unknown, b: unknown): number {
  const types = TYPES.indexOf(typeOf(a)) - TYPES.indexOf(typeOf(b));
  if (types !== 0 || typeOf(a) === 'null') return types;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [sortable(a), sortable(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function sortable(value: unknown): string | number {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return Number(value);
  return String(value);
}

function reach(value: unknown, names: string[]): unknown {
  return names.reduce<unknown>(
    (inner, name) =>
      inner !== null && typeof inner === 'object' && !(inner instanceof Date)
        ? (inner as Document)[name] // a plain object: the sorted paths lead through nothing else
        : undefined,
    value,
  );
}

/** Of an array the lowest element counts, or the highest where the order descends. */
export function sortValue(document: Document, field: string, direction: 1 | -1): unknown {
  const value = reach(document, field.split('.'));
  if (!Array.isArray(value) || value.length === 0) return value;
  // mingo leaves holes where MongoDB writes null, and JavaScript sorts holes last whatever the order.
  const elements = Array.from(value, (element: unknown) => element ?? null);
  return elements.sort((a, b) => compare(a, b) * direction)[0];
}

export function compareBy(sort: Sort): (a: Document, b: Document) => number {
  return (a, b) => {
    for (const [field, direction] of Object.entries(sort)) {
      const order = compare(sortValue(a, field, direction), sortValue(b, field, direction)) * direction;
      if (order !== 0) return order;
    }
    return 0;
  };
}
