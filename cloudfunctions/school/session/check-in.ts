import type { CheckInWay } from '@contract/school';
import { MINUTE } from '../../core/calendar';
import { refuse } from '../../core/refusal';
import type { Settings } from '../../core/settings';
import type { SeatKind, Session, Waiting } from './model';
import { noted, type Step } from './seats';

/** Being counted (workflows 2.6): equal ways, one result. */

export function checkInWindow(session: Session, settings: Settings): { opensAt: number; closesAt: number } {
  return {
    opensAt: session.startsAt - settings.checkInOpenMinutes * MINUTE,
    closesAt: session.endsAt + settings.checkInGraceMinutes * MINUTE,
  };
}

/** People are counted at the door of this class at this moment. */
export function countsNow(session: Session, now: number, settings: Settings): boolean {
  const { opensAt, closesAt } = checkInWindow(session, settings);
  const takesPlace = session.state === 'open' || session.state === 'running' || session.state === 'ended';
  return takesPlace && now >= opensAt && now <= closesAt;
}

/**
 * Marks the person as arrived; whoever is already counted stays counted as they were.
 * `when`: the moment of the tap, where a phone without a network sends it later.
 * @throws NOT_ON_ROSTER, CHECK_IN_EARLY, CHECK_IN_LATE, SESSION_NOT_OPEN
 */
export function arrive(
  session: Session,
  personId: string,
  how: CheckInWay,
  step: Step,
  settings: Settings,
  when = step.now,
): Session {
  const holder = session.holders.find((one) => one.personId === personId) ?? refuse('NOT_ON_ROSTER');
  if (holder.arrived || (holder.cleared ?? 0) > when) return session;
  mustBeCounting(session, when, settings);
  const holders = session.holders.map((one) =>
    one.personId === personId ? { ...one, arrived: { at: when, how } } : one,
  );
  return noted({ ...session, holders }, step, 'check_in', personId);
}

/** @throws SESSION_NOT_OPEN, CHECK_IN_EARLY, CHECK_IN_LATE */
export function mustBeCounting(session: Session, when: number, settings: Settings): void {
  if (session.state === 'cancelled' || session.state === 'postponed') refuse('SESSION_NOT_OPEN');
  const { opensAt, closesAt } = checkInWindow(session, settings);
  if (when < opensAt) refuse('CHECK_IN_EARLY', { at: opensAt });
  if (when > closesAt) refuse('CHECK_IN_LATE', { at: closesAt });
}

/**
 * Whoever stands at the door with a good code and finds a chair free sits down: from the street, from
 * the waiting list or on the seat that was kept for them. A kept seat of somebody else stays kept.
 */
export function sitDown(session: Session, one: Waiting, step: Step): Session {
  if (session.holders.some((holder) => holder.personId === one.personId)) return session;
  if (session.state !== 'open' && session.state !== 'running' && session.state !== 'ended')
    refuse('SESSION_NOT_OPEN');
  const others = <Line extends { personId: string }>(lines: readonly Line[]) =>
    lines.filter((line) => line.personId !== one.personId);
  const kept = session.offers.find((offer) => offer.personId === one.personId);
  const from: SeatKind = kept?.from ?? (one.elder && session.seats.elderOpen > 0 ? 'elder' : 'general');
  const field = from === 'elder' ? 'elderOpen' : 'open';
  if (!kept && session.seats[field] <= 0) refuse('NOT_ON_ROSTER');
  const seats = kept ? session.seats : { ...session.seats, [field]: session.seats[field] - 1 };
  const seated: Session = {
    ...session,
    seats,
    offers: others(session.offers),
    queue: others(session.queue),
    holders: [...session.holders, { ...one, at: step.now, from }],
    people: session.people.includes(one.personId) ? session.people : [...session.people, one.personId],
  };
  return noted(seated, { ...step, rid: `${step.rid}:sit` }, 'sit_down', one.personId);
}

/**
 * When a tap was made. A phone that was without a network says it; a clock that is so wrong that the
 * class could not be counted then is not believed.
 */
export function momentOf(
  session: Session,
  occurredAt: number | null,
  now: number,
  settings: Settings,
): number {
  const { opensAt, closesAt } = checkInWindow(session, settings);
  return occurredAt !== null && occurredAt >= opensAt && occurredAt <= closesAt ? occurredAt : now;
}

/**
 * The host's wrong tap taken back. Nobody is ever marked absent. Taps arrive in any order: the later
 * made counts, so one that took back an earlier arrival leaves a later one standing.
 */
export function unmark(session: Session, personId: string, step: Step, when = step.now): Session {
  const holder = session.holders.find((one) => one.personId === personId) ?? refuse('NOT_ON_ROSTER');
  if (holder.arrived ? holder.arrived.at > when : (holder.cleared ?? 0) >= when) return session;
  const holders = session.holders.map((one) => {
    if (one.personId !== personId) return one;
    const { arrived: _, ...seated } = one;
    return { ...seated, cleared: when };
  });
  return noted({ ...session, holders }, step, 'unmark', personId);
}
