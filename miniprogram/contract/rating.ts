import type { Nothing, Read, Write } from './kinds';
import type { RatingLevel, RectifyCause } from './words';

/** What follows from a bad rating (workflows 2.4): a call, then put right, put on a date, or explained. */
export type RectifyState = 'calling' | 'promised' | 'fixed' | 'explained';

export interface RectifyView {
  state: RectifyState;
  /** What was said on the telephone, or how it was put right; the resident reads it. */
  note: string;
  /** Working days of the limit, or the day that was promised; epoch ms. */
  dueAt: number;
  /** Whoever did it has said that the rating is not fair. */
  appeal: 'open' | 'upheld' | 'dismissed' | null;
  /** For whom reads it: the desk calls back, the helper may appeal. */
  next: ('call_back' | 'fixed' | 'appeal')[];
}

/** A line of the desk's list. */
export interface RectifyCard {
  id: string;
  title: string;
  level: RatingLevel;
  words: string;
  rectify: RectifyView;
  late: boolean;
  sample: boolean;
}

/** A word that staff wrote down from the telephone, drawn for a second person to ask again. */
export interface CheckCard {
  id: string;
  title: string;
  words: string;
  at: number;
  sample: boolean;
}

export interface AppealCard {
  id: string;
  title: string;
  level: RatingLevel;
  /** What the resident said, what the call brought, what the helper says. */
  words: string;
  note: string;
  plea: string;
  at: number;
  sample: boolean;
}

export type RatingActions = {
  /** What this desk has to call back, check and review. */
  'rating.desk': Read<
    { communityId: string | null },
    { calls: RectifyCard[]; checks: CheckCard[]; appeals: AppealCard[] }
  >;
  /** Called: put right at once (`now`), on a date (`by`), or explained. */
  'rating.call_back': Write<
    {
      id: string;
      cause: RectifyCause;
      way: 'now' | 'by' | 'explain';
      /** Only with `by`, epoch ms. */
      until: number | null;
      note: string;
    },
    { calls: RectifyCard[] }
  >;
  /** The number to call for one of these lists; that it was read is written down. '' when none was left. */
  'rating.phone': Write<{ id: string }, { value: string }>;
  'rating.fixed': Write<{ id: string; note: string }, { calls: RectifyCard[] }>;
  /** By who did it; they never read the level or the words. */
  'rating.appeal': Write<{ id: string; plea: string }, Nothing>;
  /** By the auditor: upheld, it is not counted; the resident's word stays. */
  'rating.review': Write<{ id: string; upheld: boolean; reason: string }, { appeals: AppealCard[] }>;
  /** A second person asked again: it was said so, or it was not and the matter opens anew. */
  'rating.spot_check': Write<{ id: string; holds: boolean; note: string }, { checks: CheckCard[] }>;
  /** For who helps: what could be better, from five rated matters on; never a figure of their own. */
  'rating.hints': Read<Nothing, { hints: string[] }>;
};
