import type { OrderLine } from '../../../contract/orders';
import type { ScheduleLine } from '../../../contract/schedule';
import type { TourGroup } from '../../../contract/station';
import { COURSE_TOPICS, PROGRAMS } from '../../../contract/words';
import { type PlannedLine, plannedLine } from '../../../lib/schedule-line';
import { slotWord } from '../../../lib/slots';
import { joined, known, steady } from '../../../lib/text';
import { dateOf, day, dayOfMonth, dayWithWeek, range } from '../../../lib/time';

/** How the week is laid out. */
export type Board = 'day' | 'venue' | 'teacher';

export interface BoardGroup {
  key: string;
  title: string;
  lines: PlannedLine[];
}

/** The week under headings: days in their order, rooms and teachers by name. */
export function boardOf(week: readonly ScheduleLine[], board: Board, now: number): BoardGroup[] {
  const groups = new Map<string, BoardGroup>();
  for (const line of week) {
    const title = titleOf(line, board, now);
    const key = board === 'day' ? dateOf(line.startsAt) : board === 'venue' ? line.venue.id : title;
    const group = groups.get(key) ?? { key, title, lines: [] };
    group.lines.push(plannedLine(line, now, board));
    groups.set(key, group);
  }
  return board === 'day'
    ? [...groups.values()]
    : [...groups.values()].sort((a, b) => a.title.localeCompare(b.title));
}

function titleOf(line: ScheduleLine, board: Board, now: number): string {
  if (board === 'day') return dayWithWeek(line.startsAt, now);
  return board === 'venue' ? known(line.venue.name) : (line.teacher ?? '讲师待定');
}

/** 11月23日–29日 · 10月26日–11月1日 */
export function weekWord(monday: number): string {
  const sunday = monday + 6 * 86_400_000;
  const sameMonth = dateOf(monday).slice(0, 7) === dateOf(sunday).slice(0, 7);
  const until = dayOfMonth(sunday);
  return range(dayOfMonth(monday), sameMonth ? until.slice(until.indexOf('月') + 1) : until);
}

export interface PoolLine {
  id: string;
  title: string;
  text: string;
  branches: string;
  word: string;
  link: string;
  sample: boolean;
}

export function poolLine(line: OrderLine, now: number): PoolLine {
  const { heads, enough, pooledAt, planned, branches } = line;
  return {
    id: line.id,
    title: line.title,
    text: joined(
      PROGRAMS[line.program],
      pooledAt === null ? `${heads} 人点了，还差 ${Math.max(0, enough - heads)} 人` : `${heads} 人要上`,
      pooledAt === null ? '' : `${day(pooledAt, now)}够的人`,
    ),
    branches: branches.map(({ name, size }) => steady(`${name} ${size} 人`)).join('，'),
    word: planned === null ? '' : '在排了',
    link:
      planned === null
        ? `/packages/academic/arrange/arrange?course=${line.id}`
        : `/packages/academic/class/class?id=${planned.id}`,
    sample: line.sample,
  };
}

export interface TourLine {
  key: string;
  title: string;
  text: string;
  link: string;
}

export function tourLine({ slot, topic, heads, stations }: TourGroup): TourLine {
  const [first] = stations;
  return {
    key: `${slot}:${topic}`,
    title: joined(slotWord(slot), COURSE_TOPICS[topic]),
    text: `${heads} 人：${stations.map(({ name }) => name).join('、')}`,
    link: `/packages/academic/arrange/arrange?station=${first?.id ?? ''}&slot=${slot}`,
  };
}
