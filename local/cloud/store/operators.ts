import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { isEqual } from 'mingo/util';
import { compareValues, markOf } from './keys';
import { leavesOf, type Path, pathOf } from './paths';
import type { Document } from './types';
import { isOperatorObject, isPlainObject, typeName } from './values';

/*
 * Query operators of which mingo's version answers otherwise than MongoDB: it does not look into arrays inside
 * of arrays of objects for ranges, $in, $size and $type, finds remainders of null and of text, orders strings by
 * UTF-16 unit, lets NaN compare, gives scalars to the object form of $elemMatch, and wants an array for $all.
 */
type Operator = (
  selector: string,
  operand: unknown,
  options: Partial<Options>,
) => (document: Document) => boolean;

/** One operand against one value that the path leads to, the array itself and its elements being asked alike. */
function onValues(test: (value: unknown, operand: unknown) => boolean): Operator {
  return (selector, operand) => {
    const path = pathOf(selector);
    return (document) => someValue(document, path, (value) => test(value, operand));
  };
}

function someValue(document: Document, path: Path, test: (value: unknown) => boolean): boolean {
  return leavesOf(document, path).some((leaf) => test(leaf) || (Array.isArray(leaf) && leaf.some(test)));
}

const negated =
  (operator: Operator): Operator =>
  (selector, operand, options) => {
    const test = operator(selector, operand, options);
    return (document) => !test(document);
  };

function equals(value: unknown, operand: unknown): boolean {
  if (operand === null || operand === undefined) return value === null || value === undefined;
  return isEqual(value, operand);
}

/** From this many values on they are looked up instead of compared one by one. */
const MANY = 16;

function memberTest(wanted: unknown[]): (value: unknown) => boolean {
  const patterns = wanted.filter((one) => one instanceof RegExp);
  const plain = wanted.filter((one) => !(one instanceof RegExp));
  const marks = plain.length < MANY ? null : new Set(plain.map(markOf));
  return (value) =>
    (marks ? marks.has(markOf(value)) : plain.some((one) => equals(value, one))) ||
    (typeof value === 'string' && patterns.some((pattern) => pattern.test(value)));
}

/** Values compare only within a type. */
function comparing(accepts: (order: number) => boolean): Operator {
  return onValues((value, operand) => {
    if (operand === null) return (value === null || value === undefined) && accepts(0);
    if (Number.isNaN(value) || Number.isNaN(operand)) {
      return accepts(0) && Number.isNaN(value) && Number.isNaN(operand);
    }
    return kindOf(value) === kindOf(operand) && accepts(orderOf(value, operand));
  });
}

function orderOf(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareValues(a, b);
}

function kindOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return typeof value;
  if (Array.isArray(value)) return 'array';
  return isPlainObject(value) ? 'object' : value.constructor.name;
}

function remainder(value: unknown, operand: unknown): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value) || !Array.isArray(operand)) return false;
  const [divisor, wanted] = operand.map((number) => Math.trunc(Number(number)));
  return Math.trunc(value) % (divisor ?? 1) === wanted;
}

const NUMBERS = new Set<unknown>(['number', 1, 19, 'decimal', 'double']);
const INTEGERS = new Set<unknown>(['int', 'long', 16, 18]);
const TYPES: Record<number, string> = {
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binary',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
};

/** A number is stored without its width, so a whole one passes for each of MongoDB's kinds of number. */
function isOfType(value: unknown, operand: unknown): boolean {
  if (value === undefined) return false;
  if (Array.isArray(operand)) return operand.some((one) => isOfType(value, one));
  if (typeof value === 'number') {
    return NUMBERS.has(operand) || (INTEGERS.has(operand) && Number.isInteger(value));
  }
  return typeName(value) === (typeof operand === 'number' ? TYPES[operand] : operand);
}

const $eq = onValues(equals);
const $in: Operator = (selector, operand) => {
  const path = pathOf(selector);
  const isWanted = memberTest(Array.isArray(operand) ? operand : []);
  return (document) => someValue(document, path, isWanted);
};

const $size: Operator = (selector, operand) => {
  const path = pathOf(selector);
  return (document) =>
    leavesOf(document, path).some((leaf) => Array.isArray(leaf) && leaf.length === operand);
};

/** One and the same element satisfies everything: as a value (`{$gt: 1}`), or as an object (`{role: 'host'}`). */
const $elemMatch: Operator = (selector, operand, options) => {
  const path = pathOf(selector);
  const test = elementTest(isPlainObject(operand) ? operand : {}, options);
  return (document) => leavesOf(document, path).some((leaf) => Array.isArray(leaf) && leaf.some(test));
};

const LOGICAL = ['$and', '$or', '$nor', '$expr'];

function elementTest(criteria: Document, options: Partial<Options>): (element: unknown) => boolean {
  const [first = ''] = Object.keys(criteria);
  if (isOperatorObject(criteria) && !LOGICAL.includes(first)) {
    const query = new Query({ element: criteria }, options);
    return (element) => query.test({ element });
  }
  const query = new Query(criteria, options);
  return (element) => isPlainObject(element) && query.test(element);
}

const $all: Operator = (selector, operand, options) => {
  const wanted = Array.isArray(operand) ? operand : [];
  const tests = wanted.map((one) => {
    if (isPlainObject(one) && '$elemMatch' in one) return $elemMatch(selector, one.$elemMatch, options);
    return one instanceof RegExp ? $in(selector, [one], options) : $eq(selector, one, options);
  });
  return (document) => tests.length > 0 && tests.every((test) => test(document));
};

export const STRICT_OPERATORS = {
  $eq,
  $ne: negated($eq),
  $in,
  $nin: negated($in),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
  $mod: onValues(remainder),
  $type: onValues(isOfType),
  $size,
  $elemMatch,
  $all,
};
