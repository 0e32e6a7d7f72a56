import { dayOf, startOfMonth, startOfWeek } from '../../core/calendar';

export interface Range {
  /** Its first day, `2026-11-23`. */
  day: string;
  /** Epoch ms; `until` is not in it. */
  from: number;
  until: number;
}

const between = (starts: readonly number[]): Range[] =>
  starts.slice(0, -1).map((from, n) => ({ day: dayOf(from), from, until: starts[n + 1] ?? from }));

/** The last weeks, from Monday, the running one last. */
export function lastWeeks(now: number, count: number): Range[] {
  return between(Array.from({ length: count + 1 }, (_, n) => startOfWeek(now, n - count + 1)));
}

/** The last months, the running one last. */
export function lastMonths(now: number, count: number): Range[] {
  return between(Array.from({ length: count + 1 }, (_, n) => startOfMonth(now, n - count + 1)));
}
