import { birth } from '../../core/birth';
import { HOUR, MINUTE } from '../../core/calendar';
import type { Settings } from '../../core/settings';
import type { Course } from '../course/model';
import { sessions } from '../session/definition';
import { type Session, shelfOf } from '../session/model';
import type { Venue } from '../venue/model';
import type { FixedClass } from './model';

/** Seats of a room that nobody has counted yet; the office changes it before anybody signs up. */
const UNCOUNTED = 30;

/** A draft of a class that the plan names (S30); nobody sees it before it is published. Pure. */
export function plannedSession(
  id: string,
  { one, course, venue, startsAt }: { one: FixedClass; course: Course; venue: Venue; startsAt: number },
  step: { now: number; rid: string; by: string },
  settings: Settings,
): Session {
  const capacity = venue.capacity ?? UNCOUNTED;
  const elderOpen = Math.floor((capacity * settings.elderSeatPercent) / 100);
  return {
    ...birth(id, sessions.schema, [], step.now),
    sample: course.sample,
    timeline: [{ rid: step.rid, at: step.now, by: step.by, command: 'plan' }],
    courseId: course._id,
    title: one.title || course.title,
    program: course.program,
    brand: course.brand,
    method: course.methods[0] ?? 'lecture',
    venueId: venue._id,
    venueName: venue.name,
    communityId: venue.communityId,
    startsAt,
    endsAt: startsAt + one.minutes * MINUTE,
    state: 'draft',
    shelf: shelfOf('draft'),
    hostId: null,
    hostName: '',
    teacher: course.teacher,
    familyWelcome: true,
    bring: [],
    agenda: [],
    echoes: [],
    capacity,
    seats: { open: capacity - elderOpen, elderOpen },
    elderUntil: startsAt - settings.elderReleaseHours * HOUR,
    holders: [],
    queue: [],
    offers: [],
    editedAtVersion: 0,
  };
}
