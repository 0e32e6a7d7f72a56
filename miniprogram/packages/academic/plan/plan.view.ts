import type { FixedClassInput, FixedClassView, PlannedDay, PlanView, Weekday } from '../../../contract/plan';
import { PLAN_AREAS, type PlanArea } from '../../../contract/words';
import type { Tone } from '../../../lib/labels';
import { joined, UNKNOWN } from '../../../lib/text';
import { dayTime } from '../../../lib/time';

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

export interface ClassLine {
  id: string;
  title: string;
  text: string;
  area: string;
}

export interface PlanLook {
  word: string;
  tone: Tone;
  sub: string;
  months: { month: number; word: string; count: string; on: boolean }[];
  lines: ClassLine[];
  canEdit: boolean;
  canCopy: boolean;
  canPropose: boolean;
  canGenerate: boolean;
  matterId: string;
}

const STATES: Readonly<Record<PlanView['state'], { word: string; tone: Tone }>> = {
  draft: { word: '在写', tone: 'plain' },
  proposed: { word: '委员会在定', tone: 'millet' },
  approved: { word: '定了', tone: 'pine' },
};

export function planLook(view: PlanView, month: number, now: number): PlanLook {
  const can = (command: PlanView['next'][number]) => view.next.includes(command);
  return {
    ...STATES[view.state],
    sub: joined(
      view.edition === 0 ? '还没定过' : `定过 ${view.edition} 回`,
      view.approvedAt !== null && `上回 ${dayTime(view.approvedAt, now)}`,
      view.edition > 0 && view.state !== 'approved' && '改的还没定，大家看的是上回定的',
    ),
    months: Array.from({ length: 12 }, (_, index) => {
      const count = view.classes.filter((one) => one.month === index + 1).length;
      return {
        month: index + 1,
        word: `${index + 1} 月`,
        count: count === 0 ? '没有' : `${count} 班`,
        on: index + 1 === month,
      };
    }),
    lines: view.classes.filter((one) => one.month === month).map(classLine),
    canEdit: can('edit'),
    canCopy: can('copy'),
    canPropose: can('propose'),
    canGenerate: can('generate'),
    matterId: view.matterId ?? '',
  };
}

function classLine(one: FixedClassView): ClassLine {
  return {
    id: one.id,
    title: one.name,
    text: joined(sayWhen(one), `${one.minutes} 分钟`, one.venueName ?? `在哪${UNKNOWN}`),
    area: PLAN_AREAS[one.area],
  };
}

const DAY_STATES: Readonly<Record<PlannedDay['state'], { word: string; tone: Tone }>> = {
  ready: { word: '能排', tone: 'plain' },
  made: { word: '排上了', tone: 'pine' },
  dropped: { word: '不办了', tone: 'plain' },
  holiday: { word: '放假', tone: 'millet' },
  wanting: { word: '还差', tone: 'rust' },
  past: { word: '过了', tone: 'plain' },
  clash: { word: '撞上了', tone: 'rust' },
  stray: { word: '落单了', tone: 'rust' },
};

export interface DayLine {
  key: string;
  title: string;
  text: string;
  word: string;
  tone: Tone;
  /** The class that was made of it, '' for none. */
  link: string;
}

export function dayLines(items: readonly PlannedDay[], now: number): DayLine[] {
  return items.map((day) => ({
    key: `${day.classId}${day.startsAt}`,
    title: day.name,
    text: joined(dayTime(day.startsAt, now), day.note),
    link: day.sessionId === null ? '' : `/packages/academic/class/class?id=${day.sessionId}`,
    ...DAY_STATES[day.state],
  }));
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
