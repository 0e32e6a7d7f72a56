import { HOUR } from '../../core/calendar';
import { allowed } from '../../core/machine';
import { refuse } from '../../core/refusal';
import type { Settings } from '../../core/settings';
import { mustBeTime } from './draft';
import { type SessionActor, type SessionStep, sessionMachine } from './machine';
import { type Session, shelfOf } from './model';
import { remindersOf } from './reminders';
import { handOn, noted, offerUntil, type Step } from './seats';

/** How a class goes from draft to sign-up, and to another day; pure. */

export interface Turn extends Step {
  actors: ReadonlySet<SessionActor>;
  settings: Pick<Settings, 'elderReleaseHours' | 'reminders' | 'quiet'>;
}

/** One step of the machine. @throws NOT_ALLOWED, NOT_NOW */
export function advance(session: Session, command: SessionStep, turn: Turn): Session {
  const rule = sessionMachine.states[session.state].on[command] ?? refuse('NOT_NOW');
  if (!allowed(sessionMachine, session.state, turn.actors).includes(command)) refuse('NOT_ALLOWED');
  return noted({ ...session, state: rule.to, shelf: shelfOf(rule.to) }, turn, command);
}

/** Back to the draft with a word why. */
export function giveBack(session: Session, reason: string, turn: Turn): Session {
  return { ...advance(session, 'return', turn), returned: reason };
}

export function submit(session: Session, turn: Turn): Session {
  const { returned: _, ...clean } = advance(session, 'submit', turn);
  return clean;
}

/** Everybody sees it; sign-up opens with it, unless its hour is still to come. @throws TIME_UNFIT */
export function publish(session: Session, turn: Turn): Session {
  mustBeTime(session.startsAt, (session.endsAt - session.startsAt) / 60_000, turn.now);
  return openedInTime(advance(session, 'publish', turn), turn);
}

/** Sign-up: whoever waits is asked first. */
export function open(session: Session, turn: Turn): Session {
  const reminders = remindersOf(session.startsAt, turn.now, turn.settings);
  return handOn({ ...advance(session, 'open', turn), opened: true, reminders }, turn);
}

/**
 * Another day: seats, line and offers stay as they are; the deadlines of offers and of the elders'
 * seats move along (workflows 2.9). With the new time known the class goes on at once from where it
 * stood, without one it waits for `republish`. @throws NOT_ALLOWED, NOT_NOW, TIME_UNFIT
 */
export function postpone(session: Session, startsAt: number | null, reason: string, turn: Turn): Session {
  const moved: Session = {
    ...advance(session, 'postpone', turn),
    postponed: { at: turn.now, reason, from: session.startsAt, undecided: true },
  };
  return startsAt === null ? moved : republish(moved, startsAt, { ...turn, rid: `${turn.rid}:republish` });
}

/** The new day of a class that was waiting for one. @throws NOT_ALLOWED, NOT_NOW, TIME_UNFIT */
export function republish(session: Session, startsAt: number, turn: Turn): Session {
  const length = session.endsAt - session.startsAt;
  mustBeTime(startsAt, length / 60_000, turn.now);
  const published = advance(session, 'republish', turn);
  const onDay: Session = {
    ...published,
    startsAt,
    endsAt: startsAt + length,
    // Seats that were kept stay kept as long before the new start; those that were released stay free.
    elderUntil: session.elderUntil === null ? null : startsAt - turn.settings.elderReleaseHours * HOUR,
    ...(session.postponed ? { postponed: { ...session.postponed, undecided: false } } : {}),
  };
  const offers = onDay.offers.map((offer) => ({ ...offer, until: offerUntil(onDay, turn) }));
  return openedInTime({ ...onDay, offers }, turn);
}

/** Published and its hour has come, or it was open before. */
function openedInTime(session: Session, turn: Turn): Session {
  const { opened, signUpAt } = session;
  const later = signUpAt !== undefined && signUpAt > turn.now && signUpAt < session.startsAt;
  if (opened !== true && later) return session;
  const actors = new Set<SessionActor>(['system']);
  return open(session, { ...turn, rid: `${turn.rid}:open`, actors });
}
