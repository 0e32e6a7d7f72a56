import type { VenueCard } from '../../../contract/school';
import { VENUE_TIERS, type VenueTier } from '../../../contract/words';
import type { Named } from '../../../lib/community';
import { joined, known, UNKNOWN } from '../../../lib/text';
import { venueWord } from '../../../lib/venue';

export interface VenueLine {
  id: string;
  title: string;
  sub: string;
  /** In the community that this person chose. */
  near: boolean;
  sample: boolean;
}

export interface VenuesLook {
  /** 全街道 and the communities that have a name and a place. */
  communities: { value: string; word: string }[];
  groups: { tier: VenueTier; title: string; lines: VenueLine[] }[];
}

/** All of the street. */
export const STREET = '';

// The keys of the closed list, in the order of 1+3+N.
const TIERS = Object.keys(VENUE_TIERS) as VenueTier[];

/**
 * 1+3+N under its three headings (S13–S17), one's own community first; what is chosen is chosen by hand.
 * @param chosen a community, or the whole street; the main venue belongs to everybody
 */
export function venuesLook(
  venues: readonly VenueCard[],
  chosen: string,
  mine: string | null,
  names: readonly Named[],
): VenuesLook {
  const here = venues.filter((one) => chosen === STREET || one.tier === 'main' || one.communityId === chosen);
  const near = ({ communityId }: VenueCard) => mine !== null && communityId === mine;
  return {
    communities: [
      { value: STREET, word: '全街道' },
      ...names.flatMap(({ id, name }) =>
        name !== null && venues.some(({ communityId }) => communityId === id)
          ? [{ value: id, word: name }]
          : [],
      ),
    ],
    groups: TIERS.map((tier) => ({
      tier,
      title: VENUE_TIERS[tier],
      lines: here
        .filter((one) => one.tier === tier)
        .sort((a, b) => Number(near(b)) - Number(near(a)))
        .map((one) => lineOf(one, venueWord(one, venues, names), near(one))),
    })).filter(({ lines }) => lines.length > 0),
  };
}

function lineOf(
  { id, name, alias, place, access, capacity, sample }: VenueCard,
  word: string,
  near: boolean,
): VenueLine {
  // What the street has not said stands in one word at the end, not three times in a line.
  const facts: readonly (readonly [name: string, fact: string])[] = [
    ['地址', place ?? ''],
    ['好不好进', access.join('、')],
    ['几个座', capacity === null ? '' : `${capacity} 座`],
  ];
  const open = facts.filter(([, fact]) => fact === '').map(([fact]) => fact);
  return {
    id,
    title: alias === null ? word : `${alias}（${known(name)}）`,
    sub: joined(...facts.map(([, fact]) => fact), open.length > 0 && `${open.join('、')}${UNKNOWN}`),
    near,
    sample,
  };
}
