import type { Role } from '@contract/words';
import { can } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { may } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import { screened } from '../../core/screening';
import { DEPARTMENTS } from '../../people/community/departments';
import { living, trustOf } from '../../people/person/living-read';
import { mustKnow } from '../../people/person/read';
import { personLine } from '../../people/person/show';
import { courses } from '../../school/course/model';
import { coverOf } from '../grid/decide';
import { allPlans } from '../grid/read';
import { requests } from './definition';
import type { Helper } from './model';

/** Where a command needs to know more than document and input: who helps, which department, is it fit to be public. */
export interface Preparation {
  helper?: Helper;
  department?: { id: string; name: string };
}

const WORKING: readonly Role[] = ['grid_worker', 'member', 'volunteer'];

/** Whom the desk chose: somebody with the right to work, in a role that the resident can be told. */
export async function chosenHelper(context: ActionContext, chosen: string): Promise<Helper> {
  // While somebody covers for them, what is sent to them goes to who covers (代班).
  const helperId = coverOf(await allPlans(context), chosen, context.now)?.coverId ?? chosen;
  const person = await living(context, helperId);
  const grants = person === null ? [] : await trustOf(context, person);
  const role = WORKING.find((one) => grants.some((grant) => grant.role === one));
  if (person === null || role === undefined || !may(grants, 'request.work'))
    return refuse('HELPER_UNFIT', { field: 'helperId' });
  return { personId: person._id, line: personLine(person, role), at: context.now, promisedFor: null };
}

/** What the desk makes public is checked, and held back when it cannot be (rules.md 4.5). */
export async function fitForPublic(context: ActionContext, words: string): Promise<Preparation> {
  await screened(context, words, 'publicText');
  return {};
}

export async function claimer(context: ActionContext): Promise<Preparation> {
  const me = await mustKnow(context);
  const { grants } = context.caller;
  const role = WORKING.find((one) => grants.some((grant) => grant.role === one)) ?? 'volunteer';
  return { helper: { personId: me._id, line: personLine(me, role), at: context.now, promisedFor: null } };
}

/** What a course is said to have led to is counted for it: it has to exist. */
export async function knownCourse(context: ActionContext, courseId: string | undefined): Promise<void> {
  if (courseId === undefined) return;
  const course = await context.repository(courses).find(courseId);
  if (course === null) refuse('INVALID_INPUT', { field: 'sourceCourseId' });
}

/** It goes on in another of the same place that is still open: else it would end in nothing. */
export async function mergeable(
  context: ActionContext,
  { id: one, into }: { id: string; into: string },
): Promise<Preparation> {
  const [request, other] = await Promise.all([
    context.repository(requests).load(one),
    context.repository(requests).find(into),
  ]);
  // Who may not merge at all is told so, and not what there is.
  if (!can(context.caller, 'request.triage', request.communityId)) return {};
  // Said again: what it went into may be over by now.
  if (request.mergedInto === into) return {};
  if (other === null || !other.open || other.communityId !== request.communityId)
    refuse('INVALID_INPUT', { field: 'into' });
  return {};
}

export async function knownDepartment(departmentId: string): Promise<Preparation> {
  const department = DEPARTMENTS.find((one) => one.id === departmentId);
  return department === undefined ? refuse('INVALID_INPUT', { field: 'departmentId' }) : { department };
}
