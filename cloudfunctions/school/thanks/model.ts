import type { Aggregate, AggregateDefinition } from '../../core/aggregate';

/** One sentence after class, by somebody who was there (S38). Who said it is not shown. */
export interface Thanks extends Aggregate {
  sessionId: string;
  title: string;
  teacherId: string | null;
  text: string;
}

export const thanks: AggregateDefinition<Thanks> = {
  collection: 'thanks',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};
