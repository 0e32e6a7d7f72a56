import { DAY, HOUR } from '../../../cloudfunctions/core/calendar';
import type { Session } from '../../../cloudfunctions/school/session/model';
import { base } from '../../../database/seed/base';

/** A class in two days, open for sign-up, nobody in it yet. */
export function sampleSession(now: number, seats: { capacity: number; elderOpen: number }): Session {
  const startsAt = now + 2 * DAY;
  return {
    ...base('s1', now),
    courseId: 'c1',
    title: '样例课',
    program: 'night_school',
    brand: null,
    method: 'lecture',
    venueId: 'v1',
    venueName: null,
    communityId: null,
    startsAt,
    endsAt: startsAt + HOUR,
    state: 'open',
    shelf: 'coming',
    hostId: 'host',
    hostName: '样例班主任',
    teacher: { batch: 'selected', source: '', name: null },
    familyWelcome: false,
    bring: [],
    agenda: [],
    echoes: [],
    capacity: seats.capacity,
    seats: { open: seats.capacity - seats.elderOpen, elderOpen: seats.elderOpen },
    elderUntil: seats.elderOpen > 0 ? startsAt - DAY : null,
    holders: [],
    queue: [],
    offers: [],
    editedAtVersion: 0,
    sample: true,
  };
}
