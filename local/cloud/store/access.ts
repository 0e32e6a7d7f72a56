import { compareKeys, EMPTY_ARRAY_KEY, type Key, keyOf, NULL_KEY, prefixBounds, typeBounds } from './keys';
import type { Filter } from './types';
import { isBsonValue, isObjectId, isOperatorObject, isPlainObject } from './values';

/**
 * Which index keys a condition on one field can be satisfied by. `exact` says that, where no array is
 * involved, every such key satisfies it; otherwise the document itself must still be tested.
 */
export type Access =
  | { kind: 'points'; keys: Key[]; exact: boolean }
  | { kind: 'range'; from: Key; fromOpen: boolean; to: Key; toOpen: boolean; exact: boolean };

/** The part of a filter that indexes understand. All of it must hold at once. */
export interface Conditions {
  /** Each access stands by itself: on an array, different elements may satisfy different ones. */
  fields: Map<string, Access[]>;
  /** The branches of each `$or`. */
  ors: Filter[][];
  /** Nothing of the filter is missing from `fields`. */
  complete: boolean;
}

export function conditionsOf(filter: Filter): Conditions {
  const conditions: Conditions = { fields: new Map(), ors: [], complete: true };
  addFilter(filter, '', conditions);
  return conditions;
}

/**
 * One access out of several on the same field. Where the field holds arrays only one may be used,
 * because each may be satisfied by another element.
 */
export function combine(accesses: Access[], array: boolean): Access {
  const [first, ...rest] = [...accesses].sort((a, b) => width(a) - width(b));
  if (!first) throw new RangeError('combine needs an access');
  return array ? { ...first, exact: false } : rest.reduce(intersect, first);
}

const width = (access: Access): number => (access.kind === 'points' ? access.keys.length : 1e9);

function addFilter(filter: Filter, prefix: string, into: Conditions): void {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isPlainObject(part)) addFilter(part, prefix, into);
    } else if (name === '$or' && Array.isArray(condition) && prefix === '') {
      into.ors.push(condition.filter(isPlainObject));
      into.complete = false;
    } else if (name.startsWith('$')) {
      into.complete = false;
    } else {
      addField(prefix + name, condition, into);
    }
  }
}

function addField(field: string, condition: unknown, into: Conditions): void {
  if (!isOperatorObject(condition)) {
    add(field, equality(condition), into);
    return;
  }
  for (const [operator, operand] of Object.entries(condition)) {
    if (operator === '$elemMatch') addElement(field, operand, into);
    else if (operator === '$all' && Array.isArray(operand)) addAll(field, operand, into);
    else if (operator === '$options') continue;
    else add(field, operatorAccess(operator, operand, condition), into);
  }
}

function add(field: string, access: Access | null, into: Conditions): void {
  if (!access?.exact) into.complete = false;
  if (!access) return;
  const known = into.fields.get(field);
  if (known) known.push(access);
  else into.fields.set(field, [access]);
}

function addAll(field: string, operand: unknown[], into: Conditions): void {
  into.complete = false;
  for (const wanted of operand) {
    if (isPlainObject(wanted) && '$elemMatch' in wanted) addElement(field, wanted.$elemMatch, into);
    else add(field, equality(wanted), into);
  }
}

/** All conditions inside an `$elemMatch` speak of one and the same element, so they may be intersected. */
function addElement(field: string, operand: unknown, into: Conditions): void {
  into.complete = false;
  if (!isPlainObject(operand)) return;
  if (!isOperatorObject(operand)) {
    addFilter(operand, `${field}.`, into);
    return;
  }
  if ('$and' in operand || '$or' in operand || '$nor' in operand) return;
  const accesses = Object.entries(operand).flatMap(([operator, inner]) => {
    const access = operatorAccess(operator, inner, operand);
    return access ? [access] : [];
  });
  if (accesses.length > 0) add(field, { ...combine(accesses, false), exact: false }, into);
}

function operatorAccess(operator: string, operand: unknown, condition: Filter): Access | null {
  switch (operator) {
    case '$eq':
      return operand instanceof RegExp ? null : equality(operand);
    case '$in':
      return Array.isArray(operand) ? membership(operand) : null;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return comparison(operator, operand);
    case '$regex':
      return prefix(operand, condition.$options);
    case '$exists':
      return operand ? null : { kind: 'points', keys: [NULL_KEY], exact: false };
    default:
      return null;
  }
}

function equality(value: unknown): Access | null {
  if (value instanceof RegExp) return prefix(value, undefined);
  if (Number.isNaN(value)) return null;
  return { kind: 'points', keys: pointsOf(value), exact: isSimple(value) };
}

