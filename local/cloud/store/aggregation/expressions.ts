import { evalExpr } from 'mingo/core';
import { $push } from 'mingo/operators/accumulator';
import type { Options } from 'mingo/types';
import { unique } from 'mingo/util';
import { queryFailed } from '../../errors';
import type { Document } from '../types';
import { typeName } from '../values';

/*
 * Operators inside of stages of which mingo's version answers otherwise than MongoDB: $push and $addToSet count
 * a missing field as null, and $size is content with what is no list.
 */
const present = (documents: unknown[], expression: unknown, options: Options): unknown[] =>
  // Inside of an object mingo keeps apart what is missing and what is null.
  ($push(documents as Document[], { value: expression }, options) as Document[]) // stages pass on documents only
    .map(({ value }) => value)
    .filter((value) => value !== undefined);

export const STRICT_ACCUMULATORS = {
  $push: present,
  $addToSet: (documents: unknown[], expression: unknown, options: Options): unknown[] =>
    unique(present(documents, expression, options)),
};

export const STRICT_EXPRESSIONS = {
  $size: (document: unknown, expression: unknown, options: Options): number => {
    const operand = Array.isArray(expression) && expression.length === 1 ? expression[0] : expression;
    const value: unknown = evalExpr(document, operand, options);
    if (Array.isArray(value)) return value.length;
    const type = value === undefined ? 'missing' : typeName(value);
    throw queryFailed(`The argument to $size must be an array, but was of type: ${type}`, 17124);
  },
};
