import type { DecisionView } from '../../../../contract/roundtable';
import type { Tone } from '../../../../lib/labels';
import { dayWithWeek } from '../../../../lib/time';

export interface DecisionLine {
  id: string;
  text: string;
  /** 王** · 11月28日前 */
  sub: string;
  word: string;
  tone: Tone;
  icon: string;
  /** Asked to see to it, and has not said. */
  asks: boolean;
  explains: boolean;
  withdraws: boolean;
  link: string;
}

/** @param now by the server's clock, epoch ms. */
export function decisionLine(view: DecisionView, now: number): DecisionLine {
  const { id, text, owner, due, why, done, next, requestId, own } = view;
  return {
    id,
    text: why === '' ? text : `${text}：${why}`,
    sub: `${owner.name}牵头，${dayWithWeek(due, now)}前`,
    ...standing(view),
    icon: done ? 'check-circle-filled' : 'time-filled',
    asks: next.includes('answer'),
    explains: next.includes('explain'),
    withdraws: next.includes('withdraw'),
    link:
      requestId === null
        ? ''
        : `/packages/${own ? 'grid/task/task' : 'service/request/request'}?id=${requestId}`,
  };
}

function standing({ done, state, word }: DecisionView): { word: string; tone: Tone } {
  if (done) return { word: '办好了', tone: 'pine' };
  if (state === 'asked') return { word: '等他回话', tone: 'millet' };
  if (state === 'declined') return { word: '他接不了', tone: 'plain' };
  if (state === 'withdrawn') return { word: '不办了', tone: 'plain' };
  return { word, tone: 'millet' };
}
