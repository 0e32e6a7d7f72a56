import type { MonthClass, MonthView } from '../../../contract/plan';
import { PLAN_AREAS } from '../../../contract/words';
import type { Tone } from '../../../lib/labels';
import { joined, steady, UNKNOWN } from '../../../lib/text';
import { clocks } from '../../../lib/time';

const WEEK = ['一', '二', '三', '四', '五', '六', '日'];

export interface MonthLine {
  key: string;
  title: string;
  text: string;
  word: string;
  tone: Tone;
  link: string;
  sample: boolean;
}

export interface MonthLook {
  title: string;
  /** Empty cells before the first day: the week begins on Monday. */
  blanks: number[];
  cells: { date: string; number: number; has: boolean; today: boolean; holiday: boolean; label: string }[];
  /** Days with a class, or a holiday, in order; those that are over are left out. */
  days: { date: string; title: string; holiday: string; lines: MonthLine[] }[];
  note: string;
}

/** @param today `2026-12-01` by the server's clock */
export function monthLook(view: MonthView, today: string): MonthLook {
  const { days } = view;
  const coming = days.filter(
    ({ date, classes, holiday }) => date >= today && (classes.length > 0 || holiday !== ''),
  );
  return {
    title: `${view.year} 年 ${view.month} 月`,
    blanks: Array.from({ length: (days[0]?.weekday ?? 1) - 1 }, (_, index) => index),
    cells: days.map(({ date, classes, holiday }, index) => ({
      date,
      number: index + 1,
      has: classes.length > 0,
      today: date === today,
      holiday: holiday !== '',
      label: joined(`${view.month} 月 ${index + 1} 日`, holiday, `${classes.length} 节课`),
    })),
    days: coming.map(({ date, weekday, holiday, classes }) => ({
      date,
      title: `${view.month} 月 ${Number(date.slice(8))} 日 周${WEEK[weekday - 1] ?? ''}`,
      holiday,
      lines: classes.map(monthLine),
    })),
    note: view.approved
      ? steady(`校务委员会定过了，这个月 ${view.count} 节`)
      : '年度计划还没定，先列排上的课',
  };
}

function monthLine(one: MonthClass, index: number): MonthLine {
  const open = one.sessionId !== null && !one.cancelled;
  return {
    key: `${one.startsAt}${index}`,
    title: one.name,
    text: joined(
      clocks(one.startsAt, one.endsAt),
      one.venue ?? `在哪${UNKNOWN}`,
      one.area !== null && PLAN_AREAS[one.area],
    ),
    word: one.cancelled ? '不上了' : open ? '' : '计划的',
    tone: one.cancelled ? 'rust' : open ? 'pine' : 'plain',
    link: one.sessionId === null ? '' : `/packages/school/session/session?id=${one.sessionId}`,
    sample: one.sample,
  };
}

/** This month and the next two, `2026-12`. */
export function monthChoices(today: string): { value: string; word: string }[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return [0, 1, 2].map((ahead) => {
    const count = year * 12 + month - 1 + ahead;
    const number = (count % 12) + 1;
    return {
      value: `${Math.floor(count / 12)}-${String(number).padStart(2, '0')}`,
      word: ahead === 0 ? '这个月' : `${number} 月`,
    };
  });
}
