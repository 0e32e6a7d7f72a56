const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Thursday, 29 October 2026, 14:20 in Shanghai. */
export const SAMPLE_NOW = Date.UTC(2026, 9, 29, 6, 20);

/** Epoch ms of a clock time in Shanghai, `days` after the day of `now`. */
export function at(now: number, days: number, hour: number, minute = 0): number {
  const midnight = Math.floor((now + 8 * HOUR) / DAY) * DAY - 8 * HOUR;
  return midnight + days * DAY + hour * HOUR + minute * 60_000;
}
