import { birth } from '../../core/birth';
import type { Opening } from './effects';
import type { Walk } from './model';
import { tellAsked } from './notices';

/** The walk that a booking promises; pure. */
export function asked(opening: Opening, invocation: string, now: number): Walk {
  const { walkId, at, rid, ...facts } = opening;
  const walk: Walk = {
    ...birth(walkId, 1, [opening.bookerId], at),
    ...facts,
    timeline: [{ rid, at, by: opening.bookerId, command: 'ask' }],
    updatedAt: now,
    state: 'asked',
    open: true,
    reason: '',
    lapsed: false,
  };
  return { ...walk, effects: tellAsked(walk, { invocation, now }) };
}
