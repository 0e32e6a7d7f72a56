import type { ActivityCard } from './activity';
import type { Nothing, Read, Write } from './kinds';
import type { PersonLine } from './people';
import type { WishCard } from './service';
import type { ActivityKind, DualSkill, ShareKind, SpareTime } from './words';

/** 双报到 (S62, workflows 2.8): one's own entry; the unit is shown to nobody else. */
export interface DualView {
  here: boolean;
  unit: string;
  skills: DualSkill[];
  free: SpareTime[];
  likes: ActivityKind[];
}

/** The three lists, made from entries, wishes and activities: no person, no unit, no order among people. */
export interface DualLists {
  /** What the caller has said themself. */
  mine: DualView;
  /** 供给清单 */
  supply: { skill: DualSkill; free: SpareTime[] }[];
  /** 需求清单: what hangs on the wall. */
  demand: WishCard[];
  /** 共建清单: activities with places that fit what somebody would like to do. */
  together: ActivityCard[];
}

/** 芝麻分享 and 芝麻亮相 (S67). */
export interface ShareCard {
  id: string;
  kind: ShareKind;
  text: string;
  who: PersonLine;
  /** Number to say to the community: there is no telephone here. */
  no: string;
  /** `null` for promises: they stand until withdrawn. */
  until: number | null;
  mine: boolean;
  sample: boolean;
}

export type SesameActions = {
  'dual.register': Write<Omit<DualView, 'here'>, DualView>;
  /** At any time; what was said is forgotten with it. */
  'dual.leave': Write<Nothing, DualView>;
  'dual.lists': Read<Nothing, DualLists>;
  'sesame.get': Read<Nothing, { offers: ShareCard[]; promises: ShareCard[]; mayPromise: boolean }>;
  /** A promise is a member's own and has no end date; `days` counts for what is offered. */
  'share.put': Write<{ kind: ShareKind; text: string; days: 7 | 30 | 90 }, ShareCard>;
  'share.withdraw': Write<{ id: string }, Nothing>;
};
