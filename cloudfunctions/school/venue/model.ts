import type { VenueTier } from '@contract/words';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';

/** A teaching point of the 1+3+N network (S13–S17). */
export interface Venue extends Aggregate {
  /** `null`: the seed does not say. */
  name: string | null;
  alias: string | null;
  tier: VenueTier;
  communityId: string | null;
  /** L0. Readable address, `null` until the operator fills it in. */
  place: string | null;
  /** 一楼, 有坡道 … */
  access: string[];
  /** On the poster: scene `v=CODE`; can be replaced when a poster was copied. */
  code: string;
  order: number;
}

export const venues: AggregateDefinition<Venue> = {
  collection: 'venues',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

/** Length of a venue's short code (workflows 10.6). */
export const VENUE_CODE_LENGTH = 6;
