import { DAY } from '../../core/calendar';
import { refuse } from '../../core/refusal';
import type { Settings } from '../../core/settings';
import { checkInWindow } from './check-in';
import type { Correction, Holder, Session } from './model';
import { noted, type Step } from './seats';

/**
 * What is put right after class (workflows 2.6): the paper list entered by the host, and a person who
 * says 我来了，没登上. Both end in the same arrival as every other way. Nobody is ever marked absent.
 */
export function correctionWindow(session: Session, settings: Settings): { from: number; until: number } {
  return {
    from: checkInWindow(session, settings).closesAt,
    until: session.endsAt + settings.correctionDays * DAY,
  };
}

export function canCorrect(session: Session, now: number, settings: Settings): boolean {
  const { from, until } = correctionWindow(session, settings);
  return took(session) && now > from && now <= until;
}

/** @throws NOT_ON_ROSTER, SESSION_NOT_OPEN, STILL_COUNTING, CORRECTION_OVER */
export function backfill(
  session: Session,
  personId: string,
  reason: string,
  step: Step,
  settings: Settings,
): Session {
  const holder = seatOf(session, personId);
  if (holder.arrived) return session;
  mustBeAfterwards(session, step.now, settings);
  return noted(seatedAs(session, counted(holder, step, reason)), step, 'backfill', personId);
}

/** Asking twice is asking once. @throws NOT_ON_ROSTER, SESSION_NOT_OPEN, STILL_COUNTING, CORRECTION_OVER */
export function askCorrection(session: Session, words: string, step: Step, settings: Settings): Session {
  const holder = seatOf(session, step.by);
  if (holder.arrived || holder.correction) return session;
  mustBeAfterwards(session, step.now, settings);
  const correction: Correction = { at: step.now, words, answer: null };
  return noted(seatedAs(session, { ...holder, correction }), step, 'ask_correction', step.by);
}

/** The host grants or declines, with a word; what was asked in time may be answered late. @throws NOT_ON_ROSTER, NOT_NOW */
export function answerCorrection(
  session: Session,
  personId: string,
  granted: boolean,
  words: string,
  step: Step,
): Session {
  const holder = seatOf(session, personId);
  const asked = holder.correction ?? refuse('NOT_NOW');
  if (asked.answer !== null) return asked.answer.granted === granted ? session : refuse('NOT_NOW');
  const correction: Correction = { ...asked, answer: { at: step.now, granted, words } };
  const seated = granted && !holder.arrived ? counted(holder, step, asked.words) : holder;
  return noted(seatedAs(session, { ...seated, correction }), step, 'answer_correction', personId);
}

function counted(holder: Holder, step: Step, reason: string): Holder {
  return { ...holder, arrived: { at: step.now, how: 'paper', reason } };
}

function seatOf(session: Session, personId: string): Holder {
  return session.holders.find((one) => one.personId === personId) ?? refuse('NOT_ON_ROSTER');
}

function seatedAs(session: Session, holder: Holder): Session {
  const holders = session.holders.map((one) => (one.personId === holder.personId ? holder : one));
  return { ...session, holders };
}

function took(session: Session): boolean {
  return session.state === 'running' || session.state === 'ended' || session.state === 'archived';
}

function mustBeAfterwards(session: Session, now: number, settings: Settings): void {
  const { from, until } = correctionWindow(session, settings);
  if (session.state === 'cancelled' || session.state === 'postponed') refuse('SESSION_NOT_OPEN');
  if (now <= from) refuse('STILL_COUNTING', { at: from });
  if (!took(session)) refuse('SESSION_NOT_OPEN');
  if (now > until) refuse('CORRECTION_OVER');
}
