import { evalExpr } from 'mingo/core';
import { type Iterator, Lazy } from 'mingo/lazy';
import type { Options } from 'mingo/types';
import { queryFailed } from '../../errors';
import { compareValues } from '../keys';
import { leavesOf, pathOf } from '../paths';
import { checkSort, compareSortKeys, sortKeysOf } from '../sort';
import type { Document, Sort } from '../types';
import { targetOf } from '../update/target';
import { clone, isPlainObject } from '../values';

/*
 * Stages of which mingo's version answers otherwise than MongoDB: $bucket puts a value on a boundary into the
 * bucket below it and lists empty buckets, $count counts nothing as 0 instead of saying nothing, $sample draws
 * the same document twice, $unwind drops empty text, $sort orders text by UTF-16 unit and missing before null.
 */
type Stage = (documents: Iterator, operand: unknown, options: Options) => Iterator;

/** A stage that needs all documents before it can give the first. */
const ofAll =
  (work: (documents: Document[], operand: unknown, options: Options) => Document[]): Stage =>
  (documents, operand, options) =>
    documents.transform((all) => Lazy(work(all as Document[], operand, options))); // stages pass on documents only

const $sort = ofAll((documents, operand) => {
  if (!isPlainObject(operand)) throw queryFailed('the $sort key specification must be an object', 15973);
  const sort = operand as Sort; // the next line checks it
  checkSort(sort);
  const rows = documents.map((document) => ({ document, keys: sortKeysOf(document, sort) }));
  return rows.sort((a, b) => compareSortKeys(a.keys, b.keys, sort)).map(({ document }) => document);
});

const $count = ofAll((documents, operand) => {
  if (typeof operand !== 'string' || operand === '' || operand.startsWith('$') || operand.includes('.')) {
    throw queryFailed('the count field must be a non-empty string', 40156);
  }
  return documents.length === 0 ? [] : [{ [operand]: documents.length }];
});

const $sample = ofAll((documents, operand) => {
  const size = isPlainObject(operand) ? operand.size : undefined;
  if (typeof size !== 'number' || size < 1)
    throw queryFailed('size argument to $sample must be positive', 28747);
  const rest = [...documents];
  const drawn = Array.from({ length: Math.min(size, rest.length) }, () => {
    return rest.splice(Math.floor(Math.random() * rest.length), 1);
  });
  return drawn.flat();
});

const $bucket = ofAll((documents, operand, options) => {
  if (!isPlainObject(operand)) throw queryFailed('Argument to $bucket stage must be an object', 40201);
  const { groupBy, boundaries, output = { count: { $sum: 1 } } } = operand;
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw queryFailed("The $bucket 'boundaries' field must have at least 2 values", 40192);
  }
  const ascending = boundaries.every((bound, i) => i === 0 || compareValues(boundaries[i - 1], bound) < 0);
  if (!ascending) throw queryFailed("The 'boundaries' option to $bucket must be sorted", 40194);
  const buckets = new Map<unknown, Document[]>(boundaries.slice(0, -1).map((bound: unknown) => [bound, []]));
  for (const document of documents) {
    const value: unknown = evalExpr(document, groupBy, options);
    const bound = boundOf(value, boundaries);
    if (bound === undefined && !('default' in operand)) {
      throw queryFailed(
        '$switch could not find a matching branch for an input, and no default was specified.',
        40066,
      );
    }
    const key = bound ?? operand.default;
    buckets.set(key, [...(buckets.get(key) ?? []), document]);
  }
  const filled = [...buckets].filter(([, members]) => members.length > 0);
  return filled.map(([_id, members]) => ({ _id, ...(evalExpr(members, output, options) as Document) })); // of an object
});

/** The greatest boundary that is not above the value; undefined outside of all. */
function boundOf(value: unknown, boundaries: unknown[]): unknown {
  const next = boundaries.findIndex((bound) => compareValues(value, bound) < 0);
  return next > 0 ? boundaries[next - 1] : undefined;
}

const $unwind = ofAll((documents, operand) => {
  const { path, preserveNullAndEmptyArrays, includeArrayIndex } = isPlainObject(operand)
    ? operand
    : { path: operand, preserveNullAndEmptyArrays: false, includeArrayIndex: undefined };
  if (typeof path !== 'string' || !path.startsWith('$')) {
    throw queryFailed('path option to $unwind stage should be prefixed with a $', 28818);
  }
  const names = pathOf(path.slice(1));
  return documents.flatMap((document) => {
    const [value] = leavesOf(document, names);
    const elements = elementsOf(value, preserveNullAndEmptyArrays === true);
    return elements.map((element, i) => {
      const copy = clone(document);
      const place = targetOf(copy, names, element !== undefined);
      if (element === undefined) place?.unset();
      else place?.set(clone(element));
      if (typeof includeArrayIndex === 'string')
        copy[includeArrayIndex] = Array.isArray(value) && value.length > 0 ? i : null;
      return copy;
    });
  });
});

/** What one document becomes; undefined stands for a document without the field. */
function elementsOf(value: unknown, preserve: boolean): unknown[] {
  if (Array.isArray(value) && value.length > 0) return value;
  const nothing = value === null || value === undefined || Array.isArray(value);
  if (!nothing) return [value];
  if (!preserve) return [];
  return [value === null ? null : undefined];
}

export const STRICT_STAGES = { $sort, $count, $sample, $bucket, $unwind };
