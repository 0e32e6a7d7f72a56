import type { Swept } from '@contract/words';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { birth } from '../../core/birth';
import type { SweepCount } from '../../core/sweep-count';

/** What the timer found and did in its last tick; one document. */
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

export function tickOf(now: number, counted: Readonly<Record<Swept, SweepCount>>): Operations {
  return {
    ...birth(OPERATIONS_ID, operations.schema, [], now),
    tickAt: now,
    // The keys of a record are its type's, all of them.
    counts: (Object.entries(counted) as [Swept, SweepCount][])
      .filter(([, { seen }]) => seen > 0)
      .map(([what, count]) => ({ what, ...count })),
  };
}
