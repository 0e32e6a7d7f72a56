import type { ResourceLine } from '../../../contract/sharing';
import type { VenueTier } from '../../../contract/words';
import type { Begun } from '../../../lib/begun';
import type { Named } from '../../../lib/community';
import { joined, known, UNKNOWN } from '../../../lib/text';
import { venueWord } from '../../../lib/venue';

export interface ShareLine {
  id: string;
  title: string;
  text: string;
  sample: boolean;
}

/** What a resource is called: a teaching point as everywhere, a teacher by name. */
export function resourceName(
  one: ResourceLine,
  items: readonly ResourceLine[],
  communities: readonly Named[],
): string {
  return isVenue(one) ? venueWord(one, items.filter(isVenue), communities) : known(one.name);
}

function isVenue(one: ResourceLine): one is ResourceLine & { tier: VenueTier } {
  return one.tier !== null;
}

/** Teaching points first, then teachers (S7). */
export function shareParts(
  items: readonly ResourceLine[],
  communities: readonly Named[],
): { title: string; lines: ShareLine[] }[] {
  const lines = (kind: ResourceLine['kind']) =>
    items
      .filter((one) => one.kind === kind)
      .map((one) => ({
        id: one.id,
        title: resourceName(one, items, communities),
        text:
          one.ownerOrg || one.sharedWith.length
            ? joined(`谁家的：${one.ownerOrg || UNKNOWN}`, `谁能用：${one.sharedWith.join('、') || UNKNOWN}`)
            : `谁家的、谁能用：${UNKNOWN}`,
        sample: one.sample,
      }));
  return [
    { title: '教学点', lines: lines('venue') },
    { title: '讲师', lines: lines('teacher') },
  ].filter((part) => part.lines.length > 0);
}

export interface ShareForm {
  ownerOrg: string;
  sharedWith: string;
}

const EMPTY: ShareForm = { ownerOrg: '', sharedWith: '' };
export const NOTHING_WRITTEN: Begun<ShareForm> = { form: EMPTY, from: EMPTY };

export const LABELS: Readonly<ShareForm> = { ownerOrg: '谁家的', sharedWith: '谁能一起用' };

export const formOf = ({ ownerOrg, sharedWith }: ResourceLine): ShareForm => ({
  ownerOrg,
  sharedWith: sharedWith.join('、'),
});

/** 建国社区，第二社区 → two names. */
export function namesIn(text: string): string[] {
  return text
    .split(/[，,、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
