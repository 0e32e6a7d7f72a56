import type { Category, CourseTopic } from '@contract/words';
import { DAY, MINUTE } from '../core/calendar';
import type { Course } from '../school/course/model';
import type { Session } from '../school/session/model';
import type { ServiceRequest } from '../service/request/model';

/** 学用接力: which small matters of neighbours a course is of use for. Read it as a table. */
const OF_USE_FOR: Readonly<Record<CourseTopic, readonly Category[]>> = {
  policy: ['errand', 'wish'],
  rights: ['errand', 'wish'],
  vow: ['wish', 'elder_care'],
  safety: ['elder_care', 'warm_home', 'hazard'],
  fraud: ['elder_care', 'errand'],
  mediation: ['warm_home', 'dispute'],
  meeting: ['order', 'wish'],
  papers: ['errand'],
  care: ['elder_care', 'housekeeping', 'home_clinic'],
};

/** At most so many categories are asked for, so many matters shown. */
const CATEGORIES = 4;
const SHOWN = 3;
const BEFORE_END = 30 * MINUTE;
/** Afterwards the wall itself is the place. */
const AFTER_END = 7 * DAY;

export function categoriesFor(course: Pick<Course, 'topics'>): Category[] {
  const all = (course.topics ?? []).flatMap((topic) => OF_USE_FOR[topic]);
  return [...new Set(all)].slice(0, CATEGORIES);
}

/** The last half hour of a class, and a week after it. */
export function isRelayTime(session: Pick<Session, 'state' | 'endsAt'>, now: number): boolean {
  if (session.state === 'cancelled' || session.state === 'postponed') return false;
  return now >= session.endsAt - BEFORE_END && now <= session.endsAt + AFTER_END;
}

/** Of the same community first, then who has waited longest; never one's own. */
export function relayed(
  found: readonly ServiceRequest[],
  communityId: string | null,
  reader: string | null,
): ServiceRequest[] {
  const far = (request: ServiceRequest) => Number(request.communityId !== communityId);
  return found
    .filter(
      ({ requesterId, beneficiary }) =>
        reader === null || (requesterId !== reader && beneficiary.personId !== reader),
    )
    .sort((a, b) => far(a) - far(b) || a.wallOrder - b.wallOrder)
    .slice(0, SHOWN);
}
