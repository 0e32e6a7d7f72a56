import type { ActivityState, HoursState } from '@contract/activity';
import type { Machine } from '../../core/machine';

/** An activity begins and ends by the clock; who organises may call it off before it begins. */
export const activityMachine: Machine<ActivityState, 'begin' | 'end' | 'cancel', 'lead' | 'system'> = {
  name: 'activity',
  initial: 'open',
  terminal: ['ended', 'cancelled'],
  states: {
    open: {
      on: { begin: { to: 'running', by: ['system'] }, cancel: { to: 'cancelled', by: ['lead'] } },
      timers: [{ name: 'startsAt', does: 'begin' }],
    },
    running: { on: { end: { to: 'ended', by: ['system'] } }, timers: [{ name: 'endsAt', does: 'end' }] },
    ended: { on: {} },
    cancelled: { on: {} },
  },
};

export type HoursCommand = 'confirm' | 'correct' | 'not_there' | 'settle' | 'certify';

/**
 * Hours of one volunteer (workflows 2.7): the volunteer confirms the facts, who organised certifies.
 * A certified record can be corrected on request, and is then certified anew.
 */
export const hoursMachine: Machine<HoursState, HoursCommand, 'volunteer' | 'lead'> = {
  name: 'hours',
  initial: 'draft',
  terminal: ['certified', 'absent'],
  states: {
    draft: {
      on: {
        confirm: { to: 'confirmed', by: ['volunteer'] },
        correct: { to: 'asked', by: ['volunteer'] },
        not_there: { to: 'absent', by: ['volunteer'] },
      },
    },
    confirmed: {
      on: {
        correct: { to: 'asked', by: ['volunteer'] },
        certify: { to: 'certified', by: ['lead'] },
      },
    },
    asked: { on: { settle: { to: 'draft', by: ['lead'] } } },
    certified: { on: { correct: { to: 'asked', by: ['volunteer'] } } },
    absent: { on: { correct: { to: 'asked', by: ['volunteer'] } } },
  },
};
