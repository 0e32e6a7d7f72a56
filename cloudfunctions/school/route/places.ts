import type { StopMonth, StopState } from '@contract/route';
import type { Act } from '../../core/act';
import { noted } from '../../core/act';
import { DAY, dayOf, startOfDay } from '../../core/calendar';
import { refuse } from '../../core/refusal';
import type { Settings } from '../../core/settings';
import type { Place, Stop } from './model';

/** The places of a stop, month by month; pure. */

/** `2026-12` of `2026-12-24`. */
export const monthOf = (day: string) => day.slice(0, 7);

/** This month and the following ones. */
export function monthsFrom(now: number, count: number): string[] {
  const [year = 0, month = 1] = dayOf(now).split('-').map(Number);
  return Array.from({ length: count }, (_, ahead) => {
    const months = year * 12 + (month - 1) + ahead;
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  });
}

/** How many walks the month still takes; `null`: only people have a cap, a place has none. */
export function leftIn(stop: Stop, month: string, cap: number): number | null {
  if (stop.kind === 'place') return null;
  const walks = stop.places.filter(({ day }) => monthOf(day) === month).length;
  return Math.max(0, cap - walks - classesIn(stop, month).length);
}

/** One class counts once, also while it is moved and both of its evenings are held. */
export function classesIn({ classes = [] }: Stop, month: string): string[] {
  const held = classes.filter(({ startsAt }) => monthOf(dayOf(startsAt)) === month);
  return [...new Set(held.map(({ sessionId }) => sessionId))];
}

/** Days on which the stop is not free. */
export const takenDays = ({ places, classes = [] }: Stop): string[] => [
  ...new Set([...places.map(({ day }) => day), ...classes.map(({ startsAt }) => dayOf(startsAt))]),
];

export function stateIn(stop: Stop, month: string, cap: number): StopState {
  if (stop.consent === 'waiting' || stop.consent === 'withdrawn') return 'no_consent';
  if (stop.resting.includes(month)) return 'resting';
  return leftIn(stop, month, cap) === 0 ? 'full' : 'open';
}

export function stopMonths(stop: Stop, now: number, cap: number): StopMonth[] {
  return monthsFrom(now, 3).map((month) => ({
    month,
    state: stateIn(stop, month, cap),
    left: leftIn(stop, month, cap),
  }));
}

const WHY = { no_consent: 'STOP_NO_CONSENT', resting: 'STOP_RESTING', full: 'STOP_FULL' } as const;

/**
 * Takes a place for a group. @throws DAY_UNFIT, STOP_NO_CONSENT, STOP_RESTING, STOP_FULL,
 * STOP_DAY_TAKEN, GROUP_TOO_BIG
 */
export function hold(
  stop: Stop,
  wish: Omit<Place, 'day'> & { at: number; size: number },
  step: Act,
  settings: Settings,
): Stop {
  const first = startOfDay(step.now) + DAY;
  if (wish.at < first || wish.at >= first + settings.walkAheadDays * DAY) refuse('DAY_UNFIT');
  const day = dayOf(wish.at);
  const state = stateIn(stop, monthOf(day), settings.hostMonthlyCap);
  if (state !== 'open') refuse(WHY[state]);
  // Nobody of that age is asked twice on one day.
  if (takenDays(stop).includes(day)) refuse('STOP_DAY_TAKEN');
  if (stop.most !== null && wish.size > stop.most) refuse('GROUP_TOO_BIG', { count: stop.most });
  const place = { walkId: wish.walkId, day, half: wish.half };
  return noted({ ...stop, places: [...recent(stop, step.now), place] }, step, 'hold');
}

/** Gives the place of a walk back that will not come about. */
export function free(stop: Stop, walkId: string, step: Act): Stop {
  if (!stop.places.some((place) => place.walkId === walkId)) return stop;
  return noted({ ...stop, places: stop.places.filter((place) => place.walkId !== walkId) }, step, 'free');
}

/** What is longer ago than this month counts for nothing; the walks themselves stay. */
function recent(stop: Stop, now: number): Place[] {
  const [month = ''] = monthsFrom(now, 1);
  return stop.places.filter(({ day }) => monthOf(day) >= month);
}
