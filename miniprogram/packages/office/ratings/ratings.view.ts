import type { AppealCard, CheckCard, RectifyCard } from '../../../contract/rating';
import { RATING_LEVELS, RECTIFY_CAUSES } from '../../../contract/words';
import type { Tone } from '../../../lib/labels';
import { day } from '../../../lib/time';

export interface CallLine {
  id: string;
  title: string;
  said: string;
  word: string;
  tone: Tone;
  due: string;
  late: boolean;
  /** What the one button of this line does. */
  act: 'call_back' | 'fixed';
  button: string;
  note: string;
  sample: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function callLine(card: RectifyCard, now: number): CallLine {
  const calling = card.rectify.state === 'calling';
  const words = card.words === '' ? '' : `：“${card.words}”`;
  return {
    id: card.id,
    title: card.title,
    said: `${RATING_LEVELS[card.level]}${words}`,
    word: calling ? '等回访' : '说好要改',
    tone: calling ? 'rust' : 'millet',
    due: card.late ? '过了日子' : `${day(card.rectify.dueAt, now)}前`,
    late: card.late,
    act: calling ? 'call_back' : 'fixed',
    button: calling ? '打过了，记一句' : '改好了',
    note: card.rectify.note,
    sample: card.sample,
  };
}

export interface CheckLine {
  id: string;
  title: string;
  said: string;
  at: string;
  sample: boolean;
}

export function checkLine({ id, title, words, at, sample }: CheckCard, now: number): CheckLine {
  return {
    id,
    title,
    said: words === '' ? '记的是：办好了' : `记的是：“${words}”`,
    at: day(at, now),
    sample,
  };
}

export interface AppealLine {
  id: string;
  title: string;
  said: string;
  note: string;
  plea: string;
  sample: boolean;
}

export function appealLine({ id, title, level, words, note, plea, sample }: AppealCard): AppealLine {
  return {
    id,
    title,
    said: `${RATING_LEVELS[level]}${words === '' ? '' : `：“${words}”`}`,
    note,
    plea,
    sample,
  };
}

export const CAUSES = Object.entries(RECTIFY_CAUSES).map(([value, word]) => ({ value, word }));
export const WAYS = [
  { value: 'now', word: '当时就改了' },
  { value: 'by', word: '哪天前改好' },
  { value: 'explain', word: '把缘由说清了' },
];

/** What is written on the sheet, of whatever kind it is. */
export interface Written {
  cause: string;
  way: string;
  until: string;
  note: string;
}
export const NOTHING_WRITTEN: Written = { cause: '', way: '', until: '', note: '' };

export type Sheet = '' | 'call_back' | 'fixed' | 'review' | 'dismiss' | 'deny';
export const TITLES: Readonly<Record<Exclude<Sheet, ''>, { title: string; asks: string }>> = {
  call_back: { title: '回访记一句', asks: '怎么说的（居民看得到）' },
  fixed: { title: '改好了', asks: '怎么改的（居民看得到）' },
  review: { title: '不算他的', asks: '缘由（两边都看得到）' },
  dismiss: { title: '居民说得对', asks: '缘由（两边都看得到）' },
  deny: { title: '他没这么说', asks: '问到的情形' },
};

/** Whether what the sheet asks for is there. */
export function complete(sheet: Sheet, { cause, way, until, note }: Written): boolean {
  if (sheet !== 'call_back') return sheet === 'deny' || note.trim() !== '';
  return cause !== '' && way !== '' && note.trim() !== '' && (way !== 'by' || until !== '');
}
