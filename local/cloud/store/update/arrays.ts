import { Query } from 'mingo/query';
import { isEqual } from 'mingo/util';
import { writeFailed } from '../../errors';
import { checkFilter } from '../filter-check';
import { MINGO } from '../query';
import { compareSortKeys, sortKeysOf } from '../sort';
import type { Sort } from '../types';
import { clone, inspect, isOperatorObject, isPlainObject, typeName } from '../values';
import type { Change, Moment } from './operators';
import { checkStorable } from './statement';

const refuse = (message: string, code = 2) => writeFailed('Update', message, code);

const CLAUSES = ['$each', '$position', '$slice', '$sort'];

interface Push {
  each: unknown[];
  position: number | undefined;
  slice: number | undefined;
  sort: Sort | 1 | -1 | undefined;
}

/** Into place, then into order, then down to size: MongoDB's own sequence. */
export const push: Change = (current, operand, moment) => {
  const { each, position, slice, sort } = pushOf(operand, moment.field);
  const next = [...arrayOf(current, moment)];
  next.splice(position ?? next.length, 0, ...each.map(clone));
  if (sort !== undefined) next.sort(orderOf(sort));
  if (slice === undefined) return next;
  return slice < 0 ? next.slice(slice) : next.slice(0, slice);
};

function pushOf(operand: unknown, field: string): Push {
  if (!isPlainObject(operand) || !('$each' in operand)) {
    checkStorable('Update', operand, field);
    return { each: [operand], position: undefined, slice: undefined, sort: undefined };
  }
  const unknown = Object.keys(operand).find((clause) => !CLAUSES.includes(clause));
  if (unknown) throw refuse(`Unrecognized clause in $push: ${unknown}`);
  return {
    each: eachOf('$push', operand.$each, field),
    position: wholeNumber('$position', operand.$position),
    slice: wholeNumber('$slice', operand.$slice),
    sort: sortOf(operand.$sort),
  };
}

function eachOf(operator: string, each: unknown, field: string): unknown[] {
  if (!Array.isArray(each)) {
    throw refuse(
      `The argument to $each in ${operator} must be an array but it was of type ${typeName(each)}`,
      operator === '$push' ? 2 : 14,
    );
  }
  checkStorable('Update', each, field);
  return each;
}

function wholeNumber(clause: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw refuse(`The value for ${clause} must be an integer value but was given type: ${typeName(value)}`);
}

function sortOf(sort: unknown): Push['sort'] {
  if (sort === undefined || sort === 1 || sort === -1) return sort;
  if (isPlainObject(sort) && Object.keys(sort).length > 0) {
    const directed = Object.values(sort).every((direction) => direction === 1 || direction === -1);
    if (directed) return sort as Sort; // that is all there is to a Sort
    throw refuse('The $sort element value must be either 1 or -1');
  }
  throw refuse(
    'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
  );
}

function orderOf(sort: Sort | 1 | -1): (a: unknown, b: unknown) => number {
  const whole = typeof sort === 'number';
  const by: Sort = whole ? { element: sort } : sort;
  const fieldsOf = (element: unknown) => (whole ? { element } : isPlainObject(element) ? element : {});
  return (a, b) => compareSortKeys(sortKeysOf(fieldsOf(a), by), sortKeysOf(fieldsOf(b), by), by);
}

function arrayOf(current: unknown, { field, document }: Moment): unknown[] {
  if (current === undefined) return [];
  if (Array.isArray(current)) return current;
  throw refuse(
    `The field '${field}' must be an array but is of type ${typeName(current)} in document {_id: ${inspect(document._id)}}`,
  );
}

export const addToSet: Change = (current, operand, { field }) => {
  if (current !== undefined && !Array.isArray(current)) {
    const name = field.split('.').at(-1);
    throw refuse(
      `Cannot apply $addToSet to non-array field. Field named '${name}' has non-array type ${typeName(current)}`,
    );
  }
  const next = [...(current ?? [])];
  for (const value of addedBy(operand, field)) {
    if (!next.some((known) => isEqual(known, value))) next.push(clone(value));
  }
  return next;
};

function addedBy(operand: unknown, field: string): unknown[] {
  if (isPlainObject(operand) && '$each' in operand) {
    const unknown = Object.keys(operand).find((clause) => clause !== '$each');
    if (unknown) throw refuse(`Found unexpected fields after $each in $addToSet: ${unknown}`);
    return eachOf('$addToSet', operand.$each, field);
  }
  checkStorable('Update', operand, field);
  return [operand];
}

export const pull: Change = (current, operand) => {
  const kept = pullable(current);
  if (!kept) return undefined;
  const matches = elementTest(operand);
  return kept.filter((element) => !matches(element));
};

export const pullAll: Change = (current, operand) => {
  if (!Array.isArray(operand)) {
    throw refuse(`$pullAll requires an array argument but was given a ${typeName(operand)}`);
  }
  return pullable(current)?.filter((element) => !operand.some((value) => isEqual(element, value)));
};

function pullable(current: unknown): unknown[] | undefined {
  if (current === undefined || Array.isArray(current)) return current;
  throw refuse('Cannot apply $pull to a non-array value');
}

/** A condition, the fields of an object, a pattern, or the very value. */
function elementTest(operand: unknown): (element: unknown) => boolean {
  if (isOperatorObject(operand) || operand instanceof RegExp) {
    checkFilter({ element: operand });
    const query = new Query({ element: operand }, MINGO);
    return (element) => query.test({ element });
  }
  if (!isPlainObject(operand)) return (element) => isEqual(element, operand);
  checkFilter(operand);
  const query = new Query(operand, MINGO);
  return (element) => isPlainObject(element) && query.test(element);
}
