import type { Slot } from '@contract/faculty';
import type { Consent } from '@contract/route';
import type { Engagement, FacultyBatch, TeachingStyle } from '@contract/words';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';

/** Somebody of the faculty (S33–S38). `people` holds the account that said yes. */
export interface Teacher extends Aggregate {
  name: string;
  batch: FacultyBatch;
  source: string;
  engagement: Engagement;
  styles: TeachingStyle[];
  consent: Consent;
  accountId: string | null;
  invitation: string | null;
  slots: Slot[];
  /** 师资聘任 by a decision of the committee (S26); absent before. */
  appointed?: { at: number; matterId: string };
  /** S7: whose person it is and who else may ask for them, once the office has said. */
  ownerOrg?: string;
  sharedWith?: string[];
}

export const teachers: AggregateDefinition<Teacher> = {
  collection: 'teachers',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};
