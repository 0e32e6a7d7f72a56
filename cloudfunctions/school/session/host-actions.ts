import { LIMITS } from '@contract/limits';
import type { ConsoleView } from '@contract/school';
import * as v from 'valibot';
import { action } from '../../core/action';
import { DAY } from '../../core/calendar';
import { can, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { id, lines, someText } from '../../core/schemas';
import { reasonShown, screened } from '../../core/screening';
import { venues } from '../venue/model';
import { command } from './actions';
import { withFreed } from './booking-actions';
import { arrive, checkInWindow, momentOf, unmark } from './check-in';
import { sessions } from './definition';
import { digitsNow } from './digits';
import { tellEdited } from './edit-notice';
import { cancel, edit, newLines } from './host';
import type { Session } from './model';
import { tellCancelled } from './notices';
import { HEAVY, readerOf, viewOf, visible } from './read';
import { rotatingCode } from './rotating-code';
import { consoleView, personOfSeat, sessionCard } from './view';

/** The host's desk: only the session's own host and the school office. */

/** @throws NOT_ALLOWED, NOT_FOUND: of a plan of somebody else not even that there is one is told */
export function mustHost(context: ActionContext, session: Session): Session {
  const own = session.hostId !== null && session.hostId === context.caller.id;
  if (own || can(context.caller, 'session.oversee')) return session;
  visible(session);
  return refuse('NOT_ALLOWED');
}

export async function consoleOf(context: ActionContext, session: Session): Promise<ConsoleView> {
  return consoleView(session, await viewOf(context, session), context.now, context.settings);
}

export const hostActions = [
  action({
    name: 'session.hosting',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'session.host',
    async run(context) {
      const _ = context.database.command;
      const all = can(context.caller, 'session.oversee');
      const shelved = (shelf: 'coming' | 'past', since: number) =>
        context.repository(sessions).list({
          where: {
            shelf,
            startsAt: _.gt(context.now - since),
            ...(all ? {} : { hostId: personId(context.caller) }),
          },
          order: [['startsAt', shelf === 'coming' ? 'asc' : 'desc']],
          limit: LIMITS.page,
          without: HEAVY,
        });
      const [coming, past, reader] = await Promise.all([
        shelved('coming', DAY),
        // A class of seven days ago can still be put right; the day more is for its length.
        shelved('past', (context.settings.correctionDays + 1) * DAY),
        readerOf(context),
      ]);
      const cards = (list: readonly Session[]) =>
        list.map((session) => sessionCard(session, reader(session)));
      return { items: cards(coming), past: cards(past) };
    },
  }),
  action({
    name: 'session.console',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'session.host',
    run: async (context, input) =>
      consoleOf(context, mustHost(context, await context.repository(sessions).load(input.id))),
  }),
  action({
    name: 'session.code',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'session.host',
    async run(context, input) {
      const session = mustHost(context, await context.repository(sessions).load(input.id));
      const { opensAt, closesAt } = checkInWindow(session, context.settings);
      if (context.now < opensAt) refuse('CHECK_IN_EARLY', { at: opensAt });
      if (context.now > closesAt) refuse('CHECK_IN_LATE', { at: closesAt });
      return {
        ...rotatingCode(session._id, context.now, context.vault, context.settings),
        ...digitsNow(session._id, context.now, context.vault, context.settings),
      };
    },
  }),
  action({
    name: 'session.mark',
    kind: 'write',
    contended: true,
    input: v.strictObject({ id, seat: id, arrived: v.boolean() }),
    allow: 'session.host',
    async run(context, input) {
      const session = await command(context, input.id, (before, step) => {
        mustHost(context, before);
        const person = personOfSeat(before, input.seat) ?? refuse('NOT_ON_ROSTER');
        const when = momentOf(before, context.occurredAt, step.now, context.settings);
        return input.arrived
          ? arrive(before, person, 'roster', step, context.settings, when)
          : unmark(before, person, step, when);
      });
      return consoleOf(context, session);
    },
  }),
  action({
    name: 'session.edit',
    kind: 'write',
    contended: true,
    input: v.strictObject({
      id,
      version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
      bring: v.exactOptional(lines),
      agenda: v.exactOptional(lines),
      capacity: v.exactOptional(
        v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(LIMITS.capacity)),
      ),
      familyWelcome: v.exactOptional(v.boolean()),
    }),
    allow: 'session.host',
    async run(context, input) {
      const { venueId, ...seen } = mustHost(context, await context.repository(sessions).load(input.id));
      await screened(context, newLines(seen, input).join('\n'), 'bring');
      const room = input.capacity === undefined ? null : await context.repository(venues).find(venueId);
      const session = await command(context, input.id, (before, step) => {
        const own = mustHost(context, before);
        const after = edit(own, input, input.version, room?.capacity ?? null, step);
        return tellEdited(before, after, context.invocation, context.now);
      });
      return consoleOf(context, session);
    },
  }),
  action({
    name: 'session.cancel',
    kind: 'write',
    input: v.strictObject({ id, reason: someText(LIMITS.reason) }),
    allow: 'session.host',
    async run(context, input) {
      mustHost(context, await context.repository(sessions).load(input.id));
      // It goes into the messages of all who have a seat or wait for one.
      const reason = await reasonShown(context, input.reason, 'reason');
      const session = await command(context, input.id, (before, step) => {
        const after = cancel(mustHost(context, before), reason, step);
        if (after === before) return before;
        const freed = withFreed(before, after, context.invocation, context.now);
        return tellCancelled(freed, reason, before.shelf === 'coming', context.invocation, context.now);
      });
      return consoleOf(context, session);
    },
  }),
];
