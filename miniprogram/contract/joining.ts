import type { Nothing, Read, Write } from './kinds';

/** One person who was known by telephone or paper, and comes with a WeChat of their own later. */

/** Where the elder said yes to the community: on the telephone, or at the door. */
export type JoinHow = 'phone' | 'door';

/** Six digits to be read out, good for ten minutes and for one phone. */
export interface JoinOffer {
  code: string;
  expiresAt: number;
}

/** Whose record it is, before anything of it can be seen: enough to say “that is me” or “that is not”. */
export interface JoinPreview {
  /** 张** */
  name: string;
  sample: boolean;
  community: string;
  how: JoinHow;
}

/** Two that have become one. */
export interface JoinedView {
  name: string;
  sample: boolean;
  community: string;
  at: number;
  /** Until when it can be parted again; `null` when that is over. */
  partUntil: number | null;
}

/** How a record stands, for who may offer it: nothing to do, can be offered, joined and still to be parted. */
export type JoinState = 'none' | 'can' | 'fresh';

export type JoiningActions = {
  'joining.mine': Read<Nothing, { joined: JoinedView | null }>;
  /** By the desk or a grid worker of the person's community, after the person said yes. New digits replace the old ones. */
  'joining.offer': Write<{ personId: string; how: JoinHow }, JoinOffer>;
  /** On the phone: whose record these digits are for. */
  'joining.look': Write<{ code: string }, JoinPreview>;
  /** On the phone, after looking. What was said on either side is one from then on. */
  'joining.confirm': Write<{ code: string }, JoinedView>;
  /** Within a day: the person on the phone (`personId: null`), or the community at their word. */
  'joining.part': Write<{ personId: string | null }, { parted: true }>;
};
