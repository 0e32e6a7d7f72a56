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
}

export const teachers: AggregateDefinition<Teacher> = {
  collection: 'teachers',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};
