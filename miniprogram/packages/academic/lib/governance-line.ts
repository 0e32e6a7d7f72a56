import type { ContentCard, DraftCard, DraftState } from '../../../contract/content';
import type { MatterCard, MatterState } from '../../../contract/governance';
import { CONTENT_KINDS, MATTER_KINDS } from '../../../contract/words';
import type { Tone } from '../../../lib/labels';
import { joined } from '../../../lib/text';
import { day } from '../../../lib/time';

/** A line of the office's and the committee's lists. */
export interface OfficeLine {
  id: string;
  title: string;
  sub: string;
  word: string;
  tone: Tone;
  sample: boolean;
}

export const MATTER_STATES: Readonly<Record<MatterState, { word: string; tone: Tone }>> = {
  signing: { word: '在签', tone: 'millet' },
  carried: { word: '定了', tone: 'pine' },
  not_carried: { word: '不办', tone: 'plain' },
  withdrawn: { word: '不提了', tone: 'plain' },
};

export const DRAFT_STATES: Readonly<Record<DraftState, { word: string; tone: Tone }>> = {
  editing: { word: '在写', tone: 'plain' },
  first: { word: '等初审', tone: 'millet' },
  second: { word: '等复审', tone: 'millet' },
  final: { word: '等终审', tone: 'millet' },
  approved: { word: '审过了', tone: 'pine' },
  dropped: { word: '先不弄', tone: 'plain' },
};

/** @param now by the server's clock, epoch ms. */
export function matterLine(card: MatterCard, now: number): OfficeLine {
  const state = card.mine ? ({ word: '等您签', tone: 'red' } as const) : MATTER_STATES[card.state];
  const signed = card.state === 'signing' && card.signed > 0 && `签了 ${card.signed} 位`;
  return {
    id: card.id,
    title: card.title,
    sub: joined(MATTER_KINDS[card.kind], `${day(card.at, now)}提的`, signed),
    ...state,
    sample: card.sample,
  };
}

export function draftLine(card: DraftCard, now: number): OfficeLine {
  return {
    id: card.id,
    title: card.title,
    sub: joined(
      CONTENT_KINDS[card.kind],
      card.edition > 1 ? `第 ${card.edition} 版` : '新的',
      day(card.at, now),
    ),
    ...DRAFT_STATES[card.state],
    sample: card.sample,
  };
}

/** A rule is written anew; it is never without a wording. */
export type ContentLine = OfficeLine & { kind: ContentCard['kind']; canTakeDown: boolean };

export function contentLine(card: ContentCard, now: number): ContentLine {
  const seen = card.stale ? `${day(card.freshAt, now)}看的，两个月没动过了` : `${day(card.freshAt, now)}看过`;
  return {
    id: card.id,
    kind: card.kind,
    title: card.title,
    sub: joined(CONTENT_KINDS[card.kind], seen),
    canTakeDown: card.shown && card.kind !== 'policy',
    word: card.shown ? '看得见' : '下架了',
    tone: card.shown ? 'pine' : 'plain',
    sample: card.sample,
  };
}
