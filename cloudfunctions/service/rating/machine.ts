import type { RectifyState } from '@contract/rating';
import type { Machine } from '../../core/machine';

export type RectifyActor = 'desk';
export type RectifyCommand = 'mend_now' | 'mend_by' | 'explain' | 'fixed';

/** 回访核实 → 立行立改 / 台账限期 / 解释说明 → 反馈 (workflows 2.4). */
export const rectifyMachine: Machine<RectifyState, RectifyCommand, RectifyActor> = {
  name: 'rectify',
  initial: 'calling',
  terminal: ['fixed', 'explained'],
  states: {
    calling: {
      on: {
        mend_now: { to: 'fixed', by: ['desk'] },
        mend_by: { to: 'promised', by: ['desk'] },
        explain: { to: 'explained', by: ['desk'] },
      },
      timers: [{ name: 'rectify.limit', does: 'remind' }],
    },
    promised: {
      on: { fixed: { to: 'fixed', by: ['desk'] }, mend_by: { to: 'promised', by: ['desk'] } },
      timers: [{ name: 'rectify.promised', does: 'remind' }],
    },
    fixed: { on: {} },
    explained: { on: {} },
  },
};
