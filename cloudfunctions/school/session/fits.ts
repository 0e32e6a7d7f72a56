import type { Misfit, MisfitKind } from '@contract/schedule';
import { dayOf, holidayOf, isQuiet } from '../../core/calendar';
import type { Settings } from '../../core/settings';
import { overlap, type Span } from '../booking/decide';
import { conflictsOf } from '../faculty/decide';
import type { Teacher } from '../faculty/model';
import { halfOf } from '../route/classes';
import type { Stop } from '../route/model';
import { monthOf } from '../route/places';
import type { Session } from './model';

/** Whether a class fits its room, its teacher and the calendar; pure. What collides is named. */

export interface OtherClass extends Span {
  sessionId: string;
  title: string;
}

/** Everything that was found about the wish. The class itself is in none of the lists. */
export interface Around {
  /** Seats of the room, `null` when nobody has counted them. */
  room: number | null;
  atVenue: readonly OtherClass[];
  teacher: Pick<Teacher, 'consent' | 'slots'> | null;
  /** The teacher's other classes of the month. */
  withTeacher: readonly OtherClass[];
  /** Stops that the teacher tells at: they are a storyteller too (S23). */
  tells: readonly Pick<Stop, '_id' | 'resting' | 'places'>[];
}

export interface Wish extends Span {
  capacity: number;
}

/** Most classes of a month, `null` for who is no storyteller. */
export function mostClasses(tells: Around['tells'], startsAt: number, settings: Settings): number | null {
  if (tells.length === 0) return null;
  return Math.max(0, settings.hostMonthlyCap - walksOf(tells, monthOf(dayOf(startsAt))).length);
}

export function misfitsOf(wish: Wish, around: Around, settings: Settings): Misfit[] {
  return [
    ...venueMisfits(wish, around),
    ...teacherMisfits(wish, around, settings),
    ...timeMisfits(wish, settings),
  ];
}

const misfit = (kind: MisfitKind, blocks: boolean, more: Partial<Misfit> = {}): Misfit => ({
  kind,
  blocks,
  with: null,
  word: '',
  count: null,
  ...more,
});

const named = (kind: MisfitKind, { title, startsAt, endsAt }: OtherClass) =>
  misfit(kind, true, { with: { title, startsAt, endsAt } });

function venueMisfits(wish: Wish, { room, atVenue }: Around): Misfit[] {
  const found = atVenue.filter((other) => overlap(other, wish)).map((other) => named('venue_taken', other));
  return room !== null && wish.capacity > room
    ? [...found, misfit('room_small', true, { count: room })]
    : found;
}

function teacherMisfits(wish: Wish, around: Around, settings: Settings): Misfit[] {
  const { teacher, withTeacher, tells } = around;
  if (teacher === null) return [];
  const found = withTeacher
    .filter((other) => overlap(other, wish))
    .map((other) => named('teacher_taken', other));
  const against = conflictsOf(teacher, wish, []);
  if (against.includes('no_consent')) found.push(misfit('teacher_no_consent', true));
  // Slots are what somebody usually can: the office may have asked them on the telephone.
  if (against.includes('not_free')) found.push(misfit('teacher_not_free', false));
  const day = dayOf(wish.startsAt);
  if (tells.some(({ resting }) => resting.includes(monthOf(day))))
    found.push(misfit('teacher_resting', true));
  const walks = walksOf(tells, monthOf(day)).filter((place) => place.day === day);
  if (walks.some(({ half }) => overlap(halfOf(wish.startsAt, half), wish)))
    found.push(misfit('teacher_walks', true));
  const most = mostClasses(tells, wish.startsAt, settings);
  if (most !== null && withTeacher.length >= most)
    found.push(misfit('teacher_cap', true, { count: settings.hostMonthlyCap }));
  return found;
}

function timeMisfits(wish: Wish, settings: Settings): Misfit[] {
  const holiday = holidayOf(wish.startsAt);
  const quiet = isQuiet(wish.startsAt, settings.quiet) || isQuiet(wish.endsAt - 1, settings.quiet);
  return [
    ...(holiday === '' ? [] : [misfit('holiday', false, { word: holiday })]),
    ...(quiet ? [misfit('quiet', false)] : []),
  ];
}

function walksOf(tells: Around['tells'], month: string) {
  return tells.flatMap(({ places }) => places).filter(({ day }) => monthOf(day) === month);
}

/** Takes room and teacher: not called off, and not waiting for a new day. */
export const takesPlace = (session: Pick<Session, 'state' | 'postponed'>) =>
  session.state !== 'cancelled' && !(session.postponed?.undecided ?? false);
