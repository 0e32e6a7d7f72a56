import { invalidParam, notSupported, queryFailed } from '../../errors';
import { checkSort } from '../sort';
import type { Document, Filter, Sort } from '../types';
import { isPlainObject } from '../values';

const UNSUPPORTED = new Set([
  '$geoNear',
  '$out',
  '$merge',
  '$search',
  '$indexStats',
  '$collStats',
  '$graphLookup',
  '$redact',
  '$function',
  '$accumulator',
  '$where',
]);

/** @throws CloudError for what is no pipeline, and for what this stand-in cannot do anywhere inside of it */
export function checkStages(stages: Document[]): void {
  for (const stage of stages) {
    if (!isPlainObject(stage) || Object.keys(stage).length !== 1) {
      throw invalidParam('A pipeline stage specification object must contain exactly one field.');
    }
  }
  refuseUnsupported(stages);
}

function refuseUnsupported(value: unknown): void {
  if (Array.isArray(value)) {
    value.forEach(refuseUnsupported);
  } else if (isPlainObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      if (UNSUPPORTED.has(name)) throw notSupported(name);
      refuseUnsupported(inner);
    }
  }
}

/** The part of a pipeline that is a query. */
interface Head {
  filter: Filter;
  sort: Sort;
  skip: number;
  limit: number;
}

/** The longest beginning of the form $match, $sort, $skip, $limit, each at most once and in this order. */
export function splitHead(stages: Document[]): { head: Head; rest: Document[] } {
  const head: Head = { filter: {}, sort: {}, skip: 0, limit: Number.POSITIVE_INFINITY };
  const rest = [...stages];
  const take = (name: string): unknown => {
    const [stage] = rest;
    if (!stage || !(name in stage)) return undefined;
    rest.shift();
    return stage[name];
  };
  const filter = take('$match');
  if (filter !== undefined) {
    if (!isPlainObject(filter))
      throw queryFailed('the match filter must be an expression in an object', 15959);
    head.filter = filter;
  }
  const sort = take('$sort');
  if (sort !== undefined) {
    if (!isPlainObject(sort)) throw queryFailed('the $sort key specification must be an object', 15973);
    head.sort = sort as Sort; // the next line checks it
    checkSort(head.sort);
  }
  const skip = take('$skip');
  if (skip !== undefined) head.skip = wholeNumber('$skip', skip, 0);
  const limit = take('$limit');
  if (limit !== undefined) head.limit = wholeNumber('$limit', limit, 1);
  return { head, rest };
}

function wholeNumber(stage: string, value: unknown, least: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
  throw queryFailed(`invalid argument to ${stage} stage: Expected a number of at least ${least}`, 15958);
}
