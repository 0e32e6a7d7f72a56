import { LIMITS } from '../../../contract/limits';
import type { NoticeView } from '../../../contract/notice';
import { day, dayChoices } from '../../../lib/time';

export interface NoticeLine {
  id: string;
  title: string;
  text: string;
  until: string;
  sample: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function noticeLine({ id, title, text, until, sample }: NoticeView, now: number): NoticeLine {
  return { id, title, text, until: `到${day(until, now)}`, sample };
}

/** The steps below the most that may be laid out, in yuan. */
export function ceilings(most: number): { value: string; word: string }[] {
  const steps = [20, 50, 100, 200, 500].filter((step) => step < most);
  return [...steps, most].map((step) => ({ value: String(step), word: `${step} 元以内` }));
}

/** One thing a line. */
export function listOf(text: string): string[] {
  return text
    .split(/[\n、，,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, LIMITS.shopping);
}

export interface BuyForm {
  list: string;
  ceiling: string;
}
export const NOTHING_TO_BUY: BuyForm = { list: '', ceiling: '' };

export function missingToBuy(form: BuyForm): '' | keyof BuyForm {
  if (listOf(form.list).length === 0) return 'list';
  return form.ceiling === '' ? 'ceiling' : '';
}

export interface NoticeForm {
  title: string;
  text: string;
  until: string;
}
export const NO_NOTICE: NoticeForm = { title: '', text: '', until: '' };

export function missingOfNotice(form: NoticeForm): '' | keyof NoticeForm {
  if (form.title.trim() === '') return 'title';
  if (form.text.trim() === '') return 'text';
  return form.until === '' ? 'until' : '';
}

/** Days that a notice may end on. */
export function lastDays(now: number): { value: string; word: string }[] {
  return dayChoices(now, 1, 7).map(({ at, word }) => ({ value: String(at), word }));
}