/** An array equals a stored array whose first element is the same, or is an element of a stored array. */
function pointsOf(value: unknown): Key[] {
  if (!Array.isArray(value)) return [keyOf(value)];
  return [value.length === 0 ? EMPTY_ARRAY_KEY : keyOf(value[0]), keyOf(value)];
}

const isSimple = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  value instanceof Date ||
  isObjectId(value);

function membership(values: unknown[]): Access | null {
  if (values.some((value) => value instanceof RegExp || Number.isNaN(value))) return null;
  const keys = distinct(values.flatMap(pointsOf));
  const [from, to] = [keys[0], keys.at(-1)];
  if (from && to && keys.length > MOST_POINTS) {
    return { kind: 'range', from, fromOpen: false, to, toOpen: false, exact: false };
  }
  return { kind: 'points', keys, exact: values.every(isSimple) };
}

/** SQLite binds 32,766 values at most; longer lists are entered from their least to their greatest. */
const MOST_POINTS = 5000;

function distinct(keys: Key[]): Key[] {
  const sorted = [...keys].sort(compareKeys);
  return sorted.filter((key, i) => i === 0 || compareKeys(key, sorted[i - 1] ?? key) !== 0);
}

/** Only values of the operand's own type compare with it. */
function comparison(operator: '$gt' | '$gte' | '$lt' | '$lte', operand: unknown): Access | null {
  if (operand === null) {
    return operator.endsWith('e') ? { kind: 'points', keys: [NULL_KEY], exact: false } : null;
  }
  if (!isSimple(operand) || Number.isNaN(operand) || isBsonOther(operand)) return null;
  const key = keyOf(operand);
  const open = !operator.endsWith('e');
  const { from, to } = typeBounds(key);
  if (operator.startsWith('$gt')) {
    return { kind: 'range', from: key, fromOpen: open, to, toOpen: true, exact: true };
  }
  // NaN has the lowest key of all numbers, but is not less than any.
  const lowest = typeof operand === 'number' ? keyOf(-Infinity) : from;
  return { kind: 'range', from: lowest, fromOpen: false, to: key, toOpen: open, exact: true };
}

const isBsonOther = (value: unknown): boolean => isBsonValue(value) && !isObjectId(value);

function prefix(pattern: unknown, options: unknown): Access | null {
  const source = pattern instanceof RegExp ? pattern.source : pattern;
  const flags = `${pattern instanceof RegExp ? pattern.flags : ''}${typeof options === 'string' ? options : ''}`;
  if (typeof source !== 'string' || /[imxu]/.test(flags)) return null;
  const text = literalPrefix(source);
  return text === ''
    ? null
    : { kind: 'range', ...prefixBounds(text), fromOpen: false, toOpen: true, exact: false };
}

/** What every match of the pattern begins with; '' when that is not plain to see. */
function literalPrefix(source: string): string {
  if (!source.startsWith('^') || source.includes('|')) return '';
  let text = '';
  for (let i = 1; i < source.length; ) {
    const escaped = source[i] === '\\';
    const letter = source[escaped ? i + 1 : i] ?? '';
    const literal = escaped ? /[^A-Za-z0-9]/.test(letter) : !/[.*+?()[\]{}^$]/.test(letter);
    if (!literal) break;
    const after = source[i + (escaped ? 2 : 1)] ?? '';
    if (/[*?{]/.test(after)) break; // the letter itself is optional
    text += letter;
    i += escaped ? 2 : 1;
  }
  // A quantifier after half of a surrogate pair would be misread above; such prefixes are rare enough to give up.
  return /\p{Surrogate}/u.test(text) ? '' : text;
}

function intersect(a: Access, b: Access): Access {
  const exact = a.exact && b.exact;
  if (a.kind === 'points') return { kind: 'points', keys: a.keys.filter((key) => holds(b, key)), exact };
  if (b.kind === 'points') return intersect(b, a);
  const low = compareKeys(a.from, b.from) || Number(a.fromOpen) - Number(b.fromOpen);
  const high = compareKeys(a.to, b.to) || Number(b.toOpen) - Number(a.toOpen);
  const { from, fromOpen } = low >= 0 ? a : b;
  const { to, toOpen } = high <= 0 ? a : b;
  return { kind: 'range', from, fromOpen, to, toOpen, exact };
}

function holds(access: Access, key: Key): boolean {
  if (access.kind === 'points') return access.keys.some((other) => compareKeys(other, key) === 0);
  const low = compareKeys(access.from, key);
  const high = compareKeys(key, access.to);
  return (low < 0 || (low === 0 && !access.fromOpen)) && (high < 0 || (high === 0 && !access.toOpen));
}
