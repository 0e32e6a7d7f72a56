import chineseDays from 'chinese-days';
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

const { isWorkday, getDayDetail } = chineseDays;

/**
 * All calendar logic is Asia/Shanghai (UTC+8, no summer time) whatever the zone of the process.
 * Times are epoch milliseconds. Working days come from chinese-days (holidays and make-up days).
 */
dayjs.extend(utc);

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const at = (time: number) => dayjs(time).utcOffset(8);

/** `2026-11-23` in Shanghai. */
export function dayOf(time: number): string {
  return at(time).format('YYYY-MM-DD');
}

/** Midnight at the start of that day in Shanghai. */
export function startOfDay(time: number): number {
  return at(time).startOf('day').valueOf();
}

/** Midnight at the start of Monday of that week, moved by whole weeks. */
export function startOfWeek(time: number, weeks = 0): number {
  const day = at(time).startOf('day');
  const sinceMonday = (day.day() + 6) % 7;
  return day.subtract(sinceMonday, 'day').add(weeks, 'week').valueOf();
}

/** `2026-11` in Shanghai. */
export function monthOf(time: number): string {
  return at(time).format('YYYY-MM');
}

/** Of `2026-11` in Shanghai; `until` is not in it. */
export function monthRange(month: string): { from: number; until: number } {
  const from = Date.parse(`${month}-01T00:00:00+08:00`);
  return { from, until: startOfMonth(from, 1) };
}

/** Midnight at the start of that month, moved by whole months. */
export function startOfMonth(time: number, months = 0): number {
  return at(time).startOf('month').add(months, 'month').valueOf();
}

/** Midnight at the start of that month in Shanghai; `month` 1 to 12. */
export function monthStart(year: number, month: number): number {
  return dayjs.utc(Date.UTC(year, month - 1, 1)).valueOf() - 8 * HOUR;
}

/** Epoch ms of `hh:mm` on the day of `time`, moved by whole days. */
export function timeOnDay(time: number, clock: string, days = 0): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return at(time).startOf('day').add(days, 'day').valueOf() + hour * HOUR + minute * MINUTE;
}

/**
 * `closing` of the n-th working day after the day of `time`. For 0: of today, or of the next working
 * day when today is none or already over.
 */
export function afterWorkdays(time: number, days: number, closing = '17:30'): number {
  const works = (day: number) => isWorkday(dayOf(time + day * DAY));
  if (days === 0 && works(0) && timeOnDay(time, closing) > time) return timeOnDay(time, closing);
  let day = 0;
  for (let left = Math.max(days, 1); left > 0; ) {
    day += 1;
    if (works(day)) left -= 1;
  }
  return timeOnDay(time, closing, day);
}

/** 国庆节, '' when the day is no public holiday. */
export function holidayOf(time: number): string {
  // The name of a holiday is `National Day,国庆节,3`; that of any other day is one word.
  const { work, name } = getDayDetail(dayOf(time));
  return work ? '' : (name.split(',')[1] ?? '');
}

export interface QuietHours {
  /** `21:00` */
  from: string;
  /** `08:00` the next morning */
  to: string;
}

export function isQuiet(time: number, quiet: QuietHours): boolean {
  return time >= timeOnDay(time, quiet.from) || time < timeOnDay(time, quiet.to);
}

/** The same moment, or the end of the quiet hours in which it lies. */
export function afterQuiet(time: number, quiet: QuietHours): number {
  if (!isQuiet(time, quiet)) return time;
  return time < timeOnDay(time, quiet.to) ? timeOnDay(time, quiet.to) : timeOnDay(time, quiet.to, 1);
}

/** The same moment, or one hour before the quiet hours in which it lies: somebody still hears it. */
export function beforeQuiet(time: number, quiet: QuietHours): number {
  if (!isQuiet(time, quiet)) return time;
  const evening = timeOnDay(time, quiet.from);
  return (time >= evening ? evening : timeOnDay(time, quiet.from, -1)) - HOUR;
}

/** The same moment, or the end of that day's rest in which it lies. */
export function afterRest(time: number, rest: { from: string; to: string }): number {
  const end = timeOnDay(time, rest.to);
  return time >= timeOnDay(time, rest.from) && time < end ? end : time;
}

/** `ms` later on a clock that stands still in the quiet hours (an offer of a seat, workflows 2.9). */
export function addWakingTime(time: number, ms: number, quiet: QuietHours): number {
  let now = afterQuiet(time, quiet);
  let left = ms;
  for (;;) {
    const nightfall = timeOnDay(now, quiet.from);
    if (now + left <= nightfall) return now + left;
    left -= nightfall - now;
    now = timeOnDay(now, quiet.to, 1);
  }
}

/** 今天 18:30 · 明天 9:00 · 10月29日 19:00, as a person says it. */
export function sayTime(time: number, now: number): string {
  const days = Math.round((startOfDay(time) - startOfDay(now)) / DAY);
  const clock = at(time).format('H:mm');
  if (days === 0) return `今天 ${clock}`;
  if (days === 1) return `明天 ${clock}`;
  if (days === -1) return `昨天 ${clock}`;
  return `${at(time).format('M月D日')} ${clock}`;
}

/** 今天 · 明天 · 10月29日 */
export function sayDay(time: number, now: number): string {
  const days = Math.round((startOfDay(time) - startOfDay(now)) / DAY);
  if (days === 0) return '今天';
  if (days === 1) return '明天';
  if (days === -1) return '昨天';
  return at(time).format('M月D日');
}

/** 1 (Monday) to 7 in Shanghai. */
export function weekdayOf(time: number): number {
  return at(time).day() || 7;
}

/** `09:05` in Shanghai. */
export function clockOf(time: number): string {
  return at(time).format('HH:mm');
}
