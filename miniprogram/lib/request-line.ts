import type { RequestCard, RequestView } from '../contract/service';
import type { Tone } from './labels';
import { joined, steady } from './text';
import { day } from './time';

/** One matter as a row: what, how it stands, the latest sentence. */
export interface RequestLine {
  id: string;
  title: string;
  word: string;
  tone: Tone;
  sentence: string;
  /** 为张**代提 · 今天 */
  note: string;
  sample: boolean;
  link: string;
}

/** @param now by the server's clock, epoch ms. */
export function requestLine(card: RequestCard, now: number): RequestLine {
  const forWhom = card.forWhom === '' ? '' : `为${card.forWhom}代提`;
  const note = joined(forWhom, day(card.at, now));
  return {
    id: card.id,
    title: card.title,
    word: card.word,
    tone: card.tone,
    sentence: steady(card.sentence),
    note,
    sample: card.sample,
    link: `/packages/service/request/request?id=${card.id}`,
  };
}

/** 鸡蛋、油，50 元以内: what somebody buys for a neighbour (S69); '' for nothing. */
export function listWord(shopping: RequestView['shopping']): string {
  return shopping === null
    ? ''
    : `代买：${shopping.list.join('、')}。${shopping.ceiling} 元以内，现金当面结清`;
}
