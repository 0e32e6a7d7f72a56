import type { Aggregate, AggregateDefinition } from './aggregate';
import type { RunContext } from './context';
import { carryOut, takeOver } from './effects';
import { describe, log } from './log';
import { countDue, type SweepCount } from './sweep-count';

/** How many documents one tick takes of each collection; the rest waits for the next tick. */
const BATCH = 50;

/**
 * Fires due timers and takes over effects whose lease has passed.
 * @param every how far apart the looks at this collection lie, where it is more than a minute: ms
 */
export async function sweep<Doc extends Aggregate>(
  run: RunContext,
  definition: AggregateDefinition<Doc>,
  every: number = 0,
): Promise<SweepCount> {
  const repository = run.repository(definition);
  const due = await repository.due(run.now, BATCH);
  const count = countDue(due, run.now, every);
  for (const { _id, wakeAt } of due) {
    try {
      // The rid follows from what is due, so that two sweeps at once do it once.
      const rid = `sweep:${wakeAt ?? 0}`;
      const { doc } = await repository.change(_id, rid, (stored) => {
        const timed = definition.onTimer(stored, {
          now: run.now,
          rid,
          settings: run.settings,
          invocation: run.invocation,
        });
        const effects = takeOver(timed.effects, run.invocation, run.now);
        return effects === timed.effects ? timed : { ...timed, effects };
      });
      await carryOut(repository, doc, run.carrier);
    } catch (error) {
      // One document that cannot be woken must not keep the others asleep; it is due again next time.
      count.failed += 1;
      log('not woken', { run: run.invocation, collection: definition.collection, ...describe(error) });
    }
  }
  return count;
}
