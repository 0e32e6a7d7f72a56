import type { Aggregate } from '../../core/aggregate';

/** What happened keeps its author, and what is promised finds its reader by itself (`person/living-read.ts`). */
const AS_IT_WAS: ReadonlySet<string> = new Set(['_id', 'timeline', 'effects']);

/** The document with one person's id in the place of another's, wherever it stands. Ids are random: nothing else looks like one. Pure. */
export function renamed<Doc extends Aggregate>(doc: Doc, from: string, to: string): Doc {
  const next = { ...doc };
  for (const [field, value] of Object.entries(doc))
    if (!AS_IT_WAS.has(field)) Reflect.set(next, field, replaced(value, from, to));
  return next;
}

export function mentions(doc: Aggregate, id: string): boolean {
  return Object.entries(doc).some(([field, value]) => !AS_IT_WAS.has(field) && says(value, id));
}

function says(value: unknown, id: string): boolean {
  if (typeof value !== 'object' || value === null) return value === id;
  return Object.entries(value).some(([key, one]) => key === id || says(one, id));
}

function replaced(value: unknown, from: string, to: string): unknown {
  if (value === from) return to;
  if (Array.isArray(value)) return value.map((one) => replaced(one, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key === from ? to : key, replaced(one, from, to)]),
  );
}
