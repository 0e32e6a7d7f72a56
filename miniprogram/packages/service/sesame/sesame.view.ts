import type { ShareCard } from '../../../contract/sesame';
import { SHARE_KINDS } from '../../../contract/words';
import { joined, unbroken } from '../../../lib/text';
import { day } from '../../../lib/time';

export interface ShareLine {
  id: string;
  text: string;
  sub: string;
  mine: boolean;
  sample: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function shareLine(card: ShareCard, now: number): ShareLine {
  const offered = card.until === null ? '' : unbroken(`到${day(card.until, now)}`);
  return {
    id: card.id,
    text: card.text,
    sub:
      card.kind === 'promise'
        ? joined(card.who.role, card.who.name)
        : joined(SHARE_KINDS[card.kind], card.who.name, offered, `编号 ${card.no}`),
    mine: card.mine,
    sample: card.sample,
  };
}

export const KINDS = [
  { value: 'skill', title: '会点啥', text: '比如：会修收音机' },
  { value: 'thing', title: '有点啥', text: '比如：有架轮椅能借' },
];
export const DAYS = [
  { value: '7', title: '一周' },
  { value: '30', title: '一个月' },
];
