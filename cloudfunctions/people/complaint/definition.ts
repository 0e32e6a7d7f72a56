import type { AggregateDefinition } from '../../core/aggregate';
import { DAY } from '../../core/calendar';
import type { Settings } from '../../core/settings';
import { decide } from './decide';
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
  nextTimer: dueAt,
  onTimer(complaint, { now, rid, settings, invocation }) {
    const at = dueAt(complaint, settings);
    if (at === null || at > now) return complaint;
    const command = complaint.state === 'answered' ? 'file' : 'escalate';
    const actors = new Set(['system'] as const);
    return decide(complaint, { command }, { now, rid, by: 'system', actors, settings, invocation });
  },
};
