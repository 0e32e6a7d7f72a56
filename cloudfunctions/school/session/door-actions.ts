import * as v from 'valibot';
import { action } from '../../core/action';
import { can } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { command } from './actions';
import { sessions } from './definition';
import { atDoor, dismissSteward, isSteward, letIn, matchOf, nameSteward } from './door';
import { consoleOf, mustHost } from './host-actions';
import type { Session } from './model';
import { tellSteward } from './notices';
import { personOfSeat } from './view';

/** The door of one class: its host, and whom the host asked to help. */
function mustKeepDoor(context: ActionContext, session: Session): Session {
  const { caller, now, settings } = context;
  if (isSteward(session, caller.id, now, settings)) return session;
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
      const session = await command(context, sessionId, (before, step) =>
        letIn(mustKeepDoor(context, before), seat, step, context.settings),
      );
      return matchOf(session.holders.find((one) => one.seat === seat) ?? refuse('NOT_ON_ROSTER'));
    },
  }),
];
