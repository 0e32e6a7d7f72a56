/** Longer than this nothing should wait for a timer that comes every minute. */
const LATE_MS = 5 * 60_000;

/** What a tick met in one collection: due, overdue for long, and not to be woken. */
export interface SweepCount {
  seen: number;
  late: number;
  failed: number;
}

/** How many of them are due, and since when. */
export function countDue(due: readonly { wakeAt: number | null }[], now: number): SweepCount {
  const late = due.filter(({ wakeAt }) => wakeAt !== null && wakeAt < now - LATE_MS).length;
  return { seen: due.length, late, failed: 0 };
}
