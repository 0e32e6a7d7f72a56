import type { CheckInWay } from '@contract/school';
import { MINUTE } from '../../core/calendar';
import { refuse } from '../../core/refusal';
import type { Settings } from '../../core/settings';
import type { Session } from './model';
import { noted, type Step } from './seats';

/** Being counted (workflows 2.6): equal ways, one result. */

export function checkInWindow(session: Session, settings: Settings): { opensAt: number; closesAt: number } {
  return {
    opensAt: session.startsAt - settings.checkInOpenMinutes * MINUTE,
    closesAt: session.endsAt + settings.checkInGraceMinutes * MINUTE,
  };
}

/**
 * Marks the person as arrived; whoever is already counted stays counted as they were.
 * @throws NOT_ON_ROSTER, CHECK_IN_EARLY, CHECK_IN_LATE, SESSION_NOT_OPEN
 */
export function arrive(
  session: Session,
  personId: string,
  how: CheckInWay,
  step: Step,
  settings: Settings,
): Session {
  const holder = session.holders.find((one) => one.personId === personId) ?? refuse('NOT_ON_ROSTER');
  if (holder.arrived) return session;
  if (session.state === 'cancelled' || session.state === 'postponed') refuse('SESSION_NOT_OPEN');
  const { opensAt, closesAt } = checkInWindow(session, settings);
  if (step.now < opensAt) refuse('CHECK_IN_EARLY', { at: opensAt });
  if (step.now > closesAt) refuse('CHECK_IN_LATE', { at: closesAt });
  const holders = session.holders.map((one) =>
    one.personId === personId ? { ...one, arrived: { at: step.now, how } } : one,
  );
  return noted({ ...session, holders }, step, 'check_in', personId);
}

/** The host's wrong tap taken back. Nobody is ever marked absent. */
export function unmark(session: Session, personId: string, step: Step): Session {
  const holder = session.holders.find((one) => one.personId === personId) ?? refuse('NOT_ON_ROSTER');
  if (!holder.arrived) return session;
  const holders = session.holders.map((one) => {
    if (one.personId !== personId) return one;
    const { arrived: _, ...seated } = one;
    return seated;
  });
  return noted({ ...session, holders }, step, 'unmark', personId);
}
