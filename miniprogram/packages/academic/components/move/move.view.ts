import type { Misfit, ScheduleView } from '../../../../contract/schedule';
import { misfitWord } from '../../../../lib/schedule-line';
import { joined, known } from '../../../../lib/text';
import { dateOf, dayTime, monthDays, monthWord, nextMonth, span } from '../../../../lib/time';

const WEEK = ['一', '二', '三', '四', '五', '六', '日'];
/** This month and the next two: further away nobody knows who comes. */
const MONTHS = 3;

/** How a class goes to another day: a draft is planned anew, what people have seen is postponed or fixed anew. */
export type Way = 'draft' | 'postpone' | 'republish' | '';

export interface MoveLook {
  title: string;
  now: string;
  way: Way;
  /** Who hears of it, or why it cannot be moved. */
  told: string;
  /** Of those who hear of it somebody asks why. */
  reasons: readonly string[];
}

const REASONS = ['讲师那天有事', '场地用不了', '天气不好'];

export function moveLook(view: ScheduleView, now: number): MoveLook {
  const way = wayOf(view);
  return {
    title: `《${view.title}》挪到哪天？`,
    now: joined(
      view.undecided ? '时间待定' : `现在是${span(view.startsAt, view.endsAt, now)}`,
      known(view.venue.name),
    ),
    way,
    told: toldOf(view, way),
    reasons: way === 'postpone' ? REASONS : [],
  };
}

function wayOf({ next }: ScheduleView): Way {
  const ways: readonly Exclude<Way, ''>[] = ['draft', 'postpone', 'republish'];
  return ways.find((way) => next.includes(way)) ?? '';
}

function toldOf({ state, taken }: ScheduleView, way: Way): string {
  if (way === 'draft') return '还没发布，挪了不用告诉谁';
  if (way !== '')
    return taken === 0
      ? '还没人报名；排着队的都告诉'
      : `报了名的 ${taken} 位、排着队的都告诉，座都留着，来不了的自己退`;
  if (state === 'in_review' || state === 'approved') return '审着呢，先退回来再挪';
  return state === 'cancelled' ? '这节不办了，不用挪' : '已经开课，挪不了了';
}

export interface DayCell {
  date: string;
  number: number;
  /** 四; said in each cell of the large version, which has no columns of weekdays. */
  week: string;
  on: boolean;
  /** Where it stands now. */
  here: boolean;
  past: boolean;
  label: string;
}

export interface MonthGrid {
  blanks: number[];
  days: DayCell[];
}

/** Weeks that are over are left out. @param month `2026-12` · @param chosen `2026-12-03`, '' for none · @param startsAt where it stands now */
export function monthGrid(month: string, chosen: string, startsAt: number, now: number): MonthGrid {
  const { blanks, days } = monthDays(month);
  const [today, here] = [dateOf(now), dateOf(startsAt)];
  const over = days.filter(({ date }) => date < today).length;
  const left = Math.max(0, over - ((blanks + over) % 7));
  return {
    blanks: Array.from({ length: left === 0 ? blanks : 0 }, (_, index) => index),
    days: days.slice(left).map(({ date, number }) => {
      const week = WEEK[(blanks + number - 1) % 7] ?? '';
      return {
        date,
        number,
        week,
        on: date === chosen,
        here: date === here,
        past: date < today,
        label: joined(
          `${monthWord(month)}${number}日周${week}`,
          date === here && '现在的日子',
          date < today && '过了',
        ),
      };
    }),
  };
}

/** The month of the class first, when that is still to come. */
export function moveMonths(startsAt: number, now: number): { value: string; word: string }[] {
  const from = Math.max(startsAt, now);
  return Array.from({ length: MONTHS }, (_, ahead) => {
    const value = nextMonth(from, ahead);
    return { value, word: monthWord(value) };
  });
}

/** Epoch ms of a day and an hour of the street, UTC+8, whatever the phone's zone. */
export const momentOf = (date: string, begins: string): number => Date.parse(`${date}T${begins}:00+08:00`);

/** 挪到12月3日 周四 19:00，告诉大家 */
export function moveWord(way: Way, startsAt: number, now: number): string {
  return `挪到${dayTime(startsAt, now)}${way === 'draft' ? '' : '，告诉大家'}`;
}

export interface Obstacle {
  word: string;
  blocks: boolean;
}

export const obstaclesOf = (items: readonly Misfit[], now: number): Obstacle[] =>
  items.map((item) => ({ word: misfitWord(item, now), blocks: item.blocks }));
