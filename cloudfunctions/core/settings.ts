import type { LedgerSheet } from '@contract/words';
import type { QuietHours } from './calendar';

/** Every configurable default of workflows 10.7 that the product uses so far. */
export interface Settings {
  verifyWorkdays: number;
  needInfoDays: number;
  claimFirstContactHours: number;
  claimMatchDays: number;
  /** Most people of one wish, with who claimed it (帮帮团). */
  companyMost: number;
  /** Length of the draft of a wish's hours: nobody wrote it down, so each corrects their own (workflows 2.7). */
  wishDraftMinutes: number;
  unclaimedFallbackDays: number;
  fallbackDays: number;
  errandAcceptWorkdays: number;
  /** While it waits, whoever asked hears of it at least this often (workflows 2.2). */
  holdReportDays: number;
  /** Hours before a promise is broken at which the resident is told why (story 4). */
  explainLeadHours: number;
  /** Working days in which a bad rating is put right (R25). */
  rectifyWorkdays: number;
  /** Of a hundred words written down from the telephone, how many a second person checks (workflows 2.4). */
  phoneCheckPercent: number;
  /** Working days until a complaint is answered; after that the auditor takes it. */
  complaintWorkdays: number;
  /** How long an answer can be found insufficient, in days. */
  complaintReplyDays: number;
  /** The most that may be laid out for a neighbour, in yuan (workflows 2.2 代购). */
  purchaseCeilingYuan: number;
  tierWorkdays: { onspot: number; normal: number; hard: number; max: number };
  confirmDays: number;
  ratingWindowDays: number;
  checkInOpenMinutes: number;
  checkInGraceMinutes: number;
  rotateSeconds: number;
  rotateGraceSeconds: number;
  /** How long four digits on a blackboard are good (workflows 2.6). */
  digitsMinutes: number;
  /** Wrong numbers of one person within that time. */
  digitsTries: number;
  /** How long after class who was there can be put right (workflows 2.6). */
  correctionDays: number;
  offerHours: number;
  /** Who kept a seat twice in a row and did not come stands last in the next line, once (workflows 2.9). */
  noShowToEnd: boolean;
  /**
   * Hours before the start from which giving a seat back is late (workflows 2.9: 开课前 3h 可退). It decides what
   * the page says and nothing else: a late word still frees the chair for the next in line, so it is never
   * refused, counted or held against anybody.
   */
  lateLeaveHours: number;
  /** Orders after which a course enters the scheduling pool (S39). */
  orderPool: number;
  elderSeatPercent: number;
  /** Hours before the start when seats that no elder took are free for all. */
  elderReleaseHours: number;
  /** Walks a month that one storyteller takes (S23). */
  hostMonthlyCap: number;
  /** Days after which a walk that nobody answered goes back to who asked. */
  walkAnswerDays: number;
  /** How far ahead a walk can be booked, in days. */
  walkAheadDays: number;
  /** Working days of the public notice before a commendation (S75). */
  noticeWorkdays: number;
  /** How many different members carry, or turn down, a matter of the committee (S26). */
  committeeQuorum: number;
  /** Days after which public content that nobody looked at again is put before the office (G12). */
  staleDays: number;
  /** Working days until somebody who asked for it is erased (rules.md 4.2). */
  deleteDays: number;
  /** Days after closing when name, telephone, doorplate and words are masked (rules.md 4.2). */
  maskAfterDays: number;
  /** When who has a seat is reminded: clock the day before and in the morning; '' for never. */
  reminders: { dayBefore: string; morning: string };
  quiet: QuietHours;
  /** 午休 of one day, from and to as clock (G8): news of how a matter goes waits; a class or visit of that noon does not. */
  noonRest: { from: string; to: string };
  /** Most knocks for one person on one day (G8); what is beyond stays in the inbox. */
  messagesPerDay: number;
  /** Groups smaller than this are not shown as numbers (workflows 10.7). */
  kAnonymity: number;
  /** Minutes until WeChat is asked again about a file whose verdict has not come, and how often it is asked at most.
   * It wants the person to have been here within two hours (rules.md 4.5): three times in one hour and a half. */
  mediaCheckMinutes: number;
  mediaCheckTimes: number;
  /** How often the timer looks for what waits for days (plans, bonds, nominations …), in minutes; 0: with every tick. */
  patientMinutes: number;
  /** How old the board of numbers may become before it is counted again: some sixty counts, so not with every look. */
  numbersMinutes: number;
  /** 课前问需: how often a year somebody is asked; a divisor of 12. */
  surveyPerYear: number;
  /** Study hours of one confirmed home lesson (workflows 2.5: an hour of organised study is one). */
  homeLessonHours: number;
  /** An asked pair lapses after this. */
  pairAnswerDays: number;
  /** Matters, and buildings besides, of one trip (顺路). */
  oneTripMax: number;
  /** Minutes before a visit when the household is told who comes (workflows 10.4). */
  visitTellMinutes: number;
  /** Calls of one person that a warm function takes in a minute; `aloud` (words read out) are paid for one by one. */
  callsPerMinute: { read: number; write: number; aloud: number };
  /** A proposed power that no second administrator agrees to lapses after this. */
  powerAnswerDays: number;
  /** The elder is reminded once of a visit that waits for their word. */
  homeConfirmRemindDays: number;
  /**
   * Which columns a sheet of the ledger has, in order, and what they are called: `{"wishes":[["no","诉求编号"]]}`
   * makes it what another platform imports. Sheets that are not named have all of their columns.
   */
  ledgerColumns: Readonly<Partial<Record<LedgerSheet, readonly (readonly [key: string, title: string])[]>>>;
}

