import { EJSON, ObjectId } from 'bson';
import { invalidParam, notSupported } from '../errors';
import type { Document } from './types';
import { isBsonValue, isObjectId, isPlainObject } from './values';

/**
 * Reads what the SDK sends: canonical (or relaxed) extended JSON, and CloudBase's server dates.
 * @param now milliseconds since the epoch, for `serverDate()`
 * @throws CloudError INVALID_PARAM when the text is not such JSON
 */
export function decodeWire(text: string, now: number): unknown {
  return revive(parseJson(text), now);
}

/** Canonical extended JSON, as production replies. */
export function encodeWire(value: unknown): string {
  return JSON.stringify(canonical(value ?? null));
}

/** The text that is stored and exported: JSON, with dates and other special values as relaxed extended JSON. */
export function toText(document: Document): string {
  return JSON.stringify(relaxed(document));
}

export function fromText(text: string): Document {
  return revive(JSON.parse(text), 0) as Document; // toText is the only writer, and it writes objects
}

/** Text that is the same for equal values whatever the order of their keys. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(sortKeys(relaxed(value)));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalidParam(`not extended JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function revive(value: unknown, now: number): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i], now);
    return value;
  }
  const object = value as Document; // JSON.parse makes nothing else
  for (const name in object) {
    if (name.charCodeAt(0) === 36) {
      const special = reviveSpecial(name, object, now);
      if (special !== undefined) return special;
    }
    if (name === '__proto__') throw notSupported('A field named __proto__');
    object[name] = revive(object[name], now);
  }
  return object;
}

const EXOTIC = new Set([
  '$binary',
  '$uuid',
  '$timestamp',
  '$minKey',
  '$maxKey',
  '$symbol',
  '$code',
  '$dbPointer',
]);

/** undefined: not a special value but an operator, or a field that happens to begin with a dollar sign. */
function reviveSpecial(name: string, object: Document, now: number): unknown {
  const inner = object[name];
  switch (name) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return typeof inner === 'string' ? Number(inner) : undefined;
    case '$date':
      return reviveDate(inner);
    case '$oid':
      return new ObjectId(String(inner));
    case '$undefined':
      return null;
    case '$regularExpression':
      return reviveRegExp(inner);
    case '$tcb_server_date':
      return new Date(now + Number(revive(isPlainObject(inner) ? (inner.offset ?? 0) : 0, now)));
    case '$numberDecimal':
      throw notSupported('A decimal128 number');
    default:
      return EXOTIC.has(name) ? EJSON.deserialize(object) : undefined;
  }
}

function reviveDate(inner: unknown): Date {
  const date = new Date(typeof inner === 'string' ? inner : Number(revive(inner, 0)));
  if (Number.isNaN(date.getTime())) throw invalidParam(`not a date: ${JSON.stringify(inner)}`);
  return date;
}

function reviveRegExp(inner: unknown): RegExp {
  const { pattern, options } = isPlainObject(inner) ? inner : {};
  try {
    // MongoDB's `x` has no counterpart; JavaScript's own flags g and y would make test() remember.
    return new RegExp(String(pattern ?? ''), String(options ?? '').replace(/[^imsu]/g, ''));
  } catch (cause) {
    throw invalidParam(`Regular expression is invalid: ${cause instanceof Error ? cause.message : ''}`);
  }
}

function canonical(value: unknown): unknown {
  if (typeof value === 'number') return canonicalNumber(value);
  if (Array.isArray(value)) return value.map((inner) => canonical(inner ?? null));
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  return isPlainObject(value) ? mapFields(value, canonical) : special(value);
}

/** JavaScript makes a negative zero of 0 * -1, where MongoDB has whole numbers: it is zero here. */
function canonicalNumber(value: number): unknown {
  if (!Number.isSafeInteger(value)) return { $numberDouble: String(value) };
  const text = String(value);
  return Math.abs(value) < 2 ** 31 ? { $numberInt: text } : { $numberLong: text };
}

/** BSON is UTF-8, which cannot hold half a surrogate pair; drivers replace it like this. */
const LONE_SURROGATE = /\p{Surrogate}/u;
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

function relaxed(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) };
  if (typeof value === 'string') return LONE_SURROGATE.test(value) ? wellFormed(value) : value;
  if (Array.isArray(value)) return value.map((inner) => relaxed(inner ?? null));
  if (value instanceof Date) return relaxedDate(value);
  return isPlainObject(value) ? mapFields(value, relaxed) : special(value);
}

function relaxedDate(date: Date): unknown {
  const time = date.getTime();
  if (Number.isNaN(time)) throw invalidParam('not a date: Invalid Date');
  const year = date.getUTCFullYear();
  const readable = year >= 1970 && year <= 9999;
  return { $date: readable ? date.toISOString() : { $numberLong: String(time) } };
}

function special(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } };
  if (isObjectId(value)) return { $oid: value.toHexString() };
  if (isBsonValue(value)) return EJSON.serialize(value, { relaxed: false });
  throw invalidParam(`a value of class ${value.constructor.name} cannot be stored`);
}

function mapFields(object: Document, map: (value: unknown) => unknown): Document {
  const result: Document = {};
  for (const name in object) {
    if (name === '__proto__') throw notSupported('A field named __proto__');
    const value = object[name];
    if (value !== undefined) result[name] = map(value);
  }
  return result;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isPlainObject(value)) return value;
  const result: Document = {};
  for (const name of Object.keys(value).sort()) result[name] = sortKeys(value[name]);
  return result;
}
