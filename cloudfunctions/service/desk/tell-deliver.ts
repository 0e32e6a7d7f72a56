import { LIMITS } from '@contract/limits';
import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { roleKey, WHOLE_STREET } from '../../core/permissions';
import { deliver } from '../../people/inbox/deliver';
import { persons } from '../../people/person/model';

/** The effect `tell_desk`: one message for each who holds the desk of that community, once each. */
export async function tellDesks(run: RunContext, effect: Effect): Promise<void> {
  const { communityId, title, text, link } = effect.data;
  if (typeof communityId !== 'string') throw new Error('no desk');
  const keys = [communityId, WHOLE_STREET].map((scope) => roleKey({ role: 'dispatcher', scope }));
  const found = await run
    .repository(persons)
    .list({ where: { roleKeys: run.database.command.in(keys) }, limit: LIMITS.page });
  for (const { _id: to } of found) {
    const data = { to, template: 'progress', title, text, link, urgent: false };
    await deliver(run, { ...effect, id: `${effect.id}:${to}`, data });
  }
}
