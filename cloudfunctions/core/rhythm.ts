/**
 * Whether this tick of the timer is the first of its stretch of time: what need not be done with every tick is done
 * then. A tick that does not come is made up for by the next one. Pure.
 *
 * @param before when the tick before was, or null where nobody knows
 * @param every epoch ms; 0: every tick is
 */
export function isFirstOfStretch(before: number | null, now: number, every: number): boolean {
  return before === null || every === 0 || Math.floor(before / every) !== Math.floor(now / every);
}
