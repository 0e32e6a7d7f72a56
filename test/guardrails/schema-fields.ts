import type * as v from 'valibot';

/** Names of all fields that an input schema takes, however deep. */
export function fieldsOf(schema: v.GenericSchema<unknown, unknown>): string[] {
  const found = new Set<string>();
  const seen = new Set<unknown>();
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return;
    seen.add(part);
    if ('entries' in part && typeof part.entries === 'object' && part.entries !== null)
      for (const name of Object.keys(part.entries)) found.add(name);
    for (const inner of Object.values(part)) walk(inner);
  };
  walk(schema);
  return [...found];
}
