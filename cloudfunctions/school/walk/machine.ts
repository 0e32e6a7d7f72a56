import type { WalkCommand, WalkState } from '@contract/route';
import type { Machine } from '../../core/machine';

/** `lapse` and `finish` are the clock's. */
export type WalkStep = WalkCommand | 'lapse' | 'finish';
export type WalkActor = 'booker' | 'answerer' | 'office' | 'system';

/** A group's walk to one stop (S20). Declining a promise is possible: an old person may fall ill. */
export const walkMachine: Machine<WalkState, WalkStep, WalkActor> = {
  name: 'walk',
  initial: 'asked',
  terminal: ['declined', 'cancelled', 'done'],
  states: {
    asked: {
      on: {
        confirm: { to: 'confirmed', by: ['answerer'] },
        decline: { to: 'declined', by: ['answerer', 'office'] },
        cancel: { to: 'cancelled', by: ['booker'] },
        lapse: { to: 'declined', by: ['system'] },
      },
      timers: [{ name: 'answerBy', does: 'lapse' }],
    },
    confirmed: {
      on: {
        decline: { to: 'declined', by: ['answerer', 'office'] },
        cancel: { to: 'cancelled', by: ['booker'] },
        finish: { to: 'done', by: ['system'] },
      },
      timers: [{ name: 'dayEnds', does: 'finish' }],
    },
    declined: { on: {} },
    cancelled: { on: {} },
    done: { on: {} },
  },
};
