import { dayOf, startOfDay } from '../../core/calendar';

/** One of the equal parts of a calendar year in which somebody is asked once (10.7 surveyPerYear). */
export interface Period {
  name: string;
  /** First moment of the next one, epoch ms. */
  until: number;
}

/** @param perYear how often a year; 1 is the calendar year in Shanghai. */
export function periodOf(now: number, perYear: number): Period {
  const [year = 0, month = 1] = dayOf(now).split('-').map(Number);
  const months = 12 / Math.min(12, Math.max(1, Math.floor(perYear)));
  const part = Math.floor((month - 1) / months);
  const next = Math.round((part + 1) * months);
  const [untilYear, untilMonth] = next >= 12 ? [year + 1, 1] : [year, next + 1];
  const first = `${untilYear}-${String(untilMonth).padStart(2, '0')}-01T12:00:00+08:00`;
  return { name: perYear <= 1 ? String(year) : `${year}-${part + 1}`, until: startOfDay(Date.parse(first)) };
}
