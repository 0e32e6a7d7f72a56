import type { DraftCommand, DraftState } from '@contract/content';
import type { Machine } from '../../core/machine';

export type DraftActor = 'office' | 'reviewer' | 'committee';

/** S28 初审 → 复审 → 终审 (workflows 10.3: 教务 初/复审, 校委 终审). Three readings by three people (`decide.ts`). */
export const contentMachine: Machine<DraftState, DraftCommand, DraftActor> = {
  name: 'content',
  initial: 'editing',
  terminal: ['approved'],
  states: {
    editing: {
      on: {
        write: { to: 'editing', by: ['office'] },
        submit: { to: 'first', by: ['office'] },
        drop: { to: 'dropped', by: ['office'] },
      },
    },
    first: {
      on: { pass: { to: 'second', by: ['office'] }, send_back: { to: 'editing', by: ['office'] } },
    },
    second: {
      on: { pass: { to: 'final', by: ['reviewer'] }, send_back: { to: 'editing', by: ['reviewer'] } },
    },
    final: {
      on: { pass: { to: 'approved', by: ['committee'] }, send_back: { to: 'editing', by: ['committee'] } },
    },
    approved: { on: {} },
    // What was dropped is taken up again by writing on.
    dropped: { on: { write: { to: 'editing', by: ['office'] } } },
  },
};
