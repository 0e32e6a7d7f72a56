/** Longer than this nothing should wait for a timer that looks every minute. */
const LATE_MS = 5 * 60_000;

/** What a tick met in one collection: due, overdue for long, and not to be woken. */
export interface SweepCount {
  seen: number;
  late: number;
  failed: number;
}

/**
 * How many of them are due, and since when.
 * @param every between two looks more than a minute may lie: ms
 */
export function countDue(
  due: readonly { wakeAt: number | null }[],
  now: number,
  every: number = 0,
): SweepCount {
  const late = due.filter(({ wakeAt }) => wakeAt !== null && wakeAt < now - LATE_MS - every).length;
  return { seen: due.length, late, failed: 0 };
}
