import type { Administration } from './administration';
import { type Existing, lacks, type Step } from './plan';

/** Asks an environment what it has of these collections. */
export async function existingOf(
  administration: Administration,
  names: readonly string[],
): Promise<Existing> {
  const there = await administration.collections();
  const existing = new Map<string, readonly string[]>();
  for (const name of names.filter((one) => there.includes(one)))
    existing.set(name, await administration.indexesOf(name));
  return existing;
}

/** Makes what is missing, one collection after the other; stopped half-way it can be run again. */
export async function carryOut(
  administration: Administration,
  steps: readonly Step[],
  say: (line: string) => void,
): Promise<void> {
  for (const step of steps) {
    if (step.create) await administration.createCollection(step.collection);
    // Also where it was there already: a collection that was made by hand may be open to everybody.
    await administration.permit(step.collection, step.rule);
    if (step.indexes.length > 0) await administration.createIndexes(step.collection, step.indexes);
    if (lacks(step)) say(`made: ${described(step)}`);
  }
}

export function described({ collection, create, indexes }: Step): string {
  const names = indexes.map(({ IndexName }) => IndexName).join(', ');
  return `${collection}${create ? ' (new)' : ''}${names === '' ? '' : `: ${names}`}`;
}
