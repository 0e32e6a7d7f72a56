import type { SessionCard } from '../contract/school';
import { PROGRAMS } from '../contract/words';
import { SESSION_STATES, type Tone } from './labels';
import { cohortWord } from './schedule-line';
import { joined, known, steady } from './text';
import { clock, day, spoken } from './time';

/** One class as a row: time at the left, title, where, and what this reader can do. */
export interface SessionLine {
  id: string;
  time: string;
  day: string;
  title: string;
  sub: string;
  word: string;
  tone: Tone;
  /** 今晚 6 点半有课, for 大字版. */
  spoken: string;
  sample: boolean;
  link: string;
}

/** @param now by the server's clock, epoch ms. */
export function sessionLine(card: SessionCard, now: number): SessionLine {
  const { word, tone } = seatWord(card);
  const sub = joined(PROGRAMS[card.program], cohortWord(card.cohort), known(card.venue.name));
  const undecided = card.undecided === true;
  const when = undecided ? '改日子' : day(card.startsAt, now);
  return {
    id: card.id,
    time: undecided ? '待定' : clock(card.startsAt),
    day: when,
    title: card.title,
    sub,
    word,
    tone,
    spoken: undecided ? '时间待定' : steady(`${spoken(card.startsAt, now)}有课`),
    sample: card.sample,
    link: `/packages/school/session/session?id=${card.id}`,
  };
}

/** What the reader has, or could have, in a word. */
export function seatWord(card: SessionCard): { word: string; tone: Tone } {
  const { mine } = card;
  if (card.state === 'cancelled' || card.state === 'postponed') return SESSION_STATES[card.state];
  if (mine.is === 'attended') return { word: '到过了', tone: 'pine' };
  if (card.state === 'ended' || card.state === 'archived') return SESSION_STATES[card.state];
  if (mine.is === 'none' && card.group !== undefined) return { word: `占着 ${card.group} 座`, tone: 'pine' };
  if (mine.is === 'seated') return { word: '有您的座', tone: 'pine' };
  if (mine.is === 'offered') return { word: '有座了，等您回话', tone: 'red' };
  if (mine.is === 'waiting') return { word: `候补第 ${mine.place} 位`, tone: 'millet' };
  if (card.state !== 'open') return SESSION_STATES[card.state];
  return card.left > 0 ? { word: `还有 ${card.left} 座`, tone: 'pine' } : { word: '可候补', tone: 'millet' };
}
