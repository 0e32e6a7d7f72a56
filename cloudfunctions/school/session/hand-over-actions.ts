import * as v from 'valibot';
import { action } from '../../core/action';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { id } from '../../core/schemas';
import { persons } from '../../people/person/model';
import { command } from './actions';
import { sessions } from './definition';
import { handOver, withoutHost } from './host';
import { tellHandedOver, tellHostGone } from './host-notices';
import type { Session } from './model';
import { actorsOf, hostOf, mayHost } from './planning-actions';
import { scheduleView } from './schedule-view';

/**
 * The power may have been taken between reading who it is and writing it into the class: whoever took
 * it looked for their classes before this one was theirs.
 */
async function stillHosts(context: ActionContext, session: Session): Promise<Session> {
  const { hostId } = session;
  if (hostId === null) return session;
  const host = await context.repository(persons).find(hostId);
  if (host !== null && mayHost(host)) return session;
  const { now, invocation } = context;
  const rid = `${context.rid}:gone`;
  const repository = context.repository(sessions);
  const { doc } = await repository.change(session._id, rid, (stored) =>
    stored.hostId === hostId
      ? tellHostGone(withoutHost(stored, { now, rid, by: 'system' }), invocation, now)
      : stored,
  );
  await carryOut(repository, doc, context.carrier);
  return doc;
}

export const handOverActions = [
  action({
    name: 'session.hand_over',
    kind: 'write',
    contended: true,
    input: v.strictObject({ id, from: v.nullable(id), to: v.nullable(id) }),
    allow: 'school.manage',
    async run(context, { id: sessionId, from, to }) {
      const host = to === null ? null : await hostOf(context, to, 'to');
      const session = await command(context, sessionId, (before, step) =>
        tellHandedOver(before, handOver(before, from, host, step), context.invocation, context.now),
      );
      const held = await stillHosts(context, session);
      return scheduleView(held, actorsOf(context, held), context.now);
    },
  }),
];
