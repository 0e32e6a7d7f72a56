import * as v from 'valibot';
import { action } from '../../core/action';
import { can } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { command } from './actions';
import { momentOf } from './check-in';
import { sessions } from './definition';
import { atDoor, dismissSteward, isSteward, letIn, matchOf, nameSteward } from './door';
import { consoleOf, mustHost } from './host-actions';
import type { Session } from './model';
import { tellSteward } from './notices';
import { personOfSeat } from './view';

/** The door of one class: its host, and whom the host asked to help. */
function mustKeepDoor(context: ActionContext, session: Session, when = context.now): Session {
  const { caller, settings } = context;
  if (isSteward(session, caller.id, when, settings)) return session;
  return can(caller, 'session.host') ? mustHost(context, session) : refuse('NOT_ALLOWED');
}

export const doorActions = [
  action({
    name: 'session.steward',
    kind: 'write',
    input: v.strictObject({ id, seat: id, on: v.boolean() }),
    allow: 'session.host',
    async run(context, { id: sessionId, seat, on }) {
      const session = await command(context, sessionId, (before, step) => {
        mustHost(context, before);
        const person = personOfSeat(before, seat) ?? refuse('NOT_ON_ROSTER');
        if (!on) return dismissSteward(before, person, step);
        const after = nameSteward(before, person, step, context.settings);
        return after === before ? before : tellSteward(after, person, context.invocation, context.now);
      });
      return consoleOf(context, session);
    },
  }),
  action({
    name: 'session.door',
    kind: 'read',
    input: v.strictObject({ id, said: v.pipe(v.string(), v.regex(/^(\p{L}|\d{4})$/u)) }),
    allow: 'person',
    async run(context, { id: sessionId, said }) {
      const session = await context.repository(sessions).load(sessionId);
      return atDoor(mustKeepDoor(context, session), said);
    },
  }),
  action({
    name: 'session.door_mark',
    kind: 'write',
    input: v.strictObject({ id, seat: id }),
    allow: 'person',
    async run(context, { id: sessionId, seat }) {
      const session = await command(context, sessionId, (before, step) => {
        // What was tapped in class and waited for a network counts as it was tapped, also after class.
        const when = momentOf(before, context.occurredAt, step.now, context.settings);
        return letIn(mustKeepDoor(context, before, when), seat, step, context.settings, when);
      });
      return matchOf(session.holders.find((one) => one.seat === seat) ?? refuse('NOT_ON_ROSTER'));
    },
  }),
];
