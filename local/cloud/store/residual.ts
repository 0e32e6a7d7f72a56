import type { Scan } from './planner';
import { allOf, type Sql } from './sql';
import type { Filter } from './types';
import { isOperatorObject } from './values';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/;
const MOST_VALUES = 50;

/**
 * Conditions that SQLite may test before a document is parsed here: equality with text or a whole number, on
 * plainly named fields. A document with an array anywhere on the path always passes, and so is left to the real
 * test: the answer cannot change, there is only less to parse.
 */
export function residual(filter: Filter, scan: Scan): Sql {
  const indexed = scan.kind === 'index' ? scan.index.spec.fields.map(({ field }) => field) : [];
  const parts = Object.entries(filter).flatMap(([field, condition]) => {
    const values = valuesOf(condition);
    if (!values || !NAME.test(field) || indexed.includes(field)) return [];
    return [mayEqual(field, values)];
  });
  return allOf(parts);
}

function valuesOf(condition: unknown): (string | number)[] | null {
  if (isPlain(condition)) return [condition];
  if (!isOperatorObject(condition)) return null;
  if (isPlain(condition.$eq)) return [condition.$eq];
  const among = condition.$in;
  if (!Array.isArray(among) || among.length === 0 || among.length > MOST_VALUES) return null;
  return among.every(isPlain) ? among : null;
}

function isPlain(value: unknown): value is string | number {
  // Of other numbers SQLite may read the last digit otherwise than JavaScript wrote it.
  if (typeof value === 'number') return Number.isSafeInteger(value);
  return typeof value === 'string' && !/\p{Surrogate}|\p{Control}/u.test(value);
}

function mayEqual(field: string, values: (string | number)[]): Sql {
  const names = field.split('.');
  const arrays = names.map((_, i) => `json_type(d.doc, '$.${names.slice(0, i + 1).join('.')}') = 'array'`);
  const equal = `json_extract(d.doc, '$.${field}') IN (${values.map(() => '?').join(',')})`;
  return { text: `(${equal} OR ${arrays.join(' OR ')})`, args: values };
}
