import type { Swept } from '@contract/words';
import type { RunContext } from '../../core/context';
import { describe, log } from '../../core/log';
import type { SweepCount } from '../../core/sweep-count';
import { OPERATIONS_ID, operations, tickOf } from './model';

/**
 * Leaves a note of this tick for 运行情况. A note that cannot be left must not end the tick.
 * @returns when the tick before was, or null where nobody knows
 */
export async function recordTick(
  run: RunContext,
  counted: Readonly<Record<Swept, SweepCount>>,
): Promise<number | null> {
  let before: number | null = null;
  const tick = tickOf(run.now, counted);
  try {
    const repository = run.repository(operations);
    const { created } = await repository.create(tick);
    if (created) return null;
    const { tickAt, counts } = tick;
    await repository.change(OPERATIONS_ID, `tick:${run.now}`, (doc) => {
      before = doc.tickAt;
      // Two ticks at once: the later one stays.
      return doc.tickAt >= tickAt ? doc : { ...doc, tickAt, counts };
    });
  } catch (error) {
    log('tick not noted', { run: run.invocation, ...describe(error) });
  }
  return before;
}
