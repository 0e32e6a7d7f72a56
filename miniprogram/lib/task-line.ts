import { CHANNELS } from '../contract/words';
import type { TaskCard } from '../contract/work';
import type { Tone } from './labels';
import { joined, unbroken } from './text';
import { day, dayTime } from './time';

/** A matter as somebody sees it who works on it: no name, no telephone, no house (visual.md 12.8). */
export interface TaskLine {
  id: string;
  title: string;
  sub: string;
  word: string;
  /** 今天前办 · 过了说好的日子: near its date millet, past it rust. */
  due: string;
  dueTone: Tone;
  sample: boolean;
}

const A_DAY = 24 * 3_600_000;

/** @param now by the server's clock, epoch ms. */
export function taskLine(card: TaskCard, now: number): TaskLine {
  const sub = joined(card.sentence, unbroken(dayTime(card.at, now)));
  const { due, dueTone } = dueOf(card, now);
  return {
    id: card.id,
    title: card.title,
    sub,
    word: card.word,
    due,
    dueTone,
    sample: card.sample,
  };
}

function dueOf({ dueAt, late }: TaskCard, now: number): { due: string; dueTone: Tone } {
  if (dueAt === null) return { due: '', dueTone: 'plain' };
  if (late) return { due: '过了说好的日子', dueTone: 'rust' };
  return { due: `${day(dueAt, now)}前`, dueTone: dueAt - now < A_DAY ? 'millet' : 'plain' };
}

export function channelWord(card: TaskCard): string {
  return CHANNELS[card.channel];
}
