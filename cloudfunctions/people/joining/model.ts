import type { JoinHow } from '@contract/joining';
import type { Spared } from '../../school/session/come-back';

/** What the desk or a grid worker has offered for somebody known by telephone or paper alone. */
export interface JoinOffer {
  /** Keyed digest of the six digits. */
  codeHash: string;
  expiresAt: number;
  /** Who heard the person say yes, and how. */
  by: string;
  how: JoinHow;
  at: number;
}

/** What the record did not have and was lent by the account, so that parting gives it back. */
export type Lent = 'phone' | 'building' | 'door' | 'branch';

/**
 * One person, two ways in: the record lives on, the account leads to it. It holds while the account's
 * `mergedInto` names this record and this names the account; either one alone leads nowhere.
 */
export interface Joined {
  /** Of this joining; what came over with it carries the same. */
  id: string;
  accountId: string;
  /** L1, like `Person.openid`: messages reach the person by it. */
  openid: string;
  /** Both sides' consent: the record's, heard by a worker; the account's, tapped on the phone. */
  offeredBy: string;
  how: JoinHow;
  offeredAt: number;
  at: number;
  /** Until then either side may part it. */
  until: number;
  lent: readonly Lent[];
  /** Classes in which both had a place: the account's went to the next, and is asked for again when they part. */
  spared?: readonly Spared[];
  settled: boolean;
}
