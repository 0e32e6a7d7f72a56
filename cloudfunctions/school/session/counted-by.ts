import type { CountedBy } from '@contract/school';
import type { Session, SessionEntry } from './model';

const COUNTS: readonly string[] = ['check_in', 'backfill', 'answer_correction'];
/** Where the class went from one host to the next: `whom` had it until then. */
const HOST_CHANGES: readonly string[] = ['hand_over', 'host_gone'];

/**
 * Who hosted when this was written, whoever hosts now.
 *
 *     zhang counts li ──► zhang hands the class on to wang ──► li reads 班主任, not 教务
 */
function hostThen(session: Session, entry: SessionEntry): string | null {
  const since = session.timeline.slice(session.timeline.indexOf(entry) + 1);
  const change = since.find(({ command }) => HOST_CHANGES.includes(command));
  return change === undefined ? session.hostId : (change.whom ?? null);
}

/**
 * Whoever was counted by somebody else is told by whom (S51): the one at the host's list, who helps at the door, or
 * whoever shares their phone. `null` for who counted themself, and for who is not counted. Pure.
 */
export function countedBy(session: Session, personId: string | null): CountedBy | null {
  const holder = session.holders.find((one) => one.personId === personId);
  if (personId === null || holder?.arrived === undefined) return null;
  const counted = session.timeline.filter(
    ({ whom, command }) => whom === personId && COUNTS.includes(command),
  );
  const last = counted[counted.length - 1];
  if (last === undefined || last.by === personId) return null;
  const { by } = last;
  const { how } = holder.arrived;
  if (how !== 'roster' && how !== 'paper') return 'family';
  if (by === hostThen(session, last)) return 'host';
  // Who has helped at the door may do so no more: that they were asked stays on record.
  const helped = session.timeline.some(({ command, whom }) => command === 'name_steward' && whom === by);
  return helped && how === 'roster' ? 'door' : 'desk';
}
