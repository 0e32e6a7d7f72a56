import type { Swept } from '@contract/words';
import type { RunContext } from '../../core/context';
import { describe, log } from '../../core/log';
import type { SweepCount } from '../../core/sweep-count';
import { noTick, OPERATIONS_ID, operations, ticked } from './model';

/** When the tick before this one was; null where nobody knows, and then everything is looked at. */
export async function lastTick(run: RunContext): Promise<number | null> {
  try {
    return (await run.repository(operations).find(OPERATIONS_ID))?.tickAt ?? null;
  } catch (error) {
    log('last tick unknown', { run: run.invocation, ...describe(error) });
    return null;
  }
}

/** Leaves a note of this tick for 运行情况. A note that cannot be left must not end the tick. */
export async function recordTick(
  run: RunContext,
  before: number | null,
  counted: Readonly<Partial<Record<Swept, SweepCount>>>,
): Promise<void> {
  const { now } = run;
  try {
    const repository = run.repository(operations);
    if (before === null && (await repository.create(ticked(noTick(now), now, counted))).created) return;
    // Two ticks at once: the later one stays.
    await repository.change(OPERATIONS_ID, `tick:${now}`, (doc) =>
      doc.tickAt >= now ? doc : ticked(doc, now, counted),
    );
  } catch (error) {
    log('tick not noted', { run: run.invocation, ...describe(error) });
  }
}
