import type { RectifyState } from '@contract/rating';
import type { RectifyCause } from '@contract/words';

/** What follows from a bad rating; part of the request's document. */
export interface Rectify {
  state: RectifyState;
  since: number;
  /** The limit (rectifyWorkdays), then the day that was promised. */
  dueAt: number;
  /** `null` until somebody has called. */
  cause: RectifyCause | null;
  note: string;
  /** Person id of who called. */
  calledBy: string | null;
  reminded: boolean;
}

/** 有误评、恶意差评申诉复核机制 (R25b). */
export interface Appeal {
  state: 'open' | 'upheld' | 'dismissed';
  plea: string;
  reason: string;
  at: number;
}

/** 电话代录须标注并抽核 (workflows 2.4 ③). */
export interface SpotCheck {
  state: 'waiting' | 'holds' | 'denied' | 'not_drawn';
  /** Who wrote it down: never who checks it. */
  recordedBy: string;
  checkedBy: string | null;
  note: string;
}

export function isRectifying({ state }: Rectify): boolean {
  return state === 'calling' || state === 'promised';
}
