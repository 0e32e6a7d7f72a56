import type { Half, WalkState } from '@contract/route';
import type { Route } from '@contract/words';
import type { Aggregate } from '../../core/aggregate';

/** One group at one stop on one day. Holds no address and no telephone: the community leads the way. */
export interface Walk extends Aggregate {
  stopId: string;
  stopName: string;
  stopTitle: string | null;
  stopKind: 'place' | 'person';
  route: Route;
  safety: string | null;
  /** `office`, or the id of the storyteller who answers. */
  desk: string;
  bookerId: string;
  startsAt: number;
  half: Half;
  size: number;
  group: string;
  communityId: string;
  state: WalkState;
  /** Asked or confirmed. */
  open: boolean;
  reason: string;
  lapsed: boolean;
}

export const OFFICE_DESK = 'office';
