import type { BesideMe } from '@contract/beside';
import { PROGRAM_TEMPLATES } from '@contract/programs';
import type { SessionView } from '@contract/school';
import { can, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { spokenFor } from '../../people/family/read';
import { ownPerson } from '../../people/person/read';
import { stations } from '../station/model';
import { venues } from '../venue/model';
import { besideOf } from './beside';
import { countsNow } from './check-in';
import { sessions } from './definition';
import type { Session } from './model';
import type { Step } from './seats';
import { type PlaceFacts, type SessionReader, sessionView } from './view';

/** Who reads these sessions; `elder` is looked up once. */
export async function readerOf(context: ActionContext): Promise<(session: Session) => SessionReader> {
  const { caller } = context;
  const person = await ownPerson(context);
  const oversees = can(caller, 'session.oversee');
  return (session) => ({
    personId: caller.id,
    elder: person?.elder ?? false,
    branch: person?.branch,
    host: oversees || (caller.id !== null && session.hostId === caller.id),
  });
}

/** Fields that lists do not need: a list of classes stays small however many have signed up. */
export const HEAVY = ['timeline', 'effects', 'echoes', 'agenda', 'bring', 'tries', 'topics'] as const;

export async function viewOf(context: ActionContext, session: Session): Promise<SessionView> {
  const full = session.seats.open === 0;
  const [reader, venue, others, beside] = await Promise.all([
    readerOf(context),
    placeOf(context, session),
    full ? otherDates(context, session) : Promise.resolve([]),
    besideMe(context, session),
  ]);
  const one = { ...reader(session), beside };
  return sessionView(session, venue, others, one, context.now, context.settings);
}

/** Who comes with this phone; asked for only while people are counted. */
export async function besideMe(context: ActionContext, session: Session): Promise<BesideMe[]> {
  const { caller, now, settings } = context;
  if (caller.id === null || !countsNow(session, now, settings)) return [];
  return besideOf(session, await spokenFor(context, caller.id));
}

/** Where it is: of a teaching point, or of the station that the class comes to. */
async function placeOf(context: ActionContext, session: Session): Promise<PlaceFacts | null> {
  const { atStation } = PROGRAM_TEMPLATES[session.program];
  const station = atStation ? await context.repository(stations).find(session.venueId) : null;
  if (station !== null) return { place: station.place === '' ? null : station.place, access: [] };
  return context.repository(venues).find(session.venueId);
}

function otherDates(context: ActionContext, session: Session): Promise<Session[]> {
  return context
    .repository(sessions)
    .list({
      where: { courseId: session.courseId, shelf: 'coming' },
      order: [['startsAt', 'asc']],
      limit: 4,
      without: HEAVY,
    })
    .then((found) => found.filter((other) => other._id !== session._id && other.seats.open > 0));
}

/** @throws NOT_FOUND for what is not to be shown */
export function visible(session: Session): Session {
  return session.shelf === 'hidden' ? refuse('NOT_FOUND') : session;
}

/** Who does it, when, under which rules: what every decision about a class needs. */
export function stepOf(context: ActionContext): Step {
  return { now: context.now, rid: context.rid, by: personId(context.caller), rules: context.settings };
}
