import type { CourseCard } from '@contract/school';
import type { LearnerGroup, Method, Program, Track } from '@contract/words';
import type { Settings } from '../../core/settings';
import type { Session } from '../session/model';
import type { Course } from './model';
import { enough, headsOf } from './orders';

export interface MenuFilter {
  track: Track | null;
  group: LearnerGroup | null;
  method: Method | null;
  program: Program | null;
}

/** The menu holds a few dozen courses of one street: loaded whole, filtered here. */
export function chosen(all: readonly Course[], filter: MenuFilter): Course[] {
  return all.filter(
    (course) =>
      course.approved &&
      (filter.track === null || course.track === filter.track) &&
      (filter.group === null || course.groups.includes(filter.group)) &&
      (filter.method === null || course.methods.includes(filter.method)) &&
      (filter.program === null || course.program === filter.program),
  );
}

/** Those with a session nearby first, then as the office ordered them (S6 就近). */
export function nearFirst(
  all: readonly Course[],
  sessions: readonly Session[],
  communityId: string | null,
): Course[] {
  const near = new Set(
    sessions.filter((session) => session.communityId === communityId).map((session) => session.courseId),
  );
  return [...all].sort((a, b) => Number(near.has(b._id)) - Number(near.has(a._id)) || a.order - b.order);
}

export function courseCard(
  course: Course,
  sessions: readonly Session[],
  reader: string | null,
  settings: Settings,
): CourseCard {
  const [next] = sessions.filter((session) => session.courseId === course._id);
  return {
    id: course._id,
    title: course.title,
    track: course.track,
    methods: course.methods,
    groups: course.groups,
    program: course.program,
    brand: course.brand,
    minutes: course.minutes,
    missing: next ? 0 : Math.max(0, enough(course, settings) - headsOf(course.orders)),
    ordered: course.orders.some(({ personId, branch }) => personId === reader && branch === undefined),
    nextSession: next ? { id: next._id, startsAt: next.startsAt } : null,
    sample: course.sample,
  };
}
