import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** China has one time zone and no summer time; never the phone's own zone, never dayjs.tz (wrong on some Androids). */
const local = (time: number): Dayjs => dayjs(time).utcOffset(8);

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const NEAR: Record<number, string> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' };

/** Days from the day of `now` to the day of `time`; negative when it is past. */
export function daysBetween(now: number, time: number): number {
  return local(time).startOf('day').diff(local(now).startOf('day'), 'day');
}

/** 18:30 */
export function clock(time: number): string {
  return local(time).format('HH:mm');
}

/** 今天 · 明天 · 10月29日 · 2027年1月3日 */
export function day(time: number, now: number): string {
  const near = NEAR[daysBetween(now, time)];
  if (near !== undefined) return near;
  return local(time).format(local(time).year() === local(now).year() ? 'M月D日' : 'YYYY年M月D日');
}

/** 2026年11月23日, for paper: it is read on any other day. */
export function calendarDay(time: number): string {
  return local(time).format('YYYY年M月D日');
}

/** 11月23日 */
export function dayOfMonth(time: number): string {
  return local(time).format('M月D日');
}

/** 10月29日 周四 of a picker's 2026-10-29; '' while none is chosen. */
export function pickedDay(date: string): string {
  const noon = Date.parse(`${date}T12:00:00+08:00`);
  return Number.isNaN(noon) ? '' : `${dayOfMonth(noon)} ${weekday(noon)}`;
}

/** 周四 */
export function weekday(time: number): string {
  return WEEKDAYS[local(time).day()] ?? '';
}

/** 今天 · 明天 · 10月29日 周四: with its weekday once it is further away. */
export function dayWithWeek(time: number, now: number): string {
  const word = day(time, now);
  return NEAR[daysBetween(now, time)] === undefined ? `${word} ${weekday(time)}` : word;
}

/** 今天 18:30 · 10月29日 周四 18:30 */
export function dayTime(time: number, now: number): string {
  return `${dayWithWeek(time, now)} ${clock(time)}`;
}

/** From one to the other, never broken after the dash: however large the letters, 18:30– does not end a line. */
export function range(from: string, to: string): string {
  return `${from}–\u2060${to}`;
}

/** 18:30–19:30 of one day. */
export function clocks(from: number, to: number): string {
  return range(clock(from), clock(to));
}

/** 今天 18:30–19:30; with both days when it ends on another one. */
export function span(from: number, to: number, now: number): string {
  const sameDay = daysBetween(from, to) === 0;
  return range(dayTime(from, now), sameDay ? clock(to) : dayTime(to, now));
}

/** As one says it: 今晚 6 点半 · 明天上午 9 点 · 10月29日下午 3 点. For 大字版 and for being read aloud. */
export function spoken(time: number, now: number): string {
  const at = local(time);
  const hour = at.hour();
  const part = partOfDay(hour);
  const shown = hour > 12 ? hour - 12 : hour;
  const minutes = at.minute() === 0 ? '点' : at.minute() === 30 ? '点半' : `点 ${at.minute()} 分`;
  const daysAway = daysBetween(now, time);
  const when = daysAway === 0 && part === '晚上' ? '今晚' : `${day(time, now)}${part}`;
  return `${when} ${shown} ${minutes}`;
}

function partOfDay(hour: number): string {
  if (hour < 6) return '凌晨';
  if (hour < 12) return '上午';
  if (hour < 13) return '中午';
  return hour < 18 ? '下午' : '晚上';
}

/** 还有 2 小时 10 分 · 还有 5 分钟 · 到点了. `until` and `now` by the server's clock. */
export function remaining(until: number, now: number): string {
  const minutes = Math.ceil((until - now) / 60_000);
  if (minutes <= 0) return '到点了';
  if (minutes < 60) return `还有 ${minutes} 分钟`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest === 0 ? `还有 ${hours} 小时` : `还有 ${hours} 小时 ${rest} 分`;
}

/** 今天提的 · 提了 3 天: how long somebody has been waiting. */
export function waited(since: number, now: number): string {
  const days = Math.max(0, -daysBetween(now, since));
  return days === 0 ? '今天提的' : `提了 ${days} 天`;
}

export interface DayChoice {
  /** The last moment of that day, epoch ms. */
  at: number;
  /** 今天 · 明天 · 周六 */
  word: string;
  /** 10月29日 */
  date: string;
}

/** The next days as large buttons, from today (`first` 0) or later. */
export function dayChoices(now: number, first: number, count: number): DayChoice[] {
  return Array.from({ length: count }, (_, index) => {
    const end = local(now)
      .startOf('day')
      .add(first + index, 'day')
      .endOf('day');
    const word = NEAR[first + index] ?? WEEKDAYS[end.day()] ?? '';
    return { at: end.valueOf(), word, date: end.format('M月D日') };
  });
}

/** 2026-12-01 in Shanghai. */
export function dateOf(time: number): string {
  return local(time).format('YYYY-MM-DD');
}

/** The days of `2026-12` at noon, and how many cells are empty before the first (the week begins on Monday). */
export function monthDays(month: string): {
  blanks: number;
  days: { date: string; at: number; number: number }[];
} {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = local(Date.UTC(year, number - 1, 1, 4));
  const days = Array.from({ length: first.daysInMonth() }, (_, index) => {
    const at = first.add(index, 'day');
    return { date: at.format('YYYY-MM-DD'), at: at.valueOf(), number: index + 1 };
  });
  return { blanks: (first.day() + 6) % 7, days };
}

/** `2026-12` in Shanghai, that many months after the month of `now`. */
export function nextMonth(now: number, months: number): string {
  return local(now).startOf('month').add(months, 'month').format('YYYY-MM');
}

/** 12月 */
export function monthWord(month: string): string {
  return `${Number(month.slice(5))}月`;
}

/** 2026年12月 */
export function monthName(month: string): string {
  return `${month.slice(0, 4)}年${monthWord(month)}`;
}
