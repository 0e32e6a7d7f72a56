import type { BounceReason, Category, RatingLevel, RequestKind, Tier } from './words';

/** What residents see: a separate axis from how a matter is dispatched (DESIGN section 6). */
export type Stage = 'received' | 'under_way' | 'your_word' | 'done' | 'ended';

export type WishState =
  | 'manual_review'
  | 'verifying'
  | 'need_info'
  | 'declined'
  | 'open'
  | 'fallback'
  | 'claimed'
  | 'in_progress'
  | 'delivered'
  | 'confirmed'
  | 'reopened'
  | 'closed'
  | 'closed_unconfirmed'
  | 'withdrawn';
export type ErrandState =
  | 'submitted'
  | 'need_info'
  | 'referred'
  | 'accepted'
  | 'entrusted'
  | 'materials_in'
  | 'processing'
  | 'on_hold'
  | 'terminated'
  | 'done'
  | 'returned'
  | 'confirmed'
  | 'reopened'
  | 'closed'
  | 'closed_unconfirmed'
  | 'withdrawn';
export type GridState =
  | 'reported'
  | 'need_info'
  | 'referred'
  | 'dispatched'
  | 'bounced'
  | 'accepted'
  | 'handling'
  | 'blown'
  | 'dept_joined'
  | 'on_hold'
  | 'pending_long'
  | 'handled'
  | 'awaiting'
  | 'confirmed'
  | 'reopened'
  | 'closed'
  | 'closed_unconfirmed'
  | 'merged'
  | 'withdrawn';
export type RequestState = WishState | ErrandState | GridState;

/** Everything that can be done to a request; each is the action `request.NAME`. */
export interface RequestCommands {
  // the person whose matter it is, or who speaks for them
  answer: { text: string };
  withdraw: Record<never, never>;
  /** 修好了 / 办好了: the resident's own word. The level is optional and never preset (workflows 2.4). */
  confirm: { level: RatingLevel | null; words: string };
  /** 没解决: opens it again, with somebody else if wished. */
  reopen: { words: string; changePerson: boolean };
  /** Rating later, within the window. */
  rate: { level: RatingLevel; words: string };
  // the dispatcher
  /** `seen`: lines of the history that the open form showed; one more since then is STALE. */
  publish: { title: string; publicText: string; category: Category; seen?: number };
  dispatch: { title: string; category: Category; tier: Tier; helperId: string; seen?: number };
  ask: { text: string; seen?: number };
  decline: { reason: string; whereTo: string; seen?: number };
  refer: { reason: string; whereTo: string; phone: string; seen?: number };
  convert: { kind: RequestKind; seen?: number };
  merge: { into: string; seen?: number };
  /** The dispatcher's check of a finished grid matter. */
  pass: { note: string };
  send_back: { note: string };
  // who helps
  /** `sourceCourseId`: taken from a class (学用接力). */
  /** `company`: 帮帮团, so many together with oneself; whoever claims is the one to talk to (workflows 2.1). */
  claim: { promisedFor: number; sourceCourseId?: string; company?: number };
  /** Goes along with who has claimed it. */
  team_up: Record<never, never>;
  step_out: Record<never, never>;
  contact: { note: string };
  accept: Record<never, never>;
  bounce: { reason: BounceReason; note: string };
  /** `button`: the resident's own finger. */
  entrust: { how: 'spoken' | 'paper' | 'button' };
  take_papers: { papers: string[] };
  start: { note: string };
  progress: { note: string };
  hold: { reason: string; until: number };
  resume: { note: string };
  whistle: { departmentId: string; note: string };
  join: { note: string };
  complete: { note: string };
  hand_back: { note: string };
  deliver: { note: string };
  release: { reason: string };
  /** 申请延期1次: another day, once, with a reason that the resident reads. */
  extend: { until: number; reason: string };
  terminate: { reason: string };
  pend: { reason: string; reviewAt: number };
  close: { reason: string };
  /** A second person agrees to the longest tier. */
  approve: Record<never, never>;
}
export type RequestCommand = keyof RequestCommands;
