import type { DangerKind } from '@contract/words';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';

export interface Danger extends Aggregate {
  kind: DangerKind;
  word: string;
  personId: string;
  /** L2, masked already. */
  who: string;
  hasPhone: boolean;
  /** A community's id, or `WHOLE_STREET` when nobody has named one: every desk sees it. */
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
