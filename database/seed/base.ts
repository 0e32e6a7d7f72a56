import type { Aggregate } from '../../cloudfunctions/core/aggregate';
import { birth } from '../../cloudfunctions/core/birth';

/** The fields that every document of the seed begins with: of the first shape, and nobody's. */
export function base(id: string, now: number): Aggregate {
  return birth(id, 1, [], now);
}
