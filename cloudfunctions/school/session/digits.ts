import { MINUTE } from '../../core/calendar';
import { refuse } from '../../core/refusal';
import type { Settings } from '../../core/settings';
import type { Session } from './model';
import type { Signer } from './rotating-code';

/**
 * Four digits for the blackboard (workflows 2.6). A number is good for ten minutes from its first
 * showing, and a new one comes at half that time, so that whoever copies it down has at least five.
 */
const NUMBERS = 10_000;

function numberOf(sessionId: string, step: number, signer: Signer): string {
  const mac = Buffer.from(signer.sign(`RSD.${sessionId}.${step.toString(36)}`), 'base64url');
  return String(mac.readUIntBE(0, 6) % NUMBERS).padStart(4, '0');
}

const stepMs = (settings: Settings) => (settings.digitsMinutes * MINUTE) / 2;

export function digitsNow(
  sessionId: string,
  now: number,
  signer: Signer,
  settings: Settings,
): { digits: string; digitsUntil: number } {
  const step = Math.floor(now / stepMs(settings));
  return { digits: numberOf(sessionId, step, signer), digitsUntil: (step + 2) * stepMs(settings) };
}

export function goodDigits(
  given: string,
  sessionId: string,
  now: number,
  signer: Signer,
  settings: Settings,
): boolean {
  const step = Math.floor(now / stepMs(settings));
  return [step, step - 1].some((each) => numberOf(sessionId, each, signer) === given);
}

/** A wrong number is remembered for as long as a number lives, so that nobody can try them all. */
export interface Try {
  personId: string;
  count: number;
  since: number;
}

/** @throws TRIES_USED when this person has guessed too often; the host can still tap. */
export function mayTry(session: Session, personId: string, now: number, settings: Settings): void {
  const one = fresh(session, now, settings).find((each) => each.personId === personId);
  if (one && one.count >= settings.digitsTries)
    refuse('TRIES_USED', { at: one.since + settings.digitsMinutes * MINUTE });
}

export function triedOnce(session: Session, personId: string, now: number, settings: Settings): Session {
  const tries = fresh(session, now, settings);
  const old = tries.find((each) => each.personId === personId) ?? { personId, count: 0, since: now };
  return {
    ...session,
    tries: [...tries.filter((each) => each.personId !== personId), { ...old, count: old.count + 1 }],
  };
}

function fresh(session: Session, now: number, settings: Settings): readonly Try[] {
  return (session.tries ?? []).filter((each) => each.since > now - settings.digitsMinutes * MINUTE);
}
