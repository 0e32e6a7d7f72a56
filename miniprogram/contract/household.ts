import type { JoinState } from './joining';
import type { Nothing, Read, Write } from './kinds';
import type { RequestCard } from './service';

/** 户卡: a card of paper on the inside of the door, for a home without a telephone (delight 纸上小程序). */
export interface CardView {
  id: string;
  /** Crockford base32 with a check character; in the QR as `h=CODE` (workflows 10.6). */
  code: string;
  state: 'valid' | 'lost' | 'revoked';
  since: number;
}

/** What the card opens, for those who come to the door: no telephone, no doorplate. */
export interface HouseholdView {
  card: CardView;
  name: string;
  sample: boolean;
  community: string;
  building: string;
  open: RequestCard[];
  personId: string;
  /** Whether a WeChat account may become one with this record. */
  joining: JoinState;
}

export type HouseholdActions = {
  /** At the home of somebody who is not known yet: a profile without WeChat, and its card. */
  'household.register': Write<
    { name: string; communityId: string; phone: string; building: string; door: string },
    HouseholdView
  >;
  /** A new code; the old one opens nothing any more. */
  'household.issue': Write<{ id: string }, HouseholdView>;
  /** Each opening is written down and shown to the person. CARD_VOID when it was lost or revoked. */
  'household.open': Write<{ code: string }, HouseholdView>;
  /** `lost`: the person, a relative who may speak for them, or staff. `revoked`: staff. */
  'household.void': Write<{ id: string; why: 'lost' | 'revoked' }, CardView>;
  /** A card of one's own, for whoever has a telephone and wants one at the door as well. */
  'household.take': Write<{ wanted: true }, CardView>;
  'household.mine': Read<Nothing, { card: CardView | null }>;
};
