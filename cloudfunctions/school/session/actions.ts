import { LIMITS } from '@contract/limits';
import type { SessionView } from '@contract/school';
import { PROGRAMS } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { hasRid } from '../../core/aggregate';
import { HOUR } from '../../core/calendar';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { derivedId } from '../../core/ids';
import { paged } from '../../core/page';
import { refuse } from '../../core/refusal';
import { cursor, id, oneOf } from '../../core/schemas';
import type { Person } from '../../people/person/model';
import { mustKnow } from '../../people/person/read';
import { maskedName } from '../../people/person/show';
import { sessions } from './definition';
import { standsLast } from './missed';
import type { Session, Waiting } from './model';
import { tellOffers } from './notices';
import { HEAVY, readerOf, stepOf, viewOf, visible } from './read';
import { accept, enrolmentOf, leave, pass, type Step } from './seats';
import { joinQueue, takeSeat } from './take';
import { sessionCard } from './view';

/** What anybody does with a session. The host's side is in `host-actions.ts`. */

const One = v.strictObject({ id });

/** A versioned command of one person, with what others are to be told. */
export async function command(
  context: ActionContext,
  sessionId: string,
  decide: (session: Session, step: Step) => Session,
): Promise<Session> {
  const repository = context.repository(sessions);
  const { doc } = await repository.change(sessionId, context.rid, (before) => {
    const after = decide(before, stepOf(context));
    return after === before ? before : tellOffers(before, after, context.invocation, context.now);
  });
  await carryOut(repository, doc, context.carrier);
  return doc;
}

export async function asWaiting(context: ActionContext, sessionId: string): Promise<Waiting> {
  return waitingOf(await mustKnow(context), sessionId, context.now);
}

export function waitingOf({ _id, name, sample, elder }: Person, sessionId: string, at: number): Waiting {
  return {
    personId: _id,
    seat: derivedId('seat', sessionId, _id).slice(0, 10),
    name: maskedName(name, sample) || '没留姓名',
    elder,
    at,
  };
}

/** Says why a guarded write did not match, from one read. */
function whyNot(session: Session, one: Waiting, context: ActionContext): Session {
  const mine = enrolmentOf(session, one.personId);
  if (mine.is !== 'none' || hasRid(session, context.rid)) return session;
  if (session.state !== 'open')
    refuse(session.state === 'running' || session.state === 'ended' ? 'SESSION_STARTED' : 'SESSION_NOT_OPEN');
  if (context.now >= session.startsAt) refuse('SESSION_STARTED');
  return refuse(
    session.seats.open + (one.elder ? session.seats.elderOpen : 0) > 0 ? 'SEAT_FREE' : 'SEATS_FULL',
    { count: session.queue.length },
  );
}

async function take(context: ActionContext, sessionId: string): Promise<SessionView> {
  const repository = context.repository(sessions);
  const one = await asWaiting(context, sessionId);
  const { command: _ } = context.database;
  const { rid, now } = context;
  const seated =
    (one.elder && (await repository.guarded(sessionId, rid, takeSeat(_, one, 'elder', rid, now)))) ||
    (await repository.guarded(sessionId, rid, takeSeat(_, one, 'general', rid, now)));
  const session = await repository.load(sessionId);
  return viewOf(context, seated ? session : whyNot(session, one, context));
}

/** Classes of one person that are looked at. */
const LATELY = 40;

async function goesLast(context: ActionContext, person: string): Promise<boolean> {
  if (!context.settings.noShowToEnd) return false;
  const classes = await context.repository(sessions).list({
    where: { people: person },
    order: [['startsAt', 'desc']],
    limit: LATELY,
    without: HEAVY,
  });
  return standsLast(classes, person);
}

async function wait(context: ActionContext, sessionId: string): Promise<SessionView> {
  const repository = context.repository(sessions);
  const known = await asWaiting(context, sessionId);
  const one: Waiting = (await goesLast(context, known.personId)) ? { ...known, last: true } : known;
  const queued = await repository.guarded(
    sessionId,
    context.rid,
    joinQueue(context.database.command, one, context.rid, context.now),
  );
  const session = await repository.load(sessionId);
  return viewOf(context, queued ? session : whyNot(session, one, context));
}

export const sessionActions = [
  action({
    name: 'session.list',
    kind: 'read',
    input: v.strictObject({
      program: v.nullable(oneOf(PROGRAMS)),
      venueId: v.nullable(id),
      communityId: v.nullable(id),
      after: cursor,
    }),
    allow: 'anyone',
    async run(context, { program, venueId, communityId, after }) {
      const where = {
        shelf: 'coming',
        ...(program === null ? {} : { program }),
        ...(venueId === null ? {} : { venueId }),
        ...(communityId === null ? {} : { communityId }),
      };
      const from = context.now - 6 * HOUR;
      const { found, next } = await paged(
        context,
        context.repository(sessions),
        { where, by: 'startsAt', direction: 'asc', from, limit: LIMITS.page, without: HEAVY },
        after,
      );
      const reader = await readerOf(context);
      return { items: found.map((session) => sessionCard(session, reader(session))), next };
    },
  }),
  action({
    name: 'session.get',
    kind: 'read',
    input: One,
    allow: 'anyone',
    run: async (context, input) =>
      viewOf(context, visible(await context.repository(sessions).load(input.id))),
  }),
  action({
    name: 'session.mine',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const { caller } = context;
      if (caller.id === null) return { coming: [], past: [] };
      const found = await context.repository(sessions).list({
        where: { people: caller.id },
        order: [['startsAt', 'desc']],
        limit: 40,
        without: HEAVY,
      });
      const reader = await readerOf(context);
      const cards = found
        .map((session) => sessionCard(session, reader(session)))
        .filter((card) => card.mine.is !== 'none' || card.group !== undefined);
      const over = (state: Session['state']) =>
        state === 'ended' || state === 'archived' || state === 'cancelled';
      return {
        coming: cards.filter((card) => !over(card.state)).reverse(),
        past: cards.filter((card) => over(card.state)),
      };
    },
  }),
  action({
    name: 'session.take',
    kind: 'write',
    contended: true,
    input: One,
    allow: 'person',
    run: (context, input) => take(context, input.id),
  }),
  action({
    name: 'session.wait',
    kind: 'write',
    contended: true,
    input: One,
    allow: 'person',
    run: (context, input) => wait(context, input.id),
  }),
  action({
    name: 'session.accept',
    kind: 'write',
    contended: true,
    input: One,
    allow: 'person',
    run: async (context, input) => viewOf(context, await command(context, input.id, accept)),
  }),
  action({
    name: 'session.pass',
    kind: 'write',
    contended: true,
    input: One,
    allow: 'person',
    run: async (context, input) => viewOf(context, await command(context, input.id, pass)),
  }),
  action({
    name: 'session.leave',
    kind: 'write',
    contended: true,
    input: One,
    allow: 'person',
    run: async (context, input) => viewOf(context, await command(context, input.id, leave)),
  }),
];
