import { ObjectId } from 'bson';
import { canonicalText, fromText } from './codec';
import { isBsonValue, isObjectId } from './values';

/**
 * One byte string per value, such that comparing bytes compares values in MongoDB's order:
 * by type (empty array, null or missing, numbers, strings, objects, arrays, … dates), then within the type.
 * The columns of index tables hold these, and sorting in memory compares these, so both agree by construction.
 * Objects and arrays are ordered consistently, but not as MongoDB orders them.
 */
export type Key = Buffer;

const TAG = {
  emptyArray: 0x08,
  null: 0x10,
  number: 0x18,
  string: 0x20,
  object: 0x28,
  array: 0x30,
  binary: 0x38,
  objectId: 0x40,
  boolean: 0x48,
  date: 0x50,
  regExp: 0x58,
  other: 0x60,
} as const;

export const EMPTY_ARRAY_KEY: Key = Buffer.of(TAG.emptyArray);
export const NULL_KEY: Key = Buffer.of(TAG.null);
const FALSE_KEY: Key = Buffer.of(TAG.boolean, 0);
const TRUE_KEY: Key = Buffer.of(TAG.boolean, 1);

export function keyOf(value: unknown): Key {
  if (value === null || value === undefined) return NULL_KEY;
  if (typeof value === 'string') return tagged(TAG.string, value);
  if (typeof value === 'number') return numberKey(TAG.number, value);
  if (typeof value === 'boolean') return value ? TRUE_KEY : FALSE_KEY;
  if (value instanceof Date) return numberKey(TAG.date, value.getTime());
  if (isObjectId(value)) return Buffer.from(`${TAG.objectId.toString(16)}${value.toHexString()}`, 'hex');
  return tagged(complexTag(value), canonicalText(value));
}

/** The value that a key stands for; of objects and arrays their text. */
export function valueOfKey(key: Key): unknown {
  const text = key.toString('utf8', 1);
  switch (key[0]) {
    case TAG.emptyArray:
      return undefined;
    case TAG.null:
      return null;
    case TAG.number:
      return numberOf(key);
    case TAG.string:
      return text;
    case TAG.objectId:
      return new ObjectId(key.subarray(1));
    case TAG.boolean:
      return key[1] === 1;
    case TAG.date:
      return new Date(numberOf(key));
    default:
      return fromText(text);
  }
}

/** Where the values of the same type begin and end: `from <= key < to`. */
export function typeBounds(key: Key): { from: Key; to: Key } {
  const tag = key[0] ?? 0;
  return { from: Buffer.of(tag), to: Buffer.of(tag + 1) };
}

/** Every string that begins with `prefix`: `from <= key < to`. No UTF-8 text contains the byte 0xFF. */
export function prefixBounds(prefix: string): { from: Key; to: Key } {
  const from = tagged(TAG.string, prefix);
  return { from, to: Buffer.concat([from, Buffer.of(0xff)]) };
}

/** A value as text: equal for equal values and for no others, so that it can be looked up. */
export const markOf = (value: unknown): string => keyOf(value).toString('latin1');

export const compareKeys = (a: Key, b: Key): number => Buffer.compare(a, b);

/** Compares as MongoDB does: strings by code point, where JavaScript's `<` goes by UTF-16 unit. */
export function compareValues(a: unknown, b: unknown): number {
  return compareKeys(keyOf(a), keyOf(b));
}

function complexTag(value: unknown): number {
  if (Array.isArray(value)) return TAG.array;
  if (value instanceof RegExp) return TAG.regExp;
  if (!isBsonValue(value)) return TAG.object;
  return value._bsontype === 'Binary' ? TAG.binary : TAG.other;
}

function tagged(tag: number, text: string): Key {
  const length = Buffer.byteLength(text);
  const key = Buffer.allocUnsafe(length + 1);
  key[0] = tag;
  key.write(text, 1, length, 'utf8');
  return key;
}

/** IEEE 754, with the sign bit flipped (or all bits, below zero), orders as bytes. NaN comes first, as in MongoDB. */
function numberKey(tag: number, value: number): Key {
  const key = Buffer.allocUnsafe(9);
  key[0] = tag;
  if (Number.isNaN(value)) return key.fill(0, 1);
  key.writeDoubleBE(value === 0 ? 0 : value, 1);
  const first = key[1] ?? 0;
  if (first < 0x80) {
    key[1] = first | 0x80;
    return key;
  }
  for (let i = 1; i < 9; i++) key[i] = ~(key[i] ?? 0) & 0xff;
  return key;
}

function numberOf(key: Key): number {
  const bytes = Buffer.from(key.subarray(1));
  if (bytes.every((byte) => byte === 0)) return Number.NaN;
  const negative = (bytes[0] ?? 0) < 0x80;
  if (negative) for (let i = 0; i < 8; i++) bytes[i] = ~(bytes[i] ?? 0) & 0xff;
  else bytes[0] = (bytes[0] ?? 0) ^ 0x80;
  return bytes.readDoubleBE(0);
}
