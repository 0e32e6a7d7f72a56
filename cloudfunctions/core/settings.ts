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
  offerHours: number;
  elderSeatPercent: number;
  /** Hours before the start when seats that no elder took are free for all. */
  elderReleaseHours: number;
  /** Working days until somebody who asked for it is erased (rules.md 4.2). */
  deleteDays: number;
  /** Days after closing when name, telephone, doorplate and words are masked (rules.md 4.2). */
  maskAfterDays: number;
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
  offerHours: 4,
  elderSeatPercent: 20,
  elderReleaseHours: 24,
  deleteDays: 15,
  maskAfterDays: 30,
  quiet: { from: '21:00', to: '08:00' },
};
