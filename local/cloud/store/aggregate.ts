import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as pipeline from 'mingo/operators/pipeline';
import * as windows from 'mingo/operators/window';
import { invalidParam, notSupported, queryFailed } from '../errors';
import type { Catalog } from './catalog';
import { asQueryError, CONTEXT } from './query';
import type { Reader, Reading } from './reader';
import { checkSort } from './sort';
import type { Document, Filter, Plan, Sort } from './types';
import { isPlainObject } from './values';
import type { Guard } from './view';

const AGGREGATION = Context.from(CONTEXT)
  .addAccumulatorOps(accumulators)
  .addPipelineOps(pipeline)
  .addWindowOps(windows);

const UNSUPPORTED = new Set([
  '$geoNear',
  '$out',
  '$merge',
  '$search',
  '$indexStats',
  '$collStats',
  '$graphLookup',
  '$function',
  '$accumulator',
  '$where',
]);

/**
 * Runs a pipeline. What it begins with of filter, order, skip and limit is answered by an index.
 * @throws CloudError for stages that this stand-in cannot do, or that are malformed
 */
export function aggregateThrough(
  catalog: Catalog,
  reader: Reader,
  name: string,
  stages: Document[],
  guardOf: (reading: Reading, frugal: boolean) => Guard,
): { documents: Document[]; plan: Plan } {
  const collection = catalog.get(name);
  refuseUnsupported(stages);
  const { head, rest } = splitHead(stages);
  const reading: Reading = { collection, ...head };
  const guard = guardOf(reading, Number.isFinite(head.limit));
  const { rows, plan } = reader.find(reading, guard);
  const options = {
    context: AGGREGATION,
    scriptEnabled: false,
    collectionResolver: (other: string) => everything(catalog, reader, other, guardOf),
  };
  const documents = rows.map((row) => row.document);
  if (rest.length === 0) return { documents, plan };
  const result = asQueryError(() => new Aggregator(rest, options).run(documents));
  return { documents: result, plan };
}

function everything(
  catalog: Catalog,
  reader: Reader,
  name: string,
  guardOf: (reading: Reading, frugal: boolean) => Guard,
): Document[] {
  if (!catalog.has(name)) return [];
  const limit = Number.POSITIVE_INFINITY;
  const reading: Reading = { collection: catalog.get(name), filter: {}, sort: {}, skip: 0, limit };
  return reader.find(reading, guardOf(reading, false)).rows.map((row) => row.document);
}

interface Head {
  filter: Filter;
  sort: Sort;
  skip: number;
  limit: number;
}

/** The longest beginning of the form $match, $sort, $skip, $limit, each at most once and in this order. */
function splitHead(stages: Document[]): { head: Head; rest: Document[] } {
  const head: Head = { filter: {}, sort: {}, skip: 0, limit: Number.POSITIVE_INFINITY };
  const rest = [...stages];
  const take = (name: string): unknown => {
    const [stage] = rest;
    if (!stage || !(name in stage) || Object.keys(stage).length !== 1) return undefined;
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
    head.sort = sort as Sort; // checked right below
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

function refuseUnsupported(stages: Document[]): void {
  for (const stage of stages) {
    if (!isPlainObject(stage) || Object.keys(stage).length !== 1) {
      throw invalidParam('A pipeline stage specification object must contain exactly one field.');
    }
  }
  refuseNames(stages);
}

function refuseNames(value: unknown): void {
  if (Array.isArray(value)) {
    value.forEach(refuseNames);
  } else if (isPlainObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      if (UNSUPPORTED.has(name)) throw notSupported(name);
      refuseNames(inner);
    }
  }
}
