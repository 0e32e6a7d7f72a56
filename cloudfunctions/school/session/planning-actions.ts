import type { SessionDraft } from '@contract/schedule';
import { can } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { persons } from '../../people/person/model';
import { maskedName } from '../../people/person/show';
import { courses } from '../course/model';
import { teachers } from '../faculty/model';
import { venues } from '../venue/model';
import { sessions } from './definition';
import { type DraftStep, draftSession, type PlanParts } from './draft';
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
  const { elderReleaseHours } = context.settings;
  return { ...stepOf(context), actors: actorsOf(context, session), elderReleaseHours };
}

export function draftStepOf(context: ActionContext): DraftStep {
  return { ...stepOf(context), settings: context.settings };
}

/** What a plan names, loaded at once. @throws NOT_FOUND, INVALID_INPUT when the host is none */
export async function partsOf(context: ActionContext, plan: SessionDraft): Promise<PlanParts> {
  const { hostId, teacherId } = plan;
  const [course, venue, teacher, host] = await Promise.all([
    context.repository(courses).load(plan.courseId),
    context.repository(venues).load(plan.venueId),
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

/** The class that a plan asks for, once: a replay finds the one that is there. */
export async function createDraft(context: ActionContext, id: string, plan: SessionDraft): Promise<Session> {
  const repository = context.repository(sessions);
  const stored = await repository.find(id);
  if (stored !== null) return stored;
  const parts = await partsOf(context, plan);
  const { doc } = await repository.create(draftSession(id, plan, parts, draftStepOf(context)));
  return doc;
}
