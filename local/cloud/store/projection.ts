import { Query } from 'mingo/query';
import { notSupported, queryFailed } from '../errors';
import { asQueryError, FULL_MINGO } from './query';
import type { Document, Filter } from './types';
import { isPlainObject } from './values';

/**
 * The fields that were asked for.
 * @throws CloudError when fields are both included and excluded, or the projection is not one of `find`
 */
export function project(
  documents: Document[],
  filter: Filter,
  projection: Record<string, unknown>,
): Document[] {
  if (Object.keys(projection).length === 0) return documents;
  checkProjection(projection);
  return asQueryError(() => {
    const everything = new Query(filter, FULL_MINGO).find<Document>(documents, projection);
    return everything.all();
  });
}

function checkProjection(projection: Record<string, unknown>): void {
  const kinds = new Set<boolean>();
  for (const [field, wanted] of Object.entries(projection)) {
    if (isPlainObject(wanted)) {
      const [operator = ''] = Object.keys(wanted);
      if (operator === '$meta') throw notSupported('$meta');
      continue;
    }
    if (field !== '_id') kinds.add(Boolean(wanted));
  }
  if (kinds.size > 1) {
    throw queryFailed('Projection cannot have a mix of inclusion and exclusion.', 31254);
  }
}
