import type { Scan } from './planner';
import { allOf, type Sql } from './sql';
import type { Filter } from './types';
import { isOperatorObject } from './values';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/;
const MOST_VALUES = 50;
/** Inclusive throughout: SQLite may read the last digit of a fraction otherwise than JavaScript wrote it. */
const BOUNDS: Record<string, string> = { $gt: '>=', $gte: '>=', $lt: '<=', $lte: '<=' };

/**
 * Conditions that SQLite may test before a document is parsed here: comparison with text or a whole number, on
 * plainly named fields. A document with an array on the path, or with an object in the place (as an infinite
 * number is stored), always passes and so is left to the real test: the answer cannot change, there is only less
 * to parse.
 */
export function residual(filter: Filter, scan: Scan): Sql {
  const indexed = scan.kind === 'index' ? scan.index.spec.fields.map(({ field }) => field) : [];
  return allOf(
    Object.entries(filter).flatMap(([field, condition]) =>
      NAME.test(field) && !indexed.includes(field) ? onField(field, condition) : [],
    ),
  );
}

function onField(field: string, condition: unknown): Sql[] {
  const operators = isOperatorObject(condition) ? Object.entries(condition) : [['$eq', condition] as const];
  return operators.flatMap(([operator, operand]) => {
    const test = testOf(`json_extract(d.doc, '$.${field}')`, operator, operand);
    return test ? [{ text: `(${test.text} OR ${exempt(field)})`, args: test.args }] : [];
  });
}

function testOf(value: string, operator: string, operand: unknown): Sql | null {
  const bound = BOUNDS[operator];
  if (bound) return isPlain(operand) ? { text: `${value} ${bound} ?`, args: [operand] } : null;
  const values = operator === '$in' ? operand : [operand];
  if (!['$in', '$eq'].includes(operator) || !Array.isArray(values)) return null;
  if (values.length === 0 || values.length > MOST_VALUES || !values.every(isPlain)) return null;
  return { text: `${value} IN (${values.map(() => '?').join(',')})`, args: values };
}

function isPlain(value: unknown): value is string | number {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  return typeof value === 'string' && !/\p{Surrogate}|\p{Control}/u.test(value);
}

function exempt(field: string): string {
  const names = field.split('.');
  const typeAt = (depth: number) => `json_type(d.doc, '$.${names.slice(0, depth).join('.')}')`;
  const onTheWay = names.slice(1).map((_, i) => `${typeAt(i + 1)} = 'array'`);
  return [...onTheWay, `${typeAt(names.length)} IN ('array', 'object')`].join(' OR ');
}
