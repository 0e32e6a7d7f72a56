import type { FacilityPoint, VenueTier } from '@contract/words';
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
  /** Seats of the room; `null` until the operator has counted them (S17). */
  capacity: number | null;
  /** The five points as the office has checked them; a point that is missing was not checked (S19). */
  facility: Partial<Record<FacilityPoint, boolean | null>>;
  /** Where the money comes from, of the main venue (S18); `null` until it is known. */
  funding: string | null;
  /** S7: whose place it is and who else may use it, once the office has said. */
  ownerOrg?: string;
  sharedWith?: string[];
}

export const venues: AggregateDefinition<Venue> = {
  collection: 'venues',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

/** Length of a venue's short code (workflows 10.6). */
export const VENUE_CODE_LENGTH = 6;
