import type { WishCard } from '../../../contract/service';
import { communityWord, type Named } from '../../../lib/community';
import { waited } from '../../../lib/time';
import { companyWord } from '../lib/company';

export interface WishLine {
  id: string;
  text: string;
  community: string;
  since: string;
  returned: boolean;
  mine: boolean;
  sample: boolean;
  /** The first that can be taken has the solid button (visual.md section 1). */
  first: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function wishLine(
  card: WishCard,
  communities: readonly Named[],
  now: number,
): Omit<WishLine, 'first'> {
  const community = communityWord(card.communityId, communities);
  const since = waited(card.since, now);
  return {
    id: card.id,
    text: card.text,
    community,
    since,
    returned: card.returned,
    mine: card.mine,
    sample: card.sample,
  };
}

/** @param shown how many, for 大字版 (three at a time); `null` for all. */
export function wallLines(
  cards: readonly WishCard[],
  communities: readonly Named[],
  now: number,
  shown: number | null,
): WishLine[] {
  const lines = cards.slice(0, shown ?? cards.length).map((card) => wishLine(card, communities, now));
  const first = lines.findIndex(({ mine }) => !mine);
  return lines.map((line, index) => ({ ...line, first: index === first }));
}

/** The next page behind what is there; a wish that moved meanwhile is shown once. */
export function joinPages(before: readonly WishCard[], page: readonly WishCard[]): WishCard[] {
  const known = new Set(before.map(({ id }) => id));
  return [...before, ...page.filter(({ id }) => !known.has(id))];
}

export interface TeamingLine {
  id: string;
  text: string;
  sub: string;
}

/** 帮帮团: claimed by somebody who wants company. @param now by the server's clock, epoch ms */
export function teamingLines(cards: readonly WishCard[], now: number): TeamingLine[] {
  return cards.map((card) => ({ id: card.id, text: card.text, sub: companyWord(card, now) }));
}
