import type { NumbersView } from '@contract/numbers';
import type { Track } from '@contract/words';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { birth } from '../../core/birth';

/** The one document with the street's counts: read in one call, however many matters there are. */
export interface Numbers extends Aggregate {
  counted: Counted | null;
  /** Classes that are long over, counted once and for all. Absent: none yet. */
  settled?: Held;
}

/** Classes held, and the seats in which somebody sat, of those that began before `until`. */
export interface Held {
  until: number;
  activities: number;
  visits: number;
}

/** As counted, nothing hidden yet. */
export interface Counted
  extends Omit<NumbersView, 'at' | 'communities' | 'categories' | 'lacking' | 'lackingClasses' | 'sample'> {
  at: number;
  communities: { id: string; solved: number }[];
  categories: { category: NumbersView['categories'][number]['category']; solved: number }[];
  lacking: { category: NumbersView['lacking'][number]['category']; count: number }[];
  /** Absent in counts from before it was counted. */
  lackingClasses?: { track: Track; asking: number }[];
}

export const NUMBERS_ID = 'street';

export const numbers: AggregateDefinition<Numbers> = {
  collection: 'numbers',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

export function noNumbers(now: number): Numbers {
  return {
    ...birth(NUMBERS_ID, numbers.schema, [], now),
    counted: null,
  };
}
