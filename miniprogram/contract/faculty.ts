import type { Nothing, Read, Write } from './kinds';
import type { Consent } from './route';
import type { DayPart, Engagement, FacultyBatch, TeachingStyle } from './words';

/** 师资 (S33–S38): three batches, sixteen part-time and thirteen special teachers; no name is invented. */

/** When somebody can usually teach: weekday 1 (Monday) to 7 and part of the day, `6-morning`. */
export type Slot = `${1 | 2 | 3 | 4 | 5 | 6 | 7}-${DayPart}`;

export interface TeacherCard {
  id: string;
  /** Shown with their consent only. */
  name: string;
  batch: FacultyBatch;
  source: string;
  engagement: Engagement;
  /** 接地气 · 会讲群众话 (S38) */
  styles: TeachingStyle[];
  /** 聘任 was decided by the committee (S26). */
  appointed: boolean;
  /** S7: whose person it is, and who else may ask for them; '' and none until the office has said. */
  ownerOrg: string;
  sharedWith: string[];
  sample: boolean;
}

export interface FacultyView {
  teachers: TeacherCard[];
  /** The seed's numbers, and how many of them are still empty places (S37). */
  places: { engagement: Engagement; target: number; empty: number }[];
}

/** Why a teacher cannot take a class. */
export type TeacherConflict = 'no_consent' | 'not_free' | 'busy';

export interface ThanksLine {
  id: string;
  at: number;
  /** Of the class. */
  title: string;
  text: string;
}

export interface TeacherDesk extends TeacherCard {
  consent: Consent;
  slots: Slot[];
  /** What people said after class, newest first: a sentence, never a number (S38). */
  thanks: ThanksLine[];
  /** Classes to come, with what does not fit. */
  classes: { id: string; title: string; startsAt: number; conflicts: TeacherConflict[] }[];
  next: ('agree' | 'withdraw' | 'slots' | 'invite')[];
}

export type FacultyActions = {
  'faculty.list': Read<Nothing, FacultyView>;
  /** The teacher's own desk, and all of them for the office. */
  'faculty.desk': Read<
    Nothing,
    {
      mine: TeacherDesk[];
      others: TeacherDesk[];
      /** For the office: said of classes whose teacher is not known yet. */
      unaddressed: ThanksLine[];
      canAdd: boolean;
    }
  >;
  /** The office adds somebody who has been asked; without their word nothing is shown. */
  'faculty.add': Write<
    { name: string; batch: FacultyBatch; source: string; engagement: Engagement; styles: TeachingStyle[] },
    { id: string; code: string }
  >;
  /** A new code for the slip; the older one no longer counts. */
  'faculty.invite': Write<{ id: string }, { code: string }>;
  'faculty.agree': Write<{ code: string }, TeacherDesk>;
  'faculty.consent': Write<{ id: string; given: boolean }, TeacherDesk>;
  'faculty.slots': Write<{ id: string; slots: Slot[] }, TeacherDesk>;
  /** One sentence by somebody who was there; the teacher and the office read it. */
  'faculty.thank': Write<{ sessionId: string; text: string }, { text: string }>;
};
