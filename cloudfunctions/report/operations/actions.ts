import * as v from 'valibot';
import { action } from '../../core/action';
import { DAY, MINUTE } from '../../core/calendar';
import { messages } from '../../people/inbox/model';
import { requests } from '../../service/request/definition';
import { OPERATIONS_ID, operations } from './model';

/** The timer comes every minute (cloudbaserc.json); a few that were missed are no alarm. */
const STOPPED_AFTER = 5 * MINUTE;

export const operationsActions = [
  action({
    name: 'operations.get',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'operations.read',
    async run(context) {
      const _ = context.database.command;
      const [tick, sent, unchecked] = await Promise.all([
        context.repository(operations).find(OPERATIONS_ID),
        context
          .repository(messages)
          .tally(
            { 'push.state': _.in(['lost', 'refused']), 'push.at': _.gte(context.now - DAY) },
            { state: '$push.state' },
          ),
        context.repository(requests).count({ state: 'manual_review' }),
      ]);
      const count = (state: string) => sent.find(({ of }) => of.state === state)?.count ?? 0;
      const counts = tick?.counts ?? [];
      const some = (of: 'late' | 'failed') =>
        counts.filter((one) => one[of] > 0).map((one) => ({ what: one.what, count: one[of] }));
      return {
        tickAt: tick?.tickAt ?? null,
        stopped: tick === null || tick.tickAt < context.now - STOPPED_AFTER,
        late: some('late'),
        failed: some('failed'),
        messages: { lost: count('lost'), refused: count('refused') },
        unchecked,
      };
    },
  }),
];
