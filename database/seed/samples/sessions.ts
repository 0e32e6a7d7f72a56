import { wakeTime } from '../../../cloudfunctions/core/aggregate';
import { HOUR, MINUTE, timeOnDay } from '../../../cloudfunctions/core/calendar';
import { DEFAULT_SETTINGS } from '../../../cloudfunctions/core/settings';
import type { Course } from '../../../cloudfunctions/school/course/model';
import { type Session, shelfOf } from '../../../cloudfunctions/school/session/model';
import { remindersOf } from '../../../cloudfunctions/school/session/reminders';
import { nextSessionTimer } from '../../../cloudfunctions/school/session/timers';
import type { Venue } from '../../../cloudfunctions/school/venue/model';
import { base } from '../base';
import { personIdOf } from './people';
import { SAMPLE_TEACHER } from './teachers';

interface Plan {
  id: string;
  courseId: string;
  venueId: string;
  startsAt: number;
  capacity: number;
  bring: string[];
  agenda: string[];
  echoes: Session['echoes'];
}

/** Classes of a demonstration: one soon, one tonight, some on the days after, counted from `now`. */
function plans(now: number): Plan[] {
  const soon = Math.ceil((now + 20 * MINUTE) / (10 * MINUTE)) * 10 * MINUTE;
  const evening = timeOnDay(now, '18:30');
  const tonight = evening > now + HOUR ? evening : timeOnDay(now, '18:30', 1);
  const echoes = [
    { text: '楼门口的灯修好了，住户确认亮了', done: true, reason: null },
    { text: '长椅还没装', done: false, reason: '等天暖了才能浇地基' },
  ];
  return [
    {
      id: 's-now',
      courseId: 'c-vow',
      venueId: 'branch-jianguo',
      startsAt: soon,
      capacity: 12,
      bring: ['老花镜'],
      agenda: ['当初为啥入党', '今年想办成哪件事'],
      echoes: [],
    },
    {
      id: 's-table',
      courseId: 'c-hallway',
      venueId: 'branch-jianguo',
      startsAt: tonight,
      capacity: 12,
      bring: ['楼道的照片（可带可不带）'],
      agenda: ['楼道里的旧家具归谁搬', '电动车停哪儿'],
      echoes,
    },
    {
      id: 's-night',
      courseId: 'c-fraud',
      venueId: 'main',
      startsAt: timeOnDay(now, '19:00', 1),
      capacity: 30,
      bring: ['手机', '收到过的怪短信'],
      agenda: ['三道门是哪三道', '当场练一遍挂电话'],
      echoes: [],
    },
    {
      id: 's-small',
      courseId: 'c-quarrel',
      venueId: 'branch-jianguo',
      startsAt: timeOnDay(now, '18:30', 2),
      capacity: 2,
      bring: [],
      agenda: ['三个真案例'],
      echoes: [],
    },
    {
      id: 's-rights',
      courseId: 'c-rights',
      venueId: 'main',
      startsAt: timeOnDay(now, '19:00', 3),
      capacity: 40,
      bring: ['笔'],
      agenda: ['八项权利'],
      echoes: [],
    },
    {
      id: 's-night-2',
      courseId: 'c-fraud',
      venueId: 'branch-jianguo',
      startsAt: timeOnDay(now, '19:00', 8),
      capacity: 30,
      bring: ['手机'],
      agenda: ['三道门是哪三道'],
      echoes: [],
    },
  ];
}

export function sampleSessions(now: number, courses: readonly Course[], venues: readonly Venue[]): Session[] {
  return plans(now).flatMap((plan) => {
    const course = courses.find((one) => one._id === plan.courseId);
    const venue = venues.find((one) => one._id === plan.venueId);
    return course && venue ? [session(plan, course, venue, now)] : [];
  });
}

/** Classes of the one teacher that the demonstration knows. */
const TAUGHT = ['s-now', 's-night'];

function session(plan: Plan, course: Course, venue: Venue, now: number): Session {
  const elderOpen = Math.floor((plan.capacity * DEFAULT_SETTINGS.elderSeatPercent) / 100);
  const elderUntil = plan.startsAt - DEFAULT_SETTINGS.elderReleaseHours * HOUR;
  const kept = elderOpen > 0 && elderUntil > now;
  const doc: Session = {
    ...base(plan.id, now),
    courseId: course._id,
    title: course.title,
    program: course.program,
    brand: course.brand,
    method: course.methods[0] ?? 'lecture',
    venueId: venue._id,
    venueName: venue.name,
    communityId: venue.communityId,
    startsAt: plan.startsAt,
    endsAt: plan.startsAt + course.minutes * MINUTE,
    state: 'open',
    shelf: shelfOf('open'),
    hostId: personIdOf('host'),
    hostName: '样例班主任',
    teacher: course.teacher,
    ...(TAUGHT.includes(plan.id) ? { teacherId: SAMPLE_TEACHER } : {}),
    familyWelcome: true,
    bring: plan.bring,
    agenda: plan.agenda,
    echoes: plan.echoes,
    capacity: plan.capacity,
    seats: { open: plan.capacity - (kept ? elderOpen : 0), elderOpen: kept ? elderOpen : 0 },
    elderUntil: kept ? elderUntil : null,
    holders: [],
    queue: [],
    offers: [],
    opened: true,
    reminders: remindersOf(plan.startsAt, now, DEFAULT_SETTINGS),
    editedAtVersion: 0,
    sample: true,
  };
  return { ...doc, wakeAt: wakeTime(nextSessionTimer(doc, DEFAULT_SETTINGS), []) };
}
