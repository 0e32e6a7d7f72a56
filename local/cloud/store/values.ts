import type { Document } from './types';

interface BsonValue {
  _bsontype: string;
}

export function isPlainObject(value: unknown): value is Document {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** One of the `bson` library's classes: ObjectId, Binary, Timestamp … */
export function isBsonValue(value: unknown): value is BsonValue {
  return typeof value === 'object' && value !== null && '_bsontype' in value;
}

interface ObjectIdLike extends BsonValue {
  toHexString(): string;
}

/** By its mark, not its class: the SDK carries a second copy of `bson`. */
export function isObjectId(value: unknown): value is ObjectIdLike {
  return isBsonValue(value) && (value._bsontype === 'ObjectID' || value._bsontype === 'ObjectId');
}

/** `{$gt: 1}` is a condition, `{amount: 1}` and `{}` are values. */
export function isOperatorObject(value: unknown): value is Document {
  if (!isPlainObject(value)) return false;
  const [first] = Object.keys(value);
  return first?.startsWith('$') === true;
}

/** MongoDB's name of a value's type, as its messages use it. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  if (isObjectId(value)) return 'objectId';
  if (isBsonValue(value)) return value._bsontype.toLowerCase();
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'string' ? 'string' : 'object';
}

/** The value in the notation of MongoDB's messages: `{ phone: "1" }`. */
export function inspect(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (isObjectId(value)) return `ObjectId('${value.toHexString()}')`;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(inspect).join(', ')} ]`;
  if (!isPlainObject(value)) return String(value);
  const fields = Object.entries(value).map(([name, inner]) => `${name}: ${inspect(inner)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** A copy that shares nothing that can be changed with the original. */
export function clone<T>(value: T): T {
  return copy(value) as T; // copy keeps every type that a document can hold
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (value instanceof Date) return new Date(value.getTime());
  if (!isPlainObject(value)) return value;
  const result: Document = {};
  for (const [name, inner] of Object.entries(value)) if (inner !== undefined) result[name] = copy(inner);
  return result;
}
