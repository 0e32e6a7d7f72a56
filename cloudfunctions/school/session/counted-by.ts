import type { CountedBy } from '@contract/school';
import type { Session } from './model';

const COUNTS: readonly string[] = ['check_in', 'backfill', 'answer_correction'];

/**
 * Whoever was counted by somebody else is told by whom (S51): the one at the host's list, who helps at the door, or
 * whoever shares their phone. `null` for who counted themself, and for who is not counted. Pure.
 */
export function countedBy(session: Session, personId: string | null): CountedBy | null {
  const holder = session.holders.find((one) => one.personId === personId);
  if (personId === null || holder?.arrived === undefined) return null;
  const entry = session.timeline.filter(({ whom, command }) => whom === personId && COUNTS.includes(command));
  const by = entry[entry.length - 1]?.by ?? personId;
  if (by === personId) return null;
  const { how } = holder.arrived;
  if (how !== 'roster' && how !== 'paper') return 'family';
  if (by === session.hostId) return 'host';
  // Who has helped at the door may do so no more: that they were asked stays on record.
  const helped = session.timeline.some(({ command, whom }) => command === 'name_steward' && whom === by);
  return helped && how === 'roster' ? 'door' : 'desk';
}
