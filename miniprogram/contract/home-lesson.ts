import type { Read, Write } from './kinds';
import type { PersonLine } from './people';
import type { ClassroomBrand, PairDirection, Program } from './words';

/** S49 老带青 / 青帮老, state of the two-sided consent. */
export type PairState = 'asked' | 'paired' | 'declined' | 'ended';
export type PairCommand = 'agree' | 'refuse' | 'take_back' | 'end';
/** Which of the two somebody is. */
export type PairSide = 'old' | 'young';

export interface PairView {
  id: string;
  direction: PairDirection;
  state: PairState;
  side: PairSide;
  other: PersonLine;
  askedByMe: boolean;
  next: PairCommand[];
  sample: boolean;
}

/** Somebody on the voluntary list of the same community. */
export interface PairCandidate {
  id: string;
  line: PersonLine;
  /** By their own word: cannot get out, would like to be visited. */
  frail: boolean;
}

export interface PairsView {
  /** How this person stands on the voluntary list; `null`: never put themself on it. */
  entry: { side: PairSide; frail: boolean; listed: boolean; communityId: string } | null;
  /** Where they live, as far as it is known: not asked twice (G5). */
  communityId: string | null;
  /** May be on the list as one who visits. */
  mayVisit: boolean;
  pairs: PairView[];
  candidates: PairCandidate[];
}

/** state-machines.json `homeLesson` */
export type HomeLessonState =
  | 'suggested'
  | 'scheduled'
  | 'visiting'
  | 'recorded'
  | 'corrected'
  | 'confirmed'
  | 'declined'
  | 'cancelled';

/** 学了啥 · 办了啥 · 还缺啥: each may be ''. */
export interface VisitColumns {
  learned: string;
  done: string;
  missing: string;
}

export interface HomeLessonCommands {
  schedule: { at: number };
  decline: Record<never, never>;
  start: Record<never, never>;
  record: {
    columns: VisitColumns;
    audio: { fileId: string; seconds: number } | null;
    /** 还缺啥 goes on as a service request of the elder, in the same breath. */
    request: 'wish' | 'errand' | null;
  };
  confirm: Record<never, never>;
  correct: { columns: VisitColumns };
  cancel: Record<never, never>;
}
export type HomeLessonCommand = keyof HomeLessonCommands;

/** One visit: one record, told in three places (S48 送学上门, S57 银龄课堂, S63 service project). */
export interface HomeLessonView {
  id: string;
  program: Program;
  brand: ClassroomBrand;
  direction: PairDirection;
  state: HomeLessonState;
  side: PairSide;
  other: PersonLine;
  /** Read by a relative whom this elder lets follow. Absent for the two of the pair. */
  elder?: PersonLine;
  /** Appointed for, epoch ms; `null` while it is only suggested. */
  at: number | null;
  /** The month of a suggestion, `2026-11`. */
  month: string;
  columns: VisitColumns;
  audio: { url: string | null; seconds: number } | null;
  /** 纸上来的: entered from a slip, signed by the elder or not; `by` is `null` in lists. */
  paper: { signed: boolean; by: PersonLine | null } | null;
  /** What came of 还缺啥: a request that the elder finds among their own. */
  requestId: string | null;
  next: HomeLessonCommand[];
  sample: boolean;
}

/** Study hours, only for oneself (workflows 2.5). */
export interface HoursView {
  year: string;
  /** Nothing is counted out to them: `items` is empty. */
  exempt: boolean;
  total: number;
  items: { title: string; at: number; hours: number; from: 'class' | 'home' }[];
}

type HomeLessonCommandActions = {
  [Command in HomeLessonCommand as `home_lesson.${Command}`]: Write<
    { id: string } & HomeLessonCommands[Command],
    HomeLessonView
  >;
};

export type HomeLessonActions = HomeLessonCommandActions & {
  'pair.list': Read<Record<never, never>, PairsView>;
  /** 上名单 ↔ 下名单, by themselves only. */
  'pair.enlist': Write<{ side: PairSide; frail: boolean; listed: boolean; communityId: string }, PairsView>;
  'pair.ask': Write<{ entryId: string; direction: PairDirection }, PairsView>;
  'pair.answer': Write<{ id: string; command: PairCommand }, PairsView>;
  /**
   * With the pairs between which they are. `family`: at the homes of elders who let this reader follow or
   * confirm; what is over is theirs.
   */
  'home_lesson.list': Read<
    Record<never, never>,
    { open: HomeLessonView[]; past: HomeLessonView[]; pairs: PairView[]; family: HomeLessonView[] }
  >;
  'home_lesson.get': Read<{ id: string }, HomeLessonView>;
  /** A visit that the two agree on without waiting for a suggestion. */
  'home_lesson.book': Write<{ pairId: string; at: number }, HomeLessonView>;
  'study_hours.get': Read<Record<never, never>, HoursView>;
  'study_hours.exempt': Write<{ exempt: boolean }, HoursView>;
};
