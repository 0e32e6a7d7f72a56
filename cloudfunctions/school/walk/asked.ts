import type { Opening } from './effects';
import type { Walk } from './model';
import { tellAsked } from './notices';

/** The walk that a booking promises; pure. */
export function asked(opening: Opening, invocation: string, now: number): Walk {
  const { walkId, at, rid, ...facts } = opening;
  const walk: Walk = {
    ...facts,
    _id: walkId,
    schema: 1,
    version: 1,
    people: [opening.bookerId],
    timeline: [{ rid, at, by: opening.bookerId, command: 'ask' }],
    effects: [],
    wakeAt: null,
    createdAt: at,
    updatedAt: now,
    state: 'asked',
    open: true,
    reason: '',
    lapsed: false,
  };
  return { ...walk, effects: tellAsked(walk, { invocation, now }) };
}
