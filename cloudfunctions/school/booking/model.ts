import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { dayOf } from '../../core/calendar';
import { derivedId } from '../../core/ids';

export type ResourceKind = 'venue' | 'teacher';

/** A stretch of time that a class has taken of a room or of a teacher. */
export interface Claim {
  sessionId: string;
  title: string;
  startsAt: number;
  endsAt: number;
  /** When it was taken: a claim whose class was never written grows stale. */
  at: number;
}

/**
 * What is taken of one room or one teacher in one month. Two offices that want the same evening meet in
 * this document. How much of a month a storyteller gives stands in their stop (`route/classes.ts`). The classes themselves are the
 * truth; this is the lock.
 */
export interface Booking extends Aggregate {
  kind: ResourceKind;
  resourceId: string;
  /** `2026-12` */
  month: string;
  claims: readonly Claim[];
}

export const bookings: AggregateDefinition<Booking> = {
  collection: 'bookings',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

export const monthOfTime = (time: number) => dayOf(time).slice(0, 7);

export function bookingId(kind: ResourceKind, resourceId: string, startsAt: number): string {
  return derivedId('booking', kind, resourceId, monthOfTime(startsAt));
}
