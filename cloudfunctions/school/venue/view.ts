import type { VenueCard } from '@contract/school';
import type { Venue } from './model';

export function venueCard(venue: Venue): VenueCard {
  return {
    id: venue._id,
    name: venue.name,
    alias: venue.alias,
    tier: venue.tier,
    communityId: venue.communityId,
    place: venue.place,
    access: venue.access,
    capacity: venue.capacity,
    sample: venue.sample,
  };
}
