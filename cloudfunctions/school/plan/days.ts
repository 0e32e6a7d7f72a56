import { STREET } from '@contract/counters';
import type { FixedClassInput, MonthClass, MonthView, PlannedDay, Weekday } from '@contract/plan';
import {
  DAY,
  dayOf,
  holidayOf,
  MINUTE,
  monthOf,
  monthStart,
  sayDay,
  timeOnDay,
  weekdayOf,
} from '../../core/calendar';
import type { Course } from '../course/model';
import type { Session } from '../session/model';
import type { Venue } from '../venue/model';
import type { FixedClass, Plan } from './model';

/** From a fixed class to its days, and from the days to the timetable; pure. */

/** The class's starts in its month; holidays are among them, for who asks why there is no class. */
export function startsOf(
  year: number,
  one: Pick<FixedClass, 'month' | 'weekday' | 'weeks' | 'start'>,
): number[] {
  const first = monthStart(year, one.month);
  const end = one.month === 12 ? monthStart(year + 1, 1) : monthStart(year, one.month + 1);
  const found: number[] = [];
  for (let day = first; day < end; day += DAY) if (weekdayOf(day) === one.weekday) found.push(day);
  return found
    .filter((_, index) => one.weeks.length === 0 || one.weeks.includes(index + 1))
    .map((day) => timeOnDay(day, one.start));
}

export interface PlanKnowledge {
  courses: ReadonlyMap<string, Course>;
  venues: ReadonlyMap<string, Venue>;
  /** Sessions that were made of the plan, by their ids. */
  made: ReadonlyMap<string, Session>;
  sessionIdOf(one: FixedClass, startsAt: number): string;
  now: number;
}

export const nameOf = (one: FixedClassInput, courses: PlanKnowledge['courses']): string =>
  one.title || (one.courseId === null ? '' : (courses.get(one.courseId)?.title ?? '')) || '课名待填写';

/** What a fixed class still needs before a session can be made of it; '' for nothing. */
export function wanting(one: FixedClassInput, { courses, venues }: PlanKnowledge): string {
  if (one.courseId === null || courses.get(one.courseId)?.approved !== true) return '还没定哪门课';
  if (one.venueId === null || !venues.has(one.venueId)) return '还没定在哪上';
  return '';
}

export function plannedDays(
  year: number,
  month: number,
  classes: readonly FixedClass[],
  known: PlanKnowledge,
): PlannedDay[] {
  return classes
    .filter((one) => one.month === month)
    .flatMap((one) => startsOf(year, one).map((startsAt) => plannedDay(one, startsAt, known)))
    .sort((a, b) => a.startsAt - b.startsAt);
}

function plannedDay(one: FixedClass, startsAt: number, known: PlanKnowledge): PlannedDay {
  const made = known.made.get(known.sessionIdOf(one, startsAt));
  const base = { classId: one.id, name: nameOf(one, known.courses), startsAt };
  // The office may have moved it since: it stands on the day on which it is held.
  if (made !== undefined)
    return {
      ...base,
      startsAt: made.startsAt,
      state: made.state === 'cancelled' ? 'dropped' : 'made',
      note: dayOf(made.startsAt) === dayOf(startsAt) ? '' : `本来是${sayDay(startsAt, known.now)}`,
      sessionId: made._id,
    };
  const holiday = holidayOf(startsAt);
  const missing = wanting(one, known);
  const none = { ...base, sessionId: null };
  if (holiday !== '') return { ...none, state: 'holiday', note: `${holiday}放假，不排` };
  if (startsAt <= known.now) return { ...none, state: 'past', note: '日子过了' };
  return missing === ''
    ? { ...none, state: 'ready', note: '' }
    : { ...none, state: 'wanting', note: missing };
}

/** The timetable of a month: every public session, and what is planned and not made yet. */
export function monthView(
  year: number,
  month: number,
  plan: Pick<Plan, 'approved' | 'sample'> | null,
  sessions: readonly Session[],
  known: PlanKnowledge,
): MonthView {
  const classes = plan?.approved?.classes ?? [];
  const name = `${year}-${String(month).padStart(2, '0')}`;
  const planned = plannedDays(year, month, classes, known).flatMap((day): MonthClass[] => {
    const one = classes.find(({ id }) => id === day.classId);
    if (one === undefined || day.state === 'holiday' || day.state === 'past') return [];
    const session = day.sessionId === null ? undefined : known.made.get(day.sessionId);
    // What has been made public stands below with its sign-up; what was moved into another month, there.
    if (session !== undefined && (session.shelf !== 'hidden' || monthOf(day.startsAt) !== name)) return [];
    return [{ ...ofClass(one, day.startsAt, known), sample: session?.sample ?? plan?.sample ?? false }];
  });
  const open = sessions.map((session) => ofSession(session, classes, known));
  const all = [...planned, ...open].sort((a, b) => a.startsAt - b.startsAt);
  const byDay = new Map<string, MonthClass[]>();
  for (const one of all) byDay.set(dayOf(one.startsAt), [...(byDay.get(dayOf(one.startsAt)) ?? []), one]);
  return {
    year,
    month,
    days: daysOf(year, month).map((day) => ({
      date: dayOf(day),
      // Seven values by its definition.
      weekday: weekdayOf(day) as Weekday,
      holiday: holidayOf(day),
      classes: byDay.get(dayOf(day)) ?? [],
    })),
    count: all.length,
    approved: plan?.approved !== null && plan !== null,
    phone: STREET.phone,
  };
}

function daysOf(year: number, month: number): number[] {
  const first = monthStart(year, month);
  const end = month === 12 ? monthStart(year + 1, 1) : monthStart(year, month + 1);
  return Array.from({ length: Math.round((end - first) / DAY) }, (_, index) => first + index * DAY);
}

function ofClass(one: FixedClass, startsAt: number, known: PlanKnowledge): MonthClass {
  const venue = one.venueId === null ? undefined : known.venues.get(one.venueId);
  return {
    name: nameOf(one, known.courses),
    area: one.area,
    startsAt,
    endsAt: startsAt + one.minutes * MINUTE,
    venue: venue?.alias ?? venue?.name ?? null,
    place: venue?.place ?? null,
    sessionId: null,
    cancelled: false,
    sample: false,
  };
}

function ofSession(session: Session, classes: readonly FixedClass[], known: PlanKnowledge): MonthClass {
  const fixed = classes.find(({ id }) => id === session.planned?.classId);
  const venue = known.venues.get(session.venueId);
  return {
    name: session.title,
    area: fixed?.area ?? null,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    venue: venue?.alias ?? session.venueName,
    place: venue?.place ?? null,
    sessionId: session._id,
    cancelled: session.state === 'cancelled',
    sample: session.sample,
  };
}
