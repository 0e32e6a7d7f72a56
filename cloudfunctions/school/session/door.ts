import type { DoorMatch, DoorView } from '@contract/door';
import { refuse } from '../../core/refusal';
import type { Settings } from '../../core/settings';
import { arrive, checkInWindow, mustBeCounting } from './check-in';
import type { Holder, Session } from './model';
import { noted, type Step } from './seats';

/**
 * 帮着点名的人 (S51, workflows 2.6): somebody on the roster whom the host asks for this one class. They
 * find a seat by what its owner says at the door and never see the list. Pure.
 */

/** More than this is a list. */
const MOST = 3;
const NUMBERS = 10_000;

/** 座号: four digits that a seat's owner can say instead of a name; good within the class only. */
export function seatNumber(seat: string): string {
  const sum = [...seat].reduce((all, character) => (all * 31 + character.charCodeAt(0)) % 999_983, 7);
  return String(sum % NUMBERS).padStart(4, '0');
}

/** While the check-in runs, and as long as they hold a seat themselves. */
export function isSteward(
  session: Session,
  personId: string | null,
  now: number,
  settings: Settings,
): boolean {
  const one = session.stewards?.find((each) => each.personId === personId);
  return (
    one !== undefined &&
    now <= Math.min(one.until, checkInWindow(session, settings).closesAt) &&
    session.holders.some((holder) => holder.personId === personId)
  );
}

/** Who may be asked: somebody who came by themselves; a seat taken by a 支部 has no phone. */
export function mayHelp(session: Session, holder: Holder, now: number, settings: Settings): boolean {
  const going = session.state === 'open' || session.state === 'running' || session.state === 'ended';
  return going && holder.bookedBy === undefined && now <= checkInWindow(session, settings).closesAt;
}

/** @throws NOT_ON_ROSTER, NOT_NOW */
export function nameSteward(session: Session, personId: string, step: Step, settings: Settings): Session {
  const holder = session.holders.find((one) => one.personId === personId) ?? refuse('NOT_ON_ROSTER');
  if (isSteward(session, personId, step.now, settings)) return session;
  if (!mayHelp(session, holder, step.now, settings)) refuse('NOT_NOW');
  const until = checkInWindow(session, settings).closesAt;
  const others = (session.stewards ?? []).filter((one) => one.personId !== personId);
  return noted({ ...session, stewards: [...others, { personId, until }] }, step, 'name_steward', personId);
}

export function dismissSteward(session: Session, personId: string, step: Step): Session {
  const stewards = session.stewards ?? [];
  if (!stewards.some((one) => one.personId === personId)) return session;
  const left = stewards.filter((one) => one.personId !== personId);
  return noted({ ...session, stewards: left }, step, 'dismiss_steward', personId);
}

/**
 * `said`: one character or four digits. Who has not been counted comes first, so that of many with one
 * name those who are still waiting at the door are found.
 */
export function atDoor(session: Session, said: string): DoorView {
  const fits = session.holders
    .filter(({ name, seat }) => [...name][0] === said || seatNumber(seat) === said)
    .map(matchOf)
    .sort((one, other) => Number(one.arrived) - Number(other.arrived));
  return { matches: fits.slice(0, MOST), more: fits.length > MOST };
}

export function matchOf({ seat, name, arrived }: Holder): DoorMatch {
  return { seat, name, arrived: arrived !== undefined };
}

/**
 * @param when the tap: a phone that was without a network sends it later
 * @throws NOT_ON_ROSTER, CHECK_IN_EARLY, CHECK_IN_LATE, SESSION_NOT_OPEN
 */
export function letIn(session: Session, seat: string, step: Step, settings: Settings, when: number): Session {
  const { personId } = session.holders.find((one) => one.seat === seat) ?? refuse('NOT_ON_ROSTER');
  mustBeCounting(session, when, settings);
  return arrive(session, personId, 'roster', step, settings, when);
}
