import { isDeepStrictEqual } from 'node:util';

/** One field of the next document against the last one. */
export type Change =
  | { field: string; is: 'set'; value: unknown }
  | { field: string; is: 'appended'; values: unknown[] }
  | { field: string; is: 'removed' };

/**
 * The top-level fields in which two documents differ. A list that only grew is an append, so that a
 * long timeline is not written anew with every entry. Fields named in `apart` are left out.
 */
export function difference(before: object, after: object, apart: readonly string[]): Change[] {
  const old = new Map<string, unknown>(Object.entries(before));
  const changes: Change[] = [];
  for (const [field, value] of Object.entries(after)) {
    if (apart.includes(field) || value === undefined) continue;
    const last = old.get(field);
    if (isDeepStrictEqual(last, value)) continue;
    if (Array.isArray(last) && Array.isArray(value) && isPrefix(last, value)) {
      changes.push({ field, is: 'appended', values: value.slice(last.length) });
    } else {
      changes.push({ field, is: 'set', value });
    }
  }
  const kept = new Map<string, unknown>(Object.entries(after));
  for (const field of old.keys()) {
    if (!apart.includes(field) && kept.get(field) === undefined) changes.push({ field, is: 'removed' });
  }
  return changes;
}

function isPrefix(start: readonly unknown[], whole: readonly unknown[]): boolean {
  return whole.length > start.length && start.every((item, place) => isDeepStrictEqual(item, whole[place]));
}