export const DEFAULT_SETTINGS: Settings = {
  verifyWorkdays: 3,
  needInfoDays: 15,
  claimFirstContactHours: 24,
  claimMatchDays: 7,
  companyMost: 6,
  wishDraftMinutes: 60,
  unclaimedFallbackDays: 15,
  fallbackDays: 7,
  errandAcceptWorkdays: 1,
  holdReportDays: 7,
  explainLeadHours: 4,
  rectifyWorkdays: 15,
  phoneCheckPercent: 20,
  complaintWorkdays: 5,
  complaintReplyDays: 15,
  purchaseCeilingYuan: 200,
  tierWorkdays: { onspot: 0, normal: 3, hard: 7, max: 15 },
  confirmDays: 7,
  ratingWindowDays: 7,
  checkInOpenMinutes: 30,
  checkInGraceMinutes: 15,
  rotateSeconds: 30,
  rotateGraceSeconds: 60,
  digitsMinutes: 10,
  digitsTries: 5,
  correctionDays: 7,
  offerHours: 4,
  noShowToEnd: false,
  lateLeaveHours: 3,
  orderPool: 8,
  elderSeatPercent: 20,
  elderReleaseHours: 24,
  hostMonthlyCap: 2,
  walkAnswerDays: 7,
  walkAheadDays: 60,
  noticeWorkdays: 5,
  committeeQuorum: 2,
  staleDays: 60,
  deleteDays: 15,
  maskAfterDays: 30,
  reminders: { dayBefore: '18:00', morning: '08:30' },
  quiet: { from: '21:00', to: '08:00' },
  noonRest: { from: '12:30', to: '14:00' },
  messagesPerDay: 5,
  kAnonymity: 5,
  mediaCheckMinutes: 30,
  mediaCheckTimes: 3,
  patientMinutes: 10,
  numbersMinutes: 60,
  surveyPerYear: 1,
  homeLessonHours: 1,
  pairAnswerDays: 14,
  oneTripMax: 4,
  visitTellMinutes: 30,
  callsPerMinute: { read: 240, write: 60, aloud: 20 },
  powerAnswerDays: 7,
  homeConfirmRemindDays: 3,
  ledgerColumns: {},
};
