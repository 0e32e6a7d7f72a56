import type { TaskCard } from '../../../contract/work';
import { dayWithWeek } from '../../../lib/time';

export interface TaskLine {
  id: string;
  title: string;
  word: string;
  tone: 'frost' | 'millet' | 'rust' | 'plain';
  /** 微心愿 · 自己说的 */
  sentence: string;
  /** 最晚10月24日 周六, '' when there is no day. */
  due: string;
  late: boolean;
  sample: boolean;
  link: string;
}

/** A day left, by the server's clock: it is said in millet. */
const SOON = 24 * 3_600_000;

/** @param now by the server's clock, epoch ms. */
export function taskLine(card: TaskCard, now: number): TaskLine {
  const due = dueWords(card, now);
  const soon = card.dueAt !== null && card.dueAt - now < SOON;
  return {
    id: card.id,
    title: card.title,
    word: card.word,
    tone: card.late ? 'rust' : soon ? 'millet' : 'frost',
    sentence: card.sentence,
    due,
    late: card.late,
    sample: card.sample,
    link: card.along ? `/packages/service/wish/wish?id=${card.id}` : `/packages/grid/task/task?id=${card.id}`,
  };
}

/** Late is said of the matter, never of the person (rules G11). */
function dueWords({ dueAt, late }: TaskCard, now: number): string {
  if (dueAt === null) return '';
  const day = dayWithWeek(dueAt, now);
  return late ? `说好${day}，过了日子，先跟人家说一声` : `最晚${day}`;
}

export function endedLine(card: TaskCard, now: number): TaskLine {
  return { ...taskLine({ ...card, dueAt: null, late: false }, now), tone: 'plain' };
}
