import type { DecisionCommand, DecisionState } from '@contract/roundtable';
import type { Machine } from '../../core/machine';

export type DecisionStep = DecisionCommand | 'refuse' | 'lapse' | 'file';
export type DecisionActor = 'owner' | 'host' | 'system';

/** Nobody is given a task: the owner says yes, or it is somebody else's (G5). */
export const decisionMachine: Machine<DecisionState, DecisionStep, DecisionActor> = {
  name: 'decision',
  initial: 'asked',
  alsoInitial: ['agreed'],
  terminal: ['declined', 'withdrawn', 'filed'],
  states: {
    asked: {
      on: {
        answer: { to: 'agreed', by: ['owner'] },
        refuse: { to: 'declined', by: ['owner'] },
        withdraw: { to: 'withdrawn', by: ['host'] },
        lapse: { to: 'declined', by: ['system'] },
      },
      timers: [{ name: 'decision.unanswered', does: 'lapse' }],
    },
    agreed: {
      on: {
        explain: { to: 'agreed', by: ['owner'] },
        file: { to: 'filed', by: ['system'] },
      },
      timers: [
        { name: 'decision.due', does: 'remind' },
        { name: 'decision.file', does: 'file' },
      ],
    },
    declined: { on: {} },
    withdrawn: { on: {} },
    filed: { on: {} },
  },
};
