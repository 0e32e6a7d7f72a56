import type { AwardState, NominationCard } from '../contract/award';
import { AWARD_KINDS } from '../contract/words';
import type { Tone } from './labels';
import { joined } from './text';
import { day } from './time';

export const AWARD_STATES: Readonly<Record<AwardState, { word: string; tone: Tone }>> = {
  nominated: { word: '收到了', tone: 'frost' },
  verifying: { word: '在核实', tone: 'frost' },
  committee: { word: '校务委员会在研究', tone: 'frost' },
  publicity: { word: '公示中', tone: 'millet' },
  objection: { word: '有异议，在查', tone: 'millet' },
  commended: { word: '表彰了', tone: 'pine' },
  not_adopted: { word: '这回没评上', tone: 'plain' },
};

export interface NominationLine {
  id: string;
  title: string;
  sub: string;
  word: string;
  tone: Tone;
  sample: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function nominationLine(card: NominationCard, now: number): NominationLine {
  return {
    id: card.id,
    title: card.name,
    sub: joined(AWARD_KINDS[card.kind], `${day(card.at, now)}推荐`),
    ...AWARD_STATES[card.state],
    sample: card.sample,
  };
}
