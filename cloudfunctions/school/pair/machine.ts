import type { PairCommand, PairState } from '@contract/home-lesson';
import type { Machine } from '../../core/machine';

export type PairStep = PairCommand | 'ask' | 'lapse';
export type PairActor = 'asker' | 'asked' | 'system';

const EITHER = ['asker', 'asked'] as const;

/** S49: paired by the word of both, ended by the word of one. */
export const pairMachine: Machine<PairState, PairStep, PairActor> = {
  name: 'pair',
  initial: 'asked',
  terminal: ['declined', 'ended'],
  states: {
    asked: {
      on: {
        agree: { to: 'paired', by: ['asked'] },
        refuse: { to: 'declined', by: ['asked'] },
        take_back: { to: 'ended', by: ['asker'] },
        lapse: { to: 'ended', by: ['system'] },
      },
      timers: [{ name: 'pair.unanswered', does: 'lapse' }],
    },
    paired: { on: { end: { to: 'ended', by: EITHER } } },
    // Who said no is not asked again and again: only they can come back to it.
    declined: { on: { ask: { to: 'asked', by: ['asked'] } } },
    ended: { on: { ask: { to: 'asked', by: EITHER } } },
  },
};
