import type { Nothing, Read, Write } from './kinds';
import type { SessionCard, SessionState, SessionView } from './school';
import type { Program } from './words';

/** From order to class, the school office's side (S39, workflows 2.9): drafts, review, publishing, postponing. */

export type ScheduleCommand =
  | 'draft'
  | 'submit'
  | 'approve'
  | 'return'
  | 'publish'
  | 'open'
  | 'postpone'
  | 'republish'
  | 'hand_over'
  | 'cancel';

/** A class as the office plans it. */
export interface SessionDraft {
  courseId: string;
  venueId: string;
  /** Of the faculty; `null` while nobody was found. */
  teacherId: string | null;
  /** 班主任: a person id that `schedule.choices` offered; `null`: not yet. */
  hostId: string | null;
  startsAt: number;
  minutes: number;
  capacity: number;
  familyWelcome: boolean;
  bring: string[];
  agenda: string[];
  /** When sign-up opens; `null`: as soon as it is published. */
  signUpAt: number | null;
  /** 第几期 (S59); `null`: not counted. */
  cohort: number | null;
}

export type MisfitKind =
  | 'venue_taken'
  | 'room_small'
  | 'teacher_taken'
  | 'teacher_walks'
  | 'teacher_no_consent'
  | 'teacher_not_free'
  | 'teacher_resting'
  | 'teacher_cap'
  | 'holiday'
  | 'quiet';

/** What a plan collides with, or what whoever plans it should know. */
export interface Misfit {
  kind: MisfitKind;
  /** Stands in the way; otherwise it is only shown. */
  blocks: boolean;
  /** The class that is there already. */
  with: { title: string; startsAt: number; endsAt: number } | null;
  /** The holiday's name, '' for anything else. */
  word: string;
  /** Seats of the room, classes a month. */
  count: number | null;
}

export interface ScheduleLine {
  id: string;
  title: string;
  program: Program;
  cohort: number | null;
  startsAt: number;
  endsAt: number;
  /** Postponed without a new time: `startsAt` is the old one. */
  undecided: boolean;
  state: SessionState;
  venue: { id: string; name: string | null };
  /** Name of who teaches, `null` while nobody does. */
  teacher: string | null;
  host: string | null;
  capacity: number;
  taken: number;
  sample: boolean;
}

export interface ScheduleView extends ScheduleLine {
  version: number;
  draft: SessionDraft;
  /** Why the review gave it back, '' when it did not. */
  returned: string;
  next: ScheduleCommand[];
}

/** 支部一起报名 (S51): several seats by one contact. */
export type GroupActions = {
  /** One name a seat, '' where the contact gives none. All or none. */
  'session.take_group': Write<{ id: string; branch: string; names: string[] }, SessionView>;
  'session.give_back': Write<{ id: string; seat: string }, SessionView>;
};

/** What a plan can name. */
export interface ScheduleChoices {
  courses: { id: string; title: string; program: Program; minutes: number; sample: boolean }[];
  /** Teaching points, and the stations that want a class. `seats: null`: not counted. */
  venues: { id: string; name: string; station: boolean; seats: number | null }[];
  teachers: { id: string; name: string; source: string }[];
  hosts: { id: string; name: string }[];
}

export type ScheduleActions = {
  'session.choices': Read<Nothing, ScheduleChoices>;
  /** The week that `day` lies in, what is being planned, and what waits for a new day. A host sees their own. */
  'session.desk': Read<
    { day: number },
    {
      week: ScheduleLine[];
      plans: ScheduleLine[];
      /** Planned, and their day went by before they were published: another day, or given up. */
      passed: ScheduleLine[];
      undecided: ScheduleLine[];
      canPlan: boolean;
      office: boolean;
    }
  >;
  /** A programme's classes to come and those that were, with their cohorts (S45–S53, S59). */
  'session.program': Read<{ program: Program }, { coming: SessionCard[]; past: SessionCard[] }>;
  'session.sheet': Read<{ id: string }, ScheduleView>;
  /** Asked while the form is filled in. `id`: the class itself, which does not collide with itself. */
  'session.fits': Read<
    {
      id: string | null;
      venueId: string;
      teacherId: string | null;
      startsAt: number;
      minutes: number;
      capacity: number;
    },
    { items: Misfit[] }
  >;
  /** `id: null` begins one; while it is a draft it is changed with the version that was seen. */
  'session.draft': Write<{ id: string | null; version: number; plan: SessionDraft }, ScheduleView>;
  'session.submit': Write<{ id: string }, ScheduleView>;
  'session.approve': Write<{ id: string }, ScheduleView>;
  'session.return': Write<{ id: string; reason: string }, ScheduleView>;
  /** Opens sign-up with it, or leaves that to the hour that the draft names. */
  'session.publish': Write<{ id: string }, ScheduleView>;
  /** Sign-up opens now instead of at its hour. */
  'session.open': Write<{ id: string }, ScheduleView>;
  /** `startsAt: null` is 时间待定: everybody keeps seat and place in the line. */
  'session.postpone': Write<{ id: string; startsAt: number | null; reason: string }, ScheduleView>;
  /** The new time of a class that was waiting for one. */
  'session.republish': Write<{ id: string; startsAt: number }, ScheduleView>;
  /**
   * 换班主任 once the plan is out of the draft: another host, or `null`: the office keeps the roster.
   * `from` is who was seen to host it, so that of two offices that hand it on at once one is told.
   */
  'session.hand_over': Write<{ id: string; from: string | null; to: string | null }, ScheduleView>;
};
