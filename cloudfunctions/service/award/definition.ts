import type { AggregateDefinition } from '../../core/aggregate';
import { noted } from './decide';
import type { Nomination } from './model';
import { tellOutcome } from './notices';

/** The notice ends by itself: without an objection it is a commendation. */
export const nominations: AggregateDefinition<Nomination> = {
  collection: 'nominations',
  schema: 1,
  nextTimer: ({ state, until }) => (state === 'publicity' ? until : null),
  onTimer(nomination, { now, rid, invocation }) {
    if (nomination.state !== 'publicity' || nomination.until === null || nomination.until > now)
      return nomination;
    const commended: Nomination = { ...nomination, state: 'commended', decidedAt: now };
    return tellOutcome(noted(commended, { now, rid, by: 'system' }, 'commend'), invocation, now);
  },
};
