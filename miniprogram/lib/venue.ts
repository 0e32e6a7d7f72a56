import { VENUE_TIERS, type VenueTier } from '../contract/words';
import type { Named } from './community';
import { named } from './text';

interface Place extends Named {
  tier: VenueTier;
  communityId: string | null;
}

/**
 * What a teaching point is called. Two without a name are told apart by the community that they serve, and where that
 * has no name either, by their number among those of their kind (S15 knows one of three).
 */
export function venueWord(
  { id, name, tier, communityId }: Place,
  venues: readonly Place[],
  communities: readonly Named[],
): string {
  if (name !== null) return name;
  const community = communities.find((one) => one.id === communityId)?.name ?? null;
  if (community !== null) return named(`${community}教学点`, null);
  const alike = venues.filter((other) => other.tier === tier);
  return named(`${VENUE_TIERS[tier]} ${alike.findIndex((one) => one.id === id) + 1}`, null);
}
