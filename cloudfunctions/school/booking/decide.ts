import { MINUTE } from '../../core/calendar';
import type { Booking, Claim } from './model';

/** Taking and giving back a stretch of time; pure. Both may be done twice and do it once. */

/** A class that is being written has its claim a moment earlier than its document. */
export const CLAIM_GRACE_MS = 2 * MINUTE;

export interface Span {
  startsAt: number;
  endsAt: number;
}

export const overlap = (one: Span, other: Span) => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** Names one stretch of one class. */
export const keyOf = ({ sessionId, startsAt }: Claim) => `${sessionId}:${startsAt}`;

export type Taking =
  | { is: 'taken'; booking: Booking }
  /** What it collides with. */
  | { is: 'collides'; claim: Claim };

/**
 *   office A: claims [] ── + A 19:00 ──► version 3 → 4
 *   office B: claims [] ── + B 19:30 ──► version 3 is gone ──► decides again on [A] ──► collides with A
 *
 * @param stale keys of claims that were looked up and stand for no class
 */
export function take(booking: Booking, wish: Claim, stale: ReadonlySet<string> = new Set()): Taking {
  const alive = booking.claims.filter(
    (claim) => !(stale.has(keyOf(claim)) && claim.at <= wish.at - CLAIM_GRACE_MS),
  );
  const others = alive.filter(({ sessionId }) => sessionId !== wish.sessionId);
  const collision = others.find((claim) => overlap(claim, wish));
  if (collision) return { is: 'collides', claim: collision };
  const same = (claim: Claim) =>
    claim.sessionId === wish.sessionId && claim.startsAt === wish.startsAt && claim.endsAt === wish.endsAt;
  if (alive.length === booking.claims.length && alive.some(same)) return { is: 'taken', booking };
  return { is: 'taken', booking: { ...booking, claims: [...alive.filter((one) => !same(one)), wish] } };
}

/** Gives one stretch of one class back. */
export function giveBack(booking: Booking, sessionId: string, startsAt: number): Booking {
  const claims = booking.claims.filter(
    (claim) => claim.sessionId !== sessionId || claim.startsAt !== startsAt,
  );
  return claims.length === booking.claims.length ? booking : { ...booking, claims };
}
