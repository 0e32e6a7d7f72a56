import type { DangerKind } from '@contract/words';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';

/** A community that nobody has named: every desk of the street sees it. */
export const ANYWHERE = '*';

export interface Danger extends Aggregate {
  kind: DangerKind;
  word: string;
  personId: string;
  /** L2, masked already. */
  who: string;
  hasPhone: boolean;
  /** A community's id, or `ANYWHERE`. */
  communityId: string;
  saidAt: number;
  late: boolean;
  open: boolean;
  called: { at: number; by: string; note: string } | null;
  /** Who looked at the phone and the door, and when. */
  reads: { rid: string; by: string; at: number }[];
}

export const dangers: AggregateDefinition<Danger> = {
  collection: 'dangers',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};
