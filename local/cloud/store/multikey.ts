import type { IndexSpec } from './declarations';
import { EMPTY_ARRAY_KEY, type Key, keyOf, NULL_KEY } from './keys';
import { childOf, isArrayIndex, type Path } from './paths';
import type { Document } from './types';

/** What a document contributes to an index: one row per combination of array elements. */
interface IndexEntries {
  rows: Key[][];
  /** Per field of the index: does the path meet an array in this document? */
  arrays: boolean[];
  /** An array directly inside an array lies on a path. */
  nested: boolean;
}

/** Two fields of one index lead into two different arrays: MongoDB's error 171. */
export class ParallelArrays extends Error {
  constructor(first: string, second: string) {
    super(`cannot index parallel arrays [${second}] [${first}]`);
  }
}

/** Where one field of the index has got to. `key` is set once it has arrived. */
interface Walk {
  path: Path;
  depth: number;
  value: unknown;
  key: Key | undefined;
}

/**
 * The rows of a document in an index, after MongoDB's rule for its multikey indexes: missing counts as null,
 * an array counts as each of its elements, and only one array may be expanded at a time.
 * @throws ParallelArrays
 */
export function indexEntries(document: Document, spec: IndexSpec): IndexEntries {
  const entries: IndexEntries = { rows: [], arrays: spec.fields.map(() => false), nested: false };
  const walks = spec.fields.map(({ path }) => ({ path, depth: 0, value: document, key: undefined }));
  collect(walks, entries, new Set());
  return entries;
}

function collect(from: Walk[], entries: IndexEntries, seen: Set<string>): void {
  const walks = from.map(advance);
  const waiting = walks.filter((walk) => walk.key === undefined);
  const [first] = waiting;
  if (!first) {
    addRow(walks, entries, seen);
    return;
  }

  const elements = first.value as unknown[]; // advance stops without a key only at an array
  for (const walk of waiting) {
    entries.arrays[walks.indexOf(walk)] = true;
    if (walk.value !== elements) throw new ParallelArrays(lastName(first), lastName(walk));
  }
  if (elements.length === 0) {
    const emptied = walks.map((walk) => (walk.key ? walk : { ...walk, key: keyOfEmpty(walk) }));
    addRow(emptied, entries, seen);
    return;
  }
  for (const element of elements) {
    if (Array.isArray(element)) entries.nested = true;
    collect(
      walks.map((walk) => (walk.key ? walk : enter(walk, element))),
      entries,
      seen,
    );
  }
}

/** Follows the path up to its end or to the next array. */
function advance(walk: Walk): Walk {
  if (walk.key) return walk;
  let { depth, value } = walk;
  for (; depth < walk.path.length; depth++) {
    const name = walk.path[depth] ?? '';
    if (!Array.isArray(value)) value = childOf(value, name);
    else if (isArrayIndex(name)) value = value[Number(name)];
    else break;
  }
  return { path: walk.path, depth, value, key: Array.isArray(value) ? undefined : keyOf(value) };
}

function enter(walk: Walk, element: unknown): Walk {
  if (walk.depth === walk.path.length) return { ...walk, key: keyOf(element) };
  return Array.isArray(element) ? { ...walk, key: NULL_KEY } : { ...walk, value: element };
}

const keyOfEmpty = (walk: Walk): Key => (walk.depth === walk.path.length ? EMPTY_ARRAY_KEY : NULL_KEY);
const lastName = (walk: Walk): string => walk.path[walk.depth - 1] ?? '';

function addRow(walks: Walk[], entries: IndexEntries, seen: Set<string>): void {
  const row = walks.map((walk) => walk.key ?? NULL_KEY);
  const mark = rowMark(row);
  if (seen.has(mark)) return;
  seen.add(mark);
  entries.rows.push(row);
}

/** Equal for equal rows and for no others. */
export function rowMark(row: Key[]): string {
  return row.map((key) => key.toString('latin1')).join('\u0100');
}
