import type { AwardCommand, AwardState } from '@contract/award';
import type { Machine } from '../../core/machine';

export type AwardActor = 'desk' | 'committee' | 'anyone' | 'auditor' | 'system';

/**
 * state-machines.json `award` (S75). Two different members carry what the committee decides: the
 * first voice is written down and stays in the state, the second one moves it (`decide.ts`).
 */
export const awardMachine: Machine<AwardState, AwardCommand | 'commend', AwardActor> = {
  name: 'award',
  initial: 'nominated',
  terminal: ['commended', 'not_adopted'],
  states: {
    nominated: { on: { take_up: { to: 'verifying', by: ['desk'] } } },
    verifying: {
      on: { verify: { to: 'committee', by: ['desk'] }, turn_down: { to: 'not_adopted', by: ['desk'] } },
    },
    committee: {
      on: {
        agree: { to: 'publicity', by: ['committee'] },
        disagree: { to: 'not_adopted', by: ['committee'] },
      },
    },
    publicity: {
      on: { object: { to: 'objection', by: ['anyone'] }, commend: { to: 'commended', by: ['system'] } },
      timers: [{ name: 'until', does: 'commend' }],
    },
    objection: {
      on: {
        reconsider: { to: 'committee', by: ['auditor'] },
        uphold: { to: 'not_adopted', by: ['auditor'] },
      },
    },
    commended: { on: {} },
    not_adopted: { on: {} },
  },
};
