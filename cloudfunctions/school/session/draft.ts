import { BRAND_TEMPLATES, PROGRAM_TEMPLATES } from '@contract/programs';
import type { SessionDraft } from '@contract/schedule';
import { asRead } from '../../core/act';
import { birth } from '../../core/birth';
import { dayOf, HOUR, MINUTE } from '../../core/calendar';
import { refuse } from '../../core/refusal';
import type { Settings } from '../../core/settings';
import type { Course } from '../course/model';
import type { Teacher } from '../faculty/model';
import type { Session } from './model';
import { noted, type Step } from './seats';

/** A class that is being planned; pure. Nobody but the office sees it before it is published. */

/** What the plan names, as loaded. */
export interface PlanParts {
  course: Pick<Course, '_id' | 'title' | 'program' | 'brand' | 'methods' | 'teacher' | 'sample'>;
  /** A teaching point, or the station that an off-peak class goes to. */
  venue: { _id: string; name: string | null; communityId: string | null };
  teacher: Pick<Teacher, '_id' | 'name' | 'batch' | 'source'> | null;
  host: { id: string; name: string } | null;
}

export type DraftStep = Step & { settings: Settings };

/** @throws TIME_UNFIT */
export function draftSession(id: string, plan: SessionDraft, parts: PlanParts, step: DraftStep): Session {
  const blank: Session = {
    ...birth(id, 1, [], step.now),
    ...planned(plan, parts, step),
    title: parts.course.title,
    program: parts.course.program,
    brand: parts.course.brand,
    method: parts.course.methods[0] ?? 'lecture',
    state: 'draft',
    shelf: 'hidden',
    echoes: [],
    holders: [],
    queue: [],
    offers: [],
    editedAtVersion: 0,
    sample: parts.course.sample,
  };
  return noted(blank, step, 'draft');
}

/** Nothing else than a draft is planned anew: what people have seen is edited or postponed. @throws NOT_NOW, STALE, TIME_UNFIT */
export function redraft(
  session: Session,
  plan: SessionDraft,
  parts: PlanParts,
  seenVersion: number,
  step: DraftStep,
): Session {
  if (session.state !== 'draft') refuse('NOT_NOW');
  const { teacherId: _teacher, cohort: _cohort, signUpAt: _signUp, ...kept } = asRead(session, seenVersion);
  const facts = { title: parts.course.title, program: parts.course.program, brand: parts.course.brand };
  const method = parts.course.methods[0] ?? 'lecture';
  return noted({ ...kept, ...planned(plan, parts, step), ...facts, method }, step, 'draft');
}

function planned(plan: SessionDraft, parts: PlanParts, step: DraftStep) {
  const { course, venue, teacher, host } = parts;
  mustBeTime(plan.startsAt, plan.minutes, step.now);
  if (plan.signUpAt !== null && plan.signUpAt >= plan.startsAt) refuse('TIME_UNFIT', { field: 'signUpAt' });
  const keepsSeats =
    PROGRAM_TEMPLATES[course.program].elderSeats ||
    (course.brand !== null && BRAND_TEMPLATES[course.brand].elderSeats);
  const elderOpen = keepsSeats ? Math.floor((plan.capacity * step.settings.elderSeatPercent) / 100) : 0;
  return {
    courseId: course._id,
    venueId: venue._id,
    venueName: venue.name,
    communityId: venue.communityId,
    startsAt: plan.startsAt,
    endsAt: plan.startsAt + plan.minutes * MINUTE,
    hostId: host?.id ?? null,
    hostName: host?.name ?? '',
    teacher:
      teacher === null
        ? course.teacher
        : { batch: teacher.batch, source: teacher.source, name: teacher.name },
    ...(teacher === null ? {} : { teacherId: teacher._id }),
    familyWelcome: plan.familyWelcome,
    bring: plan.bring,
    agenda: plan.agenda,
    capacity: plan.capacity,
    seats: { open: plan.capacity - elderOpen, elderOpen },
    elderUntil: elderOpen > 0 ? plan.startsAt - step.settings.elderReleaseHours * HOUR : null,
    ...(plan.signUpAt === null ? {} : { signUpAt: plan.signUpAt }),
    ...(plan.cohort === null ? {} : { cohort: plan.cohort }),
  };
}

/** A class lies ahead and on one day. @throws TIME_UNFIT */
export function mustBeTime(startsAt: number, minutes: number, now: number): void {
  if (startsAt <= now || dayOf(startsAt) !== dayOf(startsAt + minutes * MINUTE))
    refuse('TIME_UNFIT', { field: 'startsAt' });
}
