import { Context } from 'mingo/core';
import * as expressions from 'mingo/operators/expression';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import { Query } from 'mingo/query';
import { CloudError, queryFailed } from '../errors';
import { checkFilter } from './filter-check';
import { STRICT_OPERATORS } from './operators';
import type { Document, Filter } from './types';
import { isPlainObject } from './values';

/** mingo with MongoDB's answers where mingo's differ. The first operator of a name counts, so ours come first. */
const queryContext = () => Context.init({ query: STRICT_OPERATORS }).addQueryOps(queries);

/** With everything that `$expr`, projections and pipelines can say. mingo copies a context for every query. */
export const FULL_CONTEXT = queryContext().addExpressionOps(expressions).addProjectionOps(projections);

/** No code of the caller's is ever run. */
export const MINGO = { context: queryContext(), scriptEnabled: false };
export const FULL_MINGO = { context: FULL_CONTEXT, scriptEnabled: false };

export type Test = (document: Document) => boolean;

/**
 * Compiles a filter.
 * @throws CloudError when it is malformed, or asks for what this stand-in cannot do
 */
export function testOf(filter: Filter): Test {
  if (isTrivial(filter)) return () => true;
  checkFilter(filter);
  const query = asQueryError(() => new Query(filter, saysExpr(filter) ? FULL_MINGO : MINGO));
  return (document) => asQueryError(() => query.test(document));
}

function saysExpr(filter: unknown): boolean {
  if (Array.isArray(filter)) return filter.some(saysExpr);
  if (!isPlainObject(filter)) return false;
  return Object.entries(filter).some(([name, inner]) => name === '$expr' || saysExpr(inner));
}

export const isTrivial = (filter: Filter): boolean => Object.keys(filter).length === 0;

/** mingo's complaints become those of a failed query. */
export function asQueryError<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof CloudError || !(cause instanceof Error)) throw cause;
    throw queryFailed(cause.message);
  }
}
