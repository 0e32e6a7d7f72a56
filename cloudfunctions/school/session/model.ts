import type { CheckInWay, SessionState } from '@contract/school';
import type { ClassroomBrand, FacultyBatch, Method, Program } from '@contract/words';
import type { Aggregate, TimelineEntry } from '../../core/aggregate';
import type { Try } from './digits';

/** Somebody who holds a seat. The sign-in stands in the seat: one person, one seat, one sign-in. */
export interface Holder {
  personId: string;
  /** Names the seat on the host's roster; means nothing outside this session. */
  seat: string;
  /** How the roster shows them. */
  name: string;
  /** By their own word when they took the seat. */
  elder: boolean;
  at: number;
  /** Which kind of seat they sit on: it goes back to where it came from. */
  from: SeatKind;
  /** `reason`: why it was entered after class. */
  arrived?: { at: number; how: CheckInWay; reason?: string };
  /** When a wrong tap was last taken back: an older tap that arrives later counts no more. */
  cleared?: number;
  correction?: Correction;
  /** The contact who took this seat for somebody of their 支部. */
  bookedBy?: string;
  /** They waited behind everybody (`missed.ts`): what was missed before is settled by it. */
  last?: true;
}

/** 我来了，没登上: asked by the person, answered by the host. */
export interface Correction {
  at: number;
  words: string;
  answer: { at: number; granted: boolean; words: string } | null;
}

export interface Topic {
  personId: string;
  name: string;
  text: string;
  at: number;
}

export type SeatKind = 'general' | 'elder';

export interface Waiting {
  personId: string;
  seat: string;
  name: string;
  elder: boolean;
  at: number;
  /** Stands behind those who come later too (`noShowToEnd`, workflows 2.9). */
  last?: true;
}

/** A seat kept for the next in line until they answer. */
export interface Offer extends Waiting {
  from: SeatKind;
  until: number;
}

/** The day of the year's plan that a class was made of (S30). */
export interface Planned {
  classId: string;
  /** `2026-12-24` */
  day: string;
}

export interface SessionEntry extends TimelineEntry {
  /** Who it happened to, when not `by`. */
  whom?: string;
}

/**
 * One class on one day with its seats, its waiting list, its offers and its sign-ins.
 * Invariant: `seats.open + seats.elderOpen + holders + offers = capacity`.
 */
export interface Session extends Aggregate {
  timeline: readonly SessionEntry[];
  courseId: string;
  title: string;
  program: Program;
  brand: ClassroomBrand | null;
  method: Method;
  venueId: string;
  venueName: string | null;
  communityId: string | null;
  startsAt: number;
  endsAt: number;
  state: SessionState;
  /** `coming` lists are sorted by `startsAt`; an index cannot do both a set of states and a sort. */
  shelf: 'hidden' | 'coming' | 'past';
  hostId: string | null;
  hostName: string;
  teacher: { batch: FacultyBatch; source: string; name: string | null };
  /** Who of the faculty teaches it, once somebody does. */
  teacherId?: string;
  familyWelcome: boolean;
  bring: string[];
  agenda: string[];
  echoes: { text: string; done: boolean; reason: string | null }[];
  capacity: number;
  seats: { open: number; elderOpen: number };
  /** Until when seats are kept for elders; `null` when none are or they have been released. */
  elderUntil: number | null;
  holders: readonly Holder[];
  queue: readonly Waiting[];
  offers: readonly Offer[];
  /** Proposed by holders, screened before they stand here. */
  topics?: readonly Topic[];
  /** 帮着点名的人: may mark who arrives, until the check-in closes. */
  stewards?: readonly { personId: string; until: number }[];
  /** Wrong numbers given lately, by person. */
  tries?: readonly Try[];
  /** `version` written by the last edit: an older form is refused. */
  editedAtVersion: number;
  cancelled?: { at: number; reason: string };
  /** 第几期 of its programme (S59). */
  cohort?: number;
  /** When sign-up opens; absent: with the publication. */
  signUpAt?: number;
  planned?: Planned;
  /** Moments at which who has a seat will be reminded. */
  reminders?: readonly number[];
  /** Sign-up has been open: a postponed class goes back to where it was. */
  opened?: boolean;
  /** `undecided`: no new time yet, `startsAt` is the old one. */
  postponed?: { at: number; reason: string; from: number; undecided: boolean };
  /** Why the review gave the draft back. */
  returned?: string;
}

export function shelfOf(state: SessionState): Session['shelf'] {
  if (state === 'ended' || state === 'archived' || state === 'cancelled') return 'past';
  return state === 'published' || state === 'open' || state === 'running' || state === 'postponed'
    ? 'coming'
    : 'hidden';
}
