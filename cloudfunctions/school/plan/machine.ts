import type { PlanState } from '@contract/plan';
import type { Machine } from '../../core/machine';

export type PlanCommand = 'edit' | 'propose' | 'approve' | 'return';
export type PlanActor = 'office' | 'committee';

/** S30 with S26: the office drafts, the committee decides; a year's plan is never closed. */
export const planMachine: Machine<PlanState, PlanCommand, PlanActor> = {
  name: 'plan',
  initial: 'draft',
  terminal: ['approved'],
  states: {
    draft: {
      on: { edit: { to: 'draft', by: ['office'] }, propose: { to: 'proposed', by: ['office'] } },
    },
    proposed: {
      on: { approve: { to: 'approved', by: ['committee'] }, return: { to: 'draft', by: ['committee'] } },
    },
    // The approved classes stand beside it until the next approval.
    approved: { on: { edit: { to: 'draft', by: ['office'] } } },
  },
};
