import type { TimerContext } from '../../core/aggregate';
import { MINUTE } from '../../core/calendar';
import type { Settings } from '../../core/settings';
import { open } from './lifecycle';
import { type Session, shelfOf } from './model';
import { tellLapsed, tellOffers, tellReminded } from './notices';
import { withoutDue } from './reminders';
import { lapse, noted, releaseElderSeats } from './seats';

/** What time alone does to a session: offers lapse, elder seats are released, it begins, ends, is filed. */

function timersOf(session: Session, settings: Settings): number[] {
  const times: number[] = [];
  if (session.state === 'open') {
    times.push(session.startsAt, ...session.offers.map((offer) => offer.until));
    times.push(...(session.reminders ?? []));
    if (session.elderUntil !== null) times.push(session.elderUntil);
  }
  if (session.state === 'published' && session.signUpAt !== undefined) times.push(session.signUpAt);
  if (session.state === 'running') times.push(session.endsAt);
  if (session.state === 'ended') times.push(session.endsAt + settings.checkInGraceMinutes * MINUTE);
  return times;
}

export function nextSessionTimer(session: Session, settings: Settings): number | null {
  const times = timersOf(session, settings);
  return times.length === 0 ? null : Math.min(...times);
}

export function onSessionTimer(session: Session, { now, rid, settings, invocation }: TimerContext): Session {
  const step = { now, rid, by: 'system', rules: settings };
  let next = session;
  if (next.state === 'published' && next.signUpAt !== undefined && next.signUpAt <= now) {
    const turn = { ...step, rid: `${rid}:open`, actors: new Set(['system' as const]), settings };
    next = open(next, turn);
  }
  if (next.state === 'open') {
    if (next.elderUntil !== null && next.elderUntil <= now)
      next = releaseElderSeats(next, { ...step, rid: `${rid}:elder` });
    next = lapse(next, { ...step, rid: `${rid}:lapse` });
    const { due, session: reminded } = withoutDue(next, now);
    if (due !== null) next = tellReminded(reminded, due, invocation, now);
    next = tellLapsed(session, tellOffers(session, next, invocation, now), invocation, now);
    if (next.startsAt <= now) next = moved(next, 'running', now, `${rid}:begin`, 'begin');
  }
  if (next.state === 'running' && next.endsAt <= now) next = moved(next, 'ended', now, `${rid}:end`, 'end');
  if (next.state === 'ended' && next.endsAt + settings.checkInGraceMinutes * MINUTE <= now) {
    next = moved(next, 'archived', now, `${rid}:archive`, 'archive');
  }
  return next;
}

function moved(
  session: Session,
  state: Session['state'],
  now: number,
  rid: string,
  command: string,
): Session {
  return { ...noted(session, { now, rid, by: 'system' }, command), state, shelf: shelfOf(state) };
}
