import type { Aggregate, AggregateDefinition } from './aggregate';
import type { RunContext } from './context';
import type { Condition } from './repository';

const BATCH = 50;

/**
 * Everything that fits, some at a time, by its id: however many there are and whatever else they have in common,
 * none is passed over. What is done to one may change everything of it but its id.
 */
export async function eachOf<Doc extends Aggregate>(
  run: RunContext,
  definition: AggregateDefinition<Doc>,
  where: Condition,
  touch: (doc: Doc) => Promise<void>,
): Promise<void> {
  let after = '';
  for (;;) {
    const found = await run.repository(definition).list({
      where: { ...where, _id: run.database.command.gt(after) },
      order: [['_id', 'asc']],
      limit: BATCH,
      without: ['timeline', 'effects'],
    });
    for (const doc of found) await touch(doc);
    const last = found.at(-1);
    if (found.length < BATCH || last === undefined) return;
    after = last._id;
  }
}
