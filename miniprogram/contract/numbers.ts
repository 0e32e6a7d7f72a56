import type { Nothing, Read } from './kinds';
import type { Category, Track } from './words';

/** Matters that came in during one stretch of time, and what has become of them since. */
export interface Stretch {
  /** Its first day, `2026-11-23`. */
  from: string;
  solved: number;
  open: number;
}

/** 办成了多少事: counts of matters, never of people (G6). Counted anew every few minutes. */
export interface NumbersView {
  /** When it was counted, epoch ms; `null` before the first count. */
  at: number | null;
  /** Solved by the resident's own word; `silent`: done, and nobody has said so (S73). */
  totals: { solved: number; open: number; silent: number; notDone: number };
  /** Why some came to nothing. */
  reasons: { why: 'declined' | 'referred' | 'terminated'; count: number }[];
  weeks: Stretch[];
  months: Stretch[];
  /** `solved: null`: fewer than five, not shown (kAnonymity). */
  communities: { id: string; name: string | null; solved: number | null }[];
  categories: { category: Category; solved: number | null }[];
  /** On the wall, and nobody has taken it on. */
  lacking: { category: Category; count: number | null }[];
  /** Asked for (点课) and not on the timetable yet; `null`: fewer than five ask. */
  lackingClasses: { track: Track; asking: number | null }[];
  /** Classes held, and how often somebody came or was helped: 人次, not people (S73). */
  activities: number;
  personTimes: number;
  sample: boolean;
}

export type NumbersActions = {
  'numbers.get': Read<Nothing, NumbersView>;
};
