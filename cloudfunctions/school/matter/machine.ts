import type { MatterState } from '@contract/governance';
import type { Machine } from '../../core/machine';

export type MatterActor = 'office' | 'member';
export type MatterCommand = 'sign' | 'amend' | 'withdraw' | 'carry' | 'turn_down';

/**
 * S26: the office proposes, members sign for themselves. `carry` and `turn_down` are what the last
 * signature that was wanting does (`decide.ts`); nobody gives them, and no timer does.
 */
export const matterMachine: Machine<MatterState, MatterCommand, MatterActor> = {
  name: 'matter',
  initial: 'signing',
  terminal: ['carried', 'not_carried', 'withdrawn'],
  states: {
    signing: {
      on: {
        sign: { to: 'signing', by: ['member'] },
        amend: { to: 'signing', by: ['office'] },
        withdraw: { to: 'withdrawn', by: ['office'] },
        carry: { to: 'carried', by: ['member'] },
        turn_down: { to: 'not_carried', by: ['member'] },
      },
    },
    carried: { on: {} },
    not_carried: { on: {} },
    withdrawn: { on: {} },
  },
};
