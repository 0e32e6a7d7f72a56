import type { QuietHours } from './calendar';

/** Every configurable default of workflows 10.7 that the product uses so far. */
export interface Settings {
  verifyWorkdays: number;
  needInfoDays: number;
  claimFirstContactHours: number;
  claimMatchDays: number;
  unclaimedFallbackDays: number;
  errandAcceptWorkdays: number;
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
  elderSeatPercent: number;
  /** Hours before the start when seats that no elder took are free for all. */
  elderReleaseHours: number;
  quiet: QuietHours;
}

export const DEFAULT_SETTINGS: Settings = {
  verifyWorkdays: 3,
  needInfoDays: 15,
  claimFirstContactHours: 24,
  claimMatchDays: 7,
  unclaimedFallbackDays: 15,
  errandAcceptWorkdays: 1,
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
  elderSeatPercent: 20,
  elderReleaseHours: 24,
  quiet: { from: '21:00', to: '08:00' },
};
