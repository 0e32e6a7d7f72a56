import { DAY, dayOf, startOfDay } from '../../core/calendar';
import { refuse } from '../../core/refusal';
import { CLAIM_GRACE_MS, overlap, type Span } from '../booking/decide';
import type { ClassPlace, Place, Stop } from './model';
import { classesIn, monthOf, monthsFrom } from './places';

/**
 * What a class takes of a storyteller's month (S23): the stop is the one document in which walks and
 * classes meet, so that of two that want the last place at once one gets it. Pure.
 *   group:  left 1 ── + walk ───► version 3 → 4
 *   office: left 1 ── + class ──► version 3 is gone ──► decides again on left 0 ──► TEACHER_FULL
 * Taking and giving back follow from what is there, not from a rid: a command that was refused and is
 * sent once more takes it anew.
 */

export const classKey = ({ sessionId, startsAt }: Pick<ClassPlace, 'sessionId' | 'startsAt'>) =>
  `${sessionId}:${startsAt}`;

/** Until noon · from noon to six: a walk takes its half of the day. */
export function halfOf(time: number, half: Place['half']): Span {
  const midnight = startOfDay(time);
  return half === 'morning'
    ? { startsAt: midnight, endsAt: midnight + DAY / 2 }
    : { startsAt: midnight + DAY / 2, endsAt: midnight + (DAY * 3) / 4 };
}

/** Taken twice it is taken once. @throws TEACHER_FULL, TEACHER_TAKEN */
export function holdClass(stop: Stop, wish: ClassPlace, cap: number, now: number): Stop {
  const classes = stop.classes ?? [];
  if (classes.some((one) => classKey(one) === classKey(wish) && one.endsAt === wish.endsAt)) return stop;
  const day = dayOf(wish.startsAt);
  const walks = stop.places.filter((place) => monthOf(place.day) === monthOf(day));
  const others = classesIn(stop, monthOf(day)).filter((sessionId) => sessionId !== wish.sessionId);
  if (walks.length + others.length >= cap) refuse('TEACHER_FULL', { count: cap });
  const walksOnDay = walks.filter((place) => place.day === day);
  if (walksOnDay.some(({ half }) => overlap(halfOf(wish.startsAt, half), wish))) refuse('TEACHER_TAKEN');
  const [month = ''] = monthsFrom(now, 1);
  const kept = classes.filter(
    (one) => classKey(one) !== classKey(wish) && monthOf(dayOf(one.startsAt)) >= month,
  );
  return { ...stop, classes: [...kept, wish] };
}

/** Gives one evening of one class back. */
export function freeClass(stop: Stop, sessionId: string, startsAt: number): Stop {
  const classes = stop.classes ?? [];
  const left = classes.filter((one) => classKey(one) !== classKey({ sessionId, startsAt }));
  return left.length === classes.length ? stop : { ...stop, classes: left };
}

/** Without those that were looked up and stand for no class; one that is being written gets two minutes. */
export function withoutStale(stop: Stop, stale: ReadonlySet<string>, now: number): Stop {
  const classes = stop.classes ?? [];
  const left = classes.filter((one) => !(stale.has(classKey(one)) && one.at <= now - CLAIM_GRACE_MS));
  return left.length === classes.length ? stop : { ...stop, classes: left };
}
