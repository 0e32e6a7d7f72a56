import type { CourseCard } from '../../../contract/school';
import { CLASSROOM_BRANDS, LEARNER_GROUPS, METHODS, PROGRAMS, TRACKS } from '../../../contract/words';
import { joined } from '../../../lib/text';
import { day } from '../../../lib/time';

export interface CourseLine {
  id: string;
  title: string;
  sub: string;
  brand: string;
  /** 再有 3 人就开课 · 已排 10月29日: how many are missing, never how popular. */
  stands: string;
  planned: boolean;
  chosen: boolean;
  sample: boolean;
}

/** @param basket ids that are chosen here and not handed in yet. @param now epoch ms of the server. */
export function courseLine(card: CourseCard, basket: readonly string[], now: number): CourseLine {
  const methods = card.methods.map((method) => METHODS[method]).join('、');
  const sub = joined(methods, minutes(card.minutes));
  const stands =
    card.nextSession === null
      ? card.missing > 0
        ? `再有 ${card.missing} 人就开课`
        : '人够了，等排期'
      : `已排 ${day(card.nextSession.startsAt, now)}`;
  return {
    id: card.id,
    title: card.title,
    sub,
    brand: card.brand === null ? PROGRAMS[card.program] : CLASSROOM_BRANDS[card.brand],
    stands,
    planned: card.nextSession !== null,
    chosen: card.ordered || basket.includes(card.id),
    sample: card.sample,
  };
}

function minutes(length: number): string {
  if (length % 60 === 0) return `${length / 60} 小时`;
  return length === 90 ? '1 个半小时' : `${length} 分钟`;
}

export interface Option {
  value: string;
  word: string;
}

const options = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, word]) => ({ value, word }));

export const TRACK_OPTIONS: readonly Option[] = [{ value: '', word: '都看看' }, ...options(TRACKS)];
export const FILTERS: readonly { key: 'group' | 'method' | 'program'; title: string; options: Option[] }[] = [
  { key: 'group', title: '给谁听', options: options(LEARNER_GROUPS) },
  { key: 'method', title: '怎么讲', options: options(METHODS) },
  { key: 'program', title: '哪个班', options: options(PROGRAMS) },
];
