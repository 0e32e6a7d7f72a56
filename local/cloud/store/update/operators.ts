import { isEqual } from 'mingo/util';
import { writeFailed } from '../../errors';
import { compareValues } from '../keys';
import type { Document } from '../types';
import { clone, inspect, isPlainObject, typeName } from '../values';
import { addToSet, pull, pullAll, push } from './arrays';

/** What an operator knows beside the value that it changes. */
export interface Moment {
  /** The path as it was written. */
  field: string;
  document: Document;
  /** Milliseconds since the epoch. */
  now: number;
}

/** From the present value (undefined: none) and the operand to the next value (undefined: none). */
export type Change = (current: unknown, operand: unknown, moment: Moment) => unknown;

const refuse = (message: string, code: number) => writeFailed('Update', message, code);

const lastName = (field: string): string => field.split('.').at(-1) ?? field;

function numeric(operator: '$inc' | '$mul', verb: string, apply: (a: number, b: number) => number): Change {
  return (current, operand, { field, document }) => {
    if (typeof operand !== 'number') {
      throw refuse(`Cannot ${verb} with non-numeric argument: {${field}: ${inspect(operand)}}`, 14);
    }
    if (current === undefined) return operator === '$inc' ? operand : 0;
    if (typeof current === 'number') return apply(current, operand);
    throw refuse(
      `Cannot apply ${operator} to a value of non-numeric type. {_id: ${inspect(document._id)}} has the field '${lastName(field)}' of non-numeric type ${typeName(current)}`,
      14,
    );
  };
}

const extreme =
  (replaces: (order: number) => boolean): Change =>
  (current, operand) =>
    current === undefined || replaces(compareValues(operand, current)) ? clone(operand) : current;

const BITS: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

const bit: Change = (current, operand, { field, document }) => {
  if (!isPlainObject(operand)) {
    throw refuse(
      `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
      2,
    );
  }
  if (current !== undefined && !Number.isSafeInteger(current)) {
    throw refuse(
      `Cannot apply $bit to a value of non-integral type.{_id: ${inspect(document._id)}} has the field ${lastName(field)} of non-integer type ${typeName(current)}`,
      2,
    );
  }
  return Object.entries(operand).reduce<unknown>((value, [name, number]) => {
    const apply = BITS[name];
    if (!apply) {
      throw refuse(
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: {${name}: ${inspect(number)}}`,
        2,
      );
    }
    if (!Number.isSafeInteger(number)) {
      throw refuse(
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(number)}' is not supported here: {${name}: ${inspect(number)}}`,
        2,
      );
    }
    return Number(BigInt.asIntN(64, apply(BigInt(Number(value)), BigInt(Number(number)))));
  }, current ?? 0);
};

const pop: Change = (current, operand, { field }) => {
  if (operand !== 1 && operand !== -1) {
    throw refuse(`$pop expects 1 or -1, found: ${inspect(operand)}`, 9);
  }
  if (current === undefined) return undefined;
  if (!Array.isArray(current)) {
    throw refuse(`Path '${field}' contains an element of non-array type '${typeName(current)}'`, 14);
  }
  return operand === 1 ? current.slice(0, -1) : current.slice(1);
};

const currentDate: Change = (_current, operand, { now }) => {
  const wanted = isPlainObject(operand) ? operand.$type : operand;
  if (wanted === true || wanted === false || wanted === 'date') return new Date(now);
  throw refuse(
    "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
    2,
  );
};

export const CHANGES: Record<string, Change> = {
  $set: (current, operand) => (isEqual(current, operand) ? current : clone(operand)),
  $setOnInsert: (_current, operand) => clone(operand),
  $unset: () => undefined,
  $inc: numeric('$inc', 'increment', (a, b) => a + b),
  $mul: numeric('$mul', 'multiply', (a, b) => a * b),
  $min: extreme((order) => order < 0),
  $max: extreme((order) => order > 0),
  $bit: bit,
  $push: push,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
  $addToSet: addToSet,
  $currentDate: currentDate,
};

/** These leave a path alone that does not exist; the others make it. */
export const NEVER_CREATES = new Set(['$unset', '$pop', '$pull', '$pullAll', '$rename']);
