import { markOf } from '../keys';
import { leavesOf, pathOf } from '../paths';
import type { Document, Filter } from '../types';
import { isPlainObject } from '../values';

/** A `$lookup` by equality of two fields. */
export interface JoinStage extends Document {
  from: string;
  localField: string;
  foreignField: string;
}

const CHUNK = 500;

export function joinOf(stage: Document): JoinStage | null {
  const join = stage.$lookup;
  if (!isPlainObject(join)) return null;
  const { from, localField, foreignField } = join;
  if (typeof from !== 'string' || typeof localField !== 'string' || typeof foreignField !== 'string') {
    return null;
  }
  return { ...join, from, localField, foreignField };
}

/**
 * Filters which together find every foreign document that these documents can be joined with, each only once:
 * the parts divide the values among themselves.
 */
export function joined({ localField, foreignField }: JoinStage, documents: Document[]): Filter[] {
  const values = new Map<string, unknown>();
  for (const document of documents) {
    for (const leaf of leavesOf(document, pathOf(localField))) {
      for (const value of Array.isArray(leaf) ? leaf : [leaf]) {
        if (!(value instanceof RegExp)) values.set(markOf(value), value ?? null);
      }
    }
  }
  const all = [...values.values()];
  if (all.length <= CHUNK) return all.length === 0 ? [] : [{ [foreignField]: { $in: all } }];
  return chunksOf(all).map((chunk, i, chunks) => {
    const earlier = chunks.slice(0, i).flat();
    return { [foreignField]: { $in: chunk, ...(earlier.length > 0 && { $nin: earlier }) } };
  });
}

function chunksOf<T>(values: T[]): T[][] {
  const count = Math.ceil(values.length / CHUNK);
  return Array.from({ length: count }, (_, i) => values.slice(i * CHUNK, (i + 1) * CHUNK));
}
