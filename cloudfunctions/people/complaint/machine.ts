import type { ComplaintCommand, ComplaintState, ComplaintWord } from '@contract/complaint';
import type { Machine } from '../../core/machine';
import type { ComplaintActor } from './model';

export type AnyComplaintCommand = ComplaintCommand | ComplaintWord | 'escalate' | 'file';

const VOICE = ['voice'] as const;

/** Late, passed up, or not enough: the auditor's. Nothing ends without an answer but by who said it. */
export const complaintMachine: Machine<ComplaintState, AnyComplaintCommand, ComplaintActor> = {
  name: 'complaint',
  initial: 'received',
  alsoInitial: ['escalated'],
  terminal: ['closed', 'withdrawn'],
  states: {
    received: {
      on: {
        take_up: { to: 'taken_up', by: ['desk', 'auditor'] },
        answer: { to: 'answered', by: ['desk', 'auditor'] },
        pass_up: { to: 'escalated', by: ['desk'] },
        escalate: { to: 'escalated', by: ['system'] },
        take_back: { to: 'withdrawn', by: VOICE },
      },
      timers: [{ name: 'complaint.received', does: 'escalate' }],
    },
    taken_up: {
      on: {
        answer: { to: 'answered', by: ['desk', 'auditor'] },
        pass_up: { to: 'escalated', by: ['desk'] },
        escalate: { to: 'escalated', by: ['system'] },
        take_back: { to: 'withdrawn', by: VOICE },
      },
      timers: [{ name: 'complaint.taken_up', does: 'escalate' }],
    },
    escalated: {
      on: { answer: { to: 'answered', by: ['auditor'] }, take_back: { to: 'withdrawn', by: VOICE } },
    },
    answered: {
      on: {
        enough: { to: 'closed', by: VOICE },
        press: { to: 'escalated', by: VOICE },
        file: { to: 'closed', by: ['system'] },
      },
      timers: [{ name: 'complaint.answered', does: 'file' }],
    },
    closed: { on: {} },
    withdrawn: { on: {} },
  },
};
