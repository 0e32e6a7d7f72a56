import type { RunContext } from '../../core/context';
import { describe, log } from '../../core/log';
import { countDue, type SweepCount } from '../../core/sweep-count';
import { knock } from './deliver';
import { messages } from './model';

const BATCH = 100;

/** Knocks that waited for the end of the quiet hours. */
export async function sweepInbox(run: RunContext): Promise<SweepCount> {
  const due = await run.repository(messages).due(run.now, BATCH);
  const count = countDue(due, run.now);
  for (const { _id } of due) {
    try {
      await knock(run, _id);
    } catch (error) {
      count.failed += 1;
      log('not knocked', { run: run.invocation, ...describe(error) });
    }
  }
  return count;
}
