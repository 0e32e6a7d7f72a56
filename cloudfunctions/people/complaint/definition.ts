import type { AggregateDefinition } from '../../core/aggregate';
import { DAY } from '../../core/calendar';
import type { Settings } from '../../core/settings';
import { decide, explained, explainsAt } from './decide';
import { complaintMachine } from './machine';
import type { Complaint } from './model';

/** When the timer of the state fires, `null` where none is. */
function dueAt({ state, promisedFor, answeredAt }: Complaint, settings: Settings): number | null {
  if (complaintMachine.states[state].timers === undefined) return null;
  return state === 'answered' ? (answeredAt ?? 0) + settings.complaintReplyDays * DAY : promisedFor;
}

export const complaints: AggregateDefinition<Complaint> = {
  collection: 'complaints',
  schema: 1,
  nextTimer(complaint, settings) {
    const times = [dueAt(complaint, settings), explainsAt(complaint, settings)].filter((at) => at !== null);
    return times.length === 0 ? null : Math.min(...times);
  },
  onTimer(stored, { now, rid, settings, invocation }) {
    const system = { now, by: 'system', actors: new Set(['system'] as const), settings, invocation };
    const says = explainsAt(stored, settings);
    const complaint =
      says !== null && says <= now ? explained(stored, { ...system, rid: `${rid}:explain:${says}` }) : stored;
    const at = dueAt(complaint, settings);
    if (at === null || at > now) return complaint;
    const command = complaint.state === 'answered' ? 'file' : 'escalate';
    return decide(complaint, { command }, { ...system, rid });
  },
};
