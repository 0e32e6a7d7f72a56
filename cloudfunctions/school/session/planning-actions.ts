import type { SessionDraft } from '@contract/schedule';
import { hasRid } from '../../core/aggregate';
import { can } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { Refusal, refuse } from '../../core/refusal';
import { persons } from '../../people/person/model';
import { maskedName } from '../../people/person/show';
import { courses } from '../course/model';
import { teachers } from '../faculty/model';
import { stations } from '../station/model';
import { venues } from '../venue/model';
import { command } from './actions';
import { book, placingOf, unbook, withFreed } from './booking-actions';
import { sessions } from './definition';
import { type DraftStep, draftSession, type PlanParts } from './draft';
import { takesPlace } from './fits-read';
import type { Turn } from './lifecycle';
import type { SessionActor } from './machine';
import type { Session } from './model';
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

/** What a plan names, loaded at once. @throws NOT_FOUND, INVALID_INPUT when the host is none */
export async function partsOf(context: ActionContext, plan: SessionDraft): Promise<PlanParts> {
  const { hostId, teacherId } = plan;
  const [course, venue, teacher, host] = await Promise.all([
    context.repository(courses).load(plan.courseId),
    placeOf(context, plan.venueId),
    teacherId === null ? null : context.repository(teachers).load(teacherId),
    hostId === null ? null : context.repository(persons).load(hostId),
  ]);
  if (!course.approved) refuse('NOT_FOUND');
  if (host !== null && !host.grants.some(({ role }) => role === 'host' || role === 'office'))
    refuse('INVALID_INPUT', { field: 'plan.hostId' });
  return {
    course,
    venue,
    teacher,
    host: host === null ? null : { id: host._id, name: maskedName(host.name, host.sample) || '班主任' },
  };
}

/** The class that a plan asks for, once, with its room and its teacher: a replay finds the one that is there. */
export async function createDraft(context: ActionContext, id: string, plan: SessionDraft): Promise<Session> {
  const repository = context.repository(sessions);
  const stored = await repository.find(id);
  if (stored !== null) return stored;
  const parts = await partsOf(context, plan);
  const session = draftSession(id, plan, parts, draftStepOf(context));
  await book(context, placingOf(session));
  const { doc } = await repository.create(session);
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
