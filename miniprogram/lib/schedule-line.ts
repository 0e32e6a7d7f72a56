import type { Misfit, ScheduleLine } from '../contract/schedule';
import { PROGRAMS } from '../contract/words';
import { SESSION_STATES, type Tone } from './labels';
import { joined, known } from './text';
import { clock, clocks, dayTime, span } from './time';

/** One planned class as a row of the office's desk. */
export interface PlannedLine {
  id: string;
  title: string;
  sub: string;
  word: string;
  tone: Tone;
  sample: boolean;
  link: string;
}

/** 第一期 · 第十二期: small numbers as they are said. */
const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
export function cohortWord(cohort: number | null | undefined): string {
  if (cohort === null || cohort === undefined) return '';
  const { [cohort]: word = String(cohort) } = NUMERALS;
  return `第${word}期`;
}

/** @param by what the list is grouped by: it is not said again in each line */
export function plannedLine(
  line: ScheduleLine,
  now: number,
  by: 'day' | 'venue' | 'teacher' | '',
): PlannedLine {
  const when = by === 'day' ? clocks(line.startsAt, line.endsAt) : span(line.startsAt, line.endsAt, now);
  const { word, tone } = SESSION_STATES[line.state];
  return {
    id: line.id,
    title: line.title,
    sub: joined(
      line.undecided ? '时间待定' : when,
      by === 'venue' ? '' : known(line.venue.name),
      by === 'teacher' ? '' : (line.teacher ?? '讲师待定'),
      cohortWord(line.cohort) || PROGRAMS[line.program],
    ),
    word,
    tone,
    sample: line.sample,
    link: `/packages/academic/class/class?id=${line.id}`,
  };
}

/** What stands in the way, in a sentence with what it collides with. */
export function misfitWord({ kind, with: other, word, count }: Misfit, now: number): string {
  const there =
    other === null ? '' : `《${other.title}》，${dayTime(other.startsAt, now)} 到 ${clock(other.endsAt)}`;
  switch (kind) {
    case 'venue_taken':
      return `这间屋有课：${there}`;
    case 'room_small':
      return `这间屋只有 ${count ?? 0} 座`;
    case 'teacher_taken':
      return `讲师有课：${there}`;
    case 'teacher_walks':
      return '讲师那半天有人约了行走的党课';
    case 'teacher_no_consent':
      return '这位讲师还没应下来';
    case 'teacher_not_free':
      return '讲师平常这个点没空，先打电话问好';
    case 'teacher_resting':
      return '这位这个月歇着';
    case 'teacher_cap':
      return `这位一个月最多讲 ${count ?? 0} 回，满了，让人歇歇`;
    case 'holiday':
      return `那天是${word}，放假`;
    case 'quiet':
      return '晚上九点到早上八点之间，大伙要歇着';
  }
}
