import type { Swept } from '@contract/words';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { birth } from '../../core/birth';
import type { SweepCount } from '../../core/sweep-count';

/** When the timer came last, and what it found where it looked last; one document. */
export interface Operations extends Aggregate {
  tickAt: number;
  counts: { what: Swept; seen: number; late: number; failed: number }[];
}

export const OPERATIONS_ID = 'sweep';

export const operations: AggregateDefinition<Operations> = {
  collection: 'operations',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

/** A tick that looked at these collections; of the others what was found last stays. Pure. */
export function ticked(
  { counts, ...before }: Operations,
  now: number,
  counted: Readonly<Partial<Record<Swept, SweepCount>>>,
): Operations {
  // The keys of a record are its type's.
  const found = (Object.entries(counted) as [Swept, SweepCount][])
    .filter(([, { seen }]) => seen > 0)
    .map(([what, count]) => ({ what, ...count }));
  return { ...before, tickAt: now, counts: [...counts.filter(({ what }) => !(what in counted)), ...found] };
}

export const noTick = (now: number): Operations => ({
  ...birth(OPERATIONS_ID, operations.schema, [], now),
  tickAt: now,
  counts: [],
});
