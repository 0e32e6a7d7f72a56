import type { RunContext } from '../../core/context';
import { describe, log } from '../../core/log';
import { knock } from './deliver';
import { messages } from './model';

/** Knocks that waited for the end of the quiet hours. */
export async function sweepInbox(run: RunContext): Promise<number> {
  const due = await run.repository(messages).list({
    where: { wakeAt: run.database.command.lte(run.now) },
    order: [['wakeAt', 'asc']],
    limit: 100,
  });
  for (const { _id } of due) {
    try {
      await knock(run, _id);
    } catch (error) {
      log('not knocked', { run: run.invocation, ...describe(error) });
    }
  }
  return due.length;
}
