import type { Read, Write } from './kinds';
import type { PlanArea } from './words';

/** 年度培训计划 (S30, S31): year → month → fixed class (班次) → session. */

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A class that comes back in its month: `weekday` 1 is Monday; `weeks` the first, second … of them, [] all. */
export interface FixedClassInput {
  area: PlanArea;
  /** '' when the course says it. */
  title: string;
  /** `null` until the office knows which course: then no session can be made of it. */
  courseId: string | null;
  venueId: string | null;
  weekday: Weekday;
  weeks: number[];
  /** `19:00` */
  start: string;
  minutes: number;
}

export interface FixedClassView extends FixedClassInput {
  id: string;
  month: number;
  /** Of the class, or of its course. */
  name: string;
  /** `null`: not chosen, or the venue has no name yet. */
  venueName: string | null;
}

export type PlanState = 'draft' | 'proposed' | 'approved';

export interface PlanView {
  year: number;
  state: PlanState;
  /** How often the committee has approved it; 0: never. */
  edition: number;
  approvedAt: number | null;
  /** The matter in which it is decided, once it was proposed. */
  matterId: string | null;
  classes: FixedClassView[];
  courses: { id: string; title: string }[];
  venues: { id: string; name: string | null }[];
  next: ('edit' | 'copy' | 'propose' | 'generate')[];
}

/** What becomes of one day of one fixed class. */
export interface PlannedDay {
  classId: string;
  name: string;
  /** Of the class that was made of it, wherever that has been moved. */
  startsAt: number;
  /**
   * `holiday`: left out; `wanting`: course or venue is not known; `past`; `ready`: can be made; `made`;
   * `clash`: room taken; `stray`: a class was made of it, and the plan has been moved since; `dropped`: the class
   * that was made of it is called off.
   */
  state: 'ready' | 'made' | 'dropped' | 'holiday' | 'wanting' | 'past' | 'clash' | 'stray';
  /** 国庆节, or what is wanting; '' for nothing. */
  note: string;
  sessionId: string | null;
}

/** One class of a day on the timetable for everybody, and on its poster. */
export interface MonthClass {
  name: string;
  area: PlanArea | null;
  startsAt: number;
  endsAt: number;
  venue: string | null;
  place: string | null;
  /** `null`: planned, there is no sign-up yet. */
  sessionId: string | null;
  cancelled: boolean;
  sample: boolean;
}

export interface MonthView {
  year: number;
  month: number;
  /** Every day of the month, in order. */
  days: { date: string; weekday: Weekday; holiday: string; classes: MonthClass[] }[];
  /** How many classes there are in it. */
  count: number;
  /** Whether the committee has approved the year's plan. */
  approved: boolean;
  /** To ask at; `null`: 待填写. */
  phone: string | null;
}

export type PlanActions = {
  'plan.get': Read<{ year: number }, PlanView>;
  'plan.put': Write<{ year: number; month: number; id: string | null; class: FixedClassInput }, PlanView>;
  /** 挪到…: another month or weekday; everything else of it stays. */
  'plan.move': Write<
    { year: number; id: string; month: number; weekday: Weekday; weeks: number[] },
    PlanView
  >;
  'plan.drop': Write<{ year: number; id: string }, PlanView>;
  /** Last year's classes, for a year that has none yet. */
  'plan.copy': Write<{ year: number }, PlanView>;
  /** Puts it before the committee; it cannot be changed until that is decided. */
  'plan.propose': Write<{ year: number; words: string }, PlanView>;
  'plan.days': Read<{ year: number; month: number }, { items: PlannedDay[] }>;
  /** Makes draft sessions of an approved month; what is there already is not made again. */
  'plan.generate': Write<{ year: number; month: number }, { items: PlannedDay[] }>;
  /** 月历: for everybody, and for the poster. `null`: this month. */
  'plan.month': Read<{ month: string | null }, MonthView>;
};
