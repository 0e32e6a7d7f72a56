import type { Nothing, Read, Write } from './kinds';
import type { Route } from './words';

/** 行走的党课 (S20–S24): three routes of stops in order; a group books one stop for half a day. */

/** How a stop stands in one month. `no_consent`: the storyteller has not said yes (S23). */
export type StopState = 'open' | 'resting' | 'full' | 'no_consent';
/** `null` where nobody has to be asked: the stop is a place. */
export type Consent = 'waiting' | 'given' | 'withdrawn' | null;
export type Half = 'morning' | 'afternoon';

export interface StopMonth {
  /** `2026-12` */
  month: string;
  state: StopState;
  /** Walks that can still be booked; `null`: no cap. */
  left: number | null;
}

/** What a reader may do with a stop now. */
export type StopCommand = 'book' | 'rest' | 'resume' | 'agree' | 'withdraw' | 'invite' | 'describe';

export interface StopView {
  id: string;
  route: Route;
  kind: 'place' | 'person';
  /** A person's name as the seed publishes it; never where they live or how they are rung (S23). */
  name: string;
  /** 老教师 · 老干部 · 老党员 */
  title: string | null;
  topic: string | null;
  /** 去家里听 · 边走边讲; `null` where the seed is silent. */
  manner: string | null;
  consent: Consent;
  /** This month and the next two. */
  months: StopMonth[];
  /** Days on which somebody comes already, `2026-12-01`. */
  taken: string[];
  /** An enterprise's hall: the unit has to agree first (S22). */
  unitConfirms: boolean;
  /** Most people at once; `null` until the operator has asked. */
  most: number | null;
  safety: string | null;
  /** For the office: nobody has looked at it for two months (G12). Absent otherwise. */
  stale?: boolean;
  sample: boolean;
  next: StopCommand[];
}

export interface RouteCard {
  code: Route;
  name: string;
  /** 银龄党课: another name of the route 银龄说课, not of the classroom 银龄课堂 (S24). */
  alias: string | null;
  aim: string | null;
  stops: string[];
}

export interface RouteView extends Omit<RouteCard, 'stops'> {
  /** The seed says 等: more stops may come. */
  openEnded: boolean;
  /** Walks a month that one storyteller takes (`hostMonthlyCap`). */
  monthlyCap: number;
  stops: StopView[];
}

export type WalkState = 'asked' | 'confirmed' | 'declined' | 'cancelled' | 'done';
export type WalkCommand = 'confirm' | 'decline' | 'cancel';

export interface WalkView {
  id: string;
  stop: { id: string; name: string; title: string | null; kind: 'place' | 'person'; route: Route };
  startsAt: number;
  half: Half;
  size: number;
  /** Who comes, in their own words: 样例支部 … */
  group: string;
  /** Goes between both sides: contacts run through the community, never from person to person. */
  communityId: string;
  state: WalkState;
  /** Why it was declined or called off; '' when nobody said. */
  reason: string;
  /** Who declined or called off: nobody answered in time. */
  lapsed: boolean;
  safety: string | null;
  mine: boolean;
  sample: boolean;
  next: WalkCommand[];
}

export type RouteActions = {
  'route.list': Read<Nothing, { items: RouteCard[] }>;
  'route.get': Read<{ code: Route }, RouteView>;
  'route.stop': Read<{ id: string }, StopView>;
  /** 这个月歇歇 ↔ 不歇了, by the storyteller; by the office for stops without an account. */
  'route.rest': Write<{ id: string; resting: boolean }, StopView>;
  /** A code for the storyteller, handed over by the office; the newest one counts. */
  'route.invite': Write<{ id: string }, { code: string }>;
  /** The storyteller says yes with the code: from now on this account answers. */
  'route.agree': Write<{ code: string }, StopView>;
  /** Takes the consent back, or gives it again. */
  'route.consent': Write<{ id: string; given: boolean }, StopView>;
  /** What the operator has found out about a stop. */
  'route.describe': Write<{ id: string; most: number | null; safety: string | null }, StopView>;
};

export type WalkActions = {
  /** `day`: any moment of that day in Shanghai. */
  'walk.book': Write<
    { stopId: string; day: number; half: Half; size: number; group: string; communityId: string },
    WalkView
  >;
  'walk.get': Read<{ id: string }, WalkView>;
  'walk.mine': Read<Nothing, { items: WalkView[] }>;
  /** The storyteller's desk, and the office's for stops without an account. */
  'walk.desk': Read<Nothing, { stops: StopView[]; walks: WalkView[] }>;
  'walk.confirm': Write<{ id: string }, WalkView>;
  'walk.decline': Write<{ id: string; reason: string }, WalkView>;
  /** By who booked it. No reason asked. */
  'walk.cancel': Write<{ id: string }, WalkView>;
};
