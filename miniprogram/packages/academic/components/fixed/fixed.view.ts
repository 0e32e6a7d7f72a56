import type { FixedClassInput, FixedClassView, PlanView, Weekday } from '../../../../contract/plan';
import { PLAN_AREAS, type PlanArea } from '../../../../contract/words';
import { UNKNOWN } from '../../../../lib/text';

const WEEK = ['一', '二', '三', '四', '五', '六', '日'];
const NTH = ['头一个', '第二个', '第三个', '第四个', '第五个'];

/** 每周三 19:00 · 头一个、第三个周三 19:00 */
export function sayWhen({
  weekday,
  weeks,
  start,
}: Pick<FixedClassInput, 'weekday' | 'weeks' | 'start'>): string {
  const day = `周${WEEK[weekday - 1] ?? ''}`;
  const which =
    weeks.length === 0 ? `每${day}` : `${weeks.map((one) => NTH[one - 1] ?? '').join('、')}${day}`;
  return `${which} ${start}`;
}

/** What is being typed of a fixed class. */
export interface ClassForm {
  area: PlanArea | '';
  title: string;
  courseId: string;
  venueId: string;
  weekday: number;
  weeks: number[];
  start: string;
  minutes: string;
}
export const NEW_CLASS: ClassForm = {
  area: '',
  title: '',
  courseId: '',
  venueId: '',
  weekday: 3,
  weeks: [],
  start: '19:00',
  minutes: '60',
};

export function classForm(one: FixedClassView): ClassForm {
  const { area, title, weekday, weeks, start } = one;
  return {
    area,
    title,
    courseId: one.courseId ?? '',
    venueId: one.venueId ?? '',
    weekday,
    weeks: [...weeks],
    start,
    minutes: String(one.minutes),
  };
}

/** 1 Monday … 7 Sunday; the form holds nothing else. */
const isWeekday = (day: number): day is Weekday => Number.isInteger(day) && day >= 1 && day <= 7;

/** What is wanting, in words, or what can be sent. */
export function classOf(form: ClassForm): string | FixedClassInput {
  const minutes = Number(form.minutes);
  const { area, weekday } = form;
  if (area === '') return '挑一类内容';
  if (form.title.trim() === '' && form.courseId === '') return '挑一门课，或先写个名';
  if (!isWeekday(weekday)) return '挑周几';
  if (!Number.isInteger(minutes) || minutes < 10 || minutes > 480) return '多少分钟，写 10 到 480 的数';
  return {
    area,
    title: form.title.trim(),
    courseId: form.courseId || null,
    venueId: form.venueId || null,
    weekday,
    weeks: form.weeks,
    start: form.start,
    minutes,
  };
}

interface Chip {
  value: string;
  word: string;
  on: boolean;
}

export interface ClassChips {
  area: Chip[];
  course: Chip[];
  venue: Chip[];
  weekday: Chip[];
  weeks: Chip[];
}

export function classChips(view: Pick<PlanView, 'courses' | 'venues'>, form: ClassForm): ClassChips {
  const one = (value: string, word: string, chosen: string): Chip => ({ value, word, on: value === chosen });
  return {
    area: Object.entries(PLAN_AREAS).map(([value, word]) => one(value, word, form.area)),
    course: view.courses.map(({ id, title }) => one(id, title, form.courseId)),
    venue: view.venues.map(({ id, name }) => one(id, name ?? `教学点（${UNKNOWN}）`, form.venueId)),
    weekday: WEEK.map((word, index) => one(String(index + 1), `周${word}`, String(form.weekday))),
    weeks: [
      { value: '0', word: '每周都有', on: form.weeks.length === 0 },
      ...NTH.map((word, index) => ({
        value: String(index + 1),
        word,
        on: form.weeks.includes(index + 1),
      })),
    ],
  };
}

/** 每周都有 takes the single weeks back; a single one tapped twice goes. */
export function withWeek(weeks: readonly number[], week: number): number[] {
  if (week === 0) return [];
  return weeks.includes(week) ? weeks.filter((one) => one !== week) : [...weeks, week].sort((a, b) => a - b);
}
