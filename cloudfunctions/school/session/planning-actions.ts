import type { SessionDraft } from '@contract/schedule';
import { hasRid } from '../../core/aggregate';
import { can } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { scopesFor } from '../../core/permissions';
import { Refusal, refuse } from '../../core/refusal';
import { type Person, persons } from '../../people/person/model';
import { maskedName } from '../../people/person/show';
import { courses } from '../course/model';
import { teachers } from '../faculty/model';
import { stations } from '../station/model';
import { venues } from '../venue/model';
import { command } from './actions';
import { book, placingOf, unbook, withFreed } from './booking-actions';
import { sessions } from './definition';
import { type DraftStep, draftSession, type PlanParts } from './draft';
import { takesPlace } from './fits';
import type { NewHost } from './host';
import type { Turn } from './lifecycle';
import type { SessionActor } from './machine';
import type { Planned, Session } from './model';
import { stepOf } from './read';

/** Who the reader is to a class that is being planned. */
export function actorsOf(context: ActionContext, session: Session): Set<SessionActor> {
  const { caller } = context;
  const actors = new Set<SessionActor>();
  if (session.hostId !== null && session.hostId === caller.id) actors.add('host');
  if (can(caller, 'school.manage')) actors.add('office');
  if (can(caller, 'content.review')) actors.add('committee');
  return actors;
}

export function turnOf(context: ActionContext, session: Session): Turn {
  return { ...stepOf(context), actors: actorsOf(context, session), settings: context.settings };
}

export function draftStepOf(context: ActionContext): DraftStep {
  return { ...stepOf(context), settings: context.settings };
}

/** A teaching point, or the station that wants a class. @throws NOT_FOUND */
async function placeOf(context: ActionContext, id: string): Promise<PlanParts['venue']> {
  return (await context.repository(venues).find(id)) ?? (await context.repository(stations).load(id));
}

/** Somebody who may host, as their classes name them. @throws NOT_FOUND, INVALID_INPUT when they may not */
export async function hostOf(context: ActionContext, id: string, field: string): Promise<NewHost> {
  const host = await context.repository(persons).load(id);
  if (!mayHost(host)) refuse('INVALID_INPUT', { field });
  return { id: host._id, name: maskedName(host.name, host.sample) || '班主任' };
}

export const mayHost = ({ grants }: Pick<Person, 'grants'>): boolean =>
  scopesFor(grants, 'session.host').length > 0;

/** What a plan names, loaded at once. @throws NOT_FOUND, INVALID_INPUT when the host is none */
export async function partsOf(context: ActionContext, plan: SessionDraft): Promise<PlanParts> {
  const { hostId, teacherId } = plan;
  const [course, venue, teacher, host] = await Promise.all([
    context.repository(courses).load(plan.courseId),
    placeOf(context, plan.venueId),
    teacherId === null ? null : context.repository(teachers).load(teacherId),
    hostId === null ? null : hostOf(context, hostId, 'plan.hostId'),
  ]);
  if (!course.approved) refuse('NOT_FOUND');
  return { course, venue, teacher, host };
}

/** The class that a plan asks for, once, with its room and its teacher: a replay finds the one that is there. */
export async function createDraft(
  context: ActionContext,
  id: string,
  plan: SessionDraft,
  planned?: Planned,
): Promise<Session> {
  const repository = context.repository(sessions);
  const stored = await repository.find(id);
  if (stored !== null) return stored;
  const parts = await partsOf(context, plan);
  const session = draftSession(id, plan, parts, draftStepOf(context));
  await book(context, placingOf(session));
  const { doc } = await repository.create(planned === undefined ? session : { ...session, planned });
  return doc;
}

/**
 * A command after which the class may stand at another time or place: those are taken first, and what
 * it had is given back by the same update that moves it.
 */
export async function moved(
  context: ActionContext,
  sessionId: string,
  decide: (session: Session, turn: Turn) => Session,
): Promise<Session> {
  const before = await context.repository(sessions).load(sessionId);
  if (hasRid(before, context.rid)) return before;
  // What is refused anyway takes no room first.
  const wish = decide(before, turnOf(context, before));
  if (takesPlace(wish)) await book(context, placingOf(wish));
  try {
    return await command(context, sessionId, (stored) =>
      withFreed(stored, decide(stored, turnOf(context, stored)), context.invocation, context.now),
    );
  } catch (failure) {
    if (failure instanceof Refusal) await unbook(context, placingOf(wish));
    throw failure;
  }
}
