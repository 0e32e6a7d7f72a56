import { refuse } from '../../core/refusal';
import type { Holder, Session } from './model';
import { freeSeat, handOn, noted, type Step } from './seats';

/**
 * 支部一起报名 (S51): one contact takes several seats. Each is a seat like any other, of somebody who
 * needs no phone: on the roster, given back one by one, and the contact hears what there is to hear. Pure.
 */

export interface Guest {
  personId: string;
  seat: string;
  /** How the roster shows them. */
  name: string;
}

export const guestsOf = (session: Session, contact: string | null): Holder[] =>
  contact === null ? [] : session.holders.filter(({ bookedBy }) => bookedBy === contact);

/** Who hears about this seat. */
export const hears = ({ bookedBy, personId }: Pick<Holder, 'bookedBy' | 'personId'>) => bookedBy ?? personId;

/** All or none. @throws SESSION_NOT_OPEN, SESSION_STARTED, GROUP_TOO_BIG, SEATS_FULL with how many are left */
export function takeGroup(session: Session, guests: readonly Guest[], most: number, step: Step): Session {
  if (session.state !== 'open') refuse('SESSION_NOT_OPEN');
  if (step.now >= session.startsAt) refuse('SESSION_STARTED');
  if (guestsOf(session, step.by).length + guests.length > most) refuse('GROUP_TOO_BIG', { count: most });
  const { open, elderOpen } = session.seats;
  if (open < guests.length) refuse('SEATS_FULL', { count: open });
  const holders = guests.map(
    (guest): Holder => ({ ...guest, elder: false, at: step.now, from: 'general', bookedBy: step.by }),
  );
  const taken: Session = {
    ...session,
    seats: { open: open - guests.length, elderOpen },
    holders: [...session.holders, ...holders],
    people: session.people.includes(step.by) ? session.people : [...session.people, step.by],
  };
  return noted(taken, step, 'take_group');
}

/** One of the contact's seats goes to the next in line; who has arrived stays. */
export function giveBackSeat(session: Session, seat: string, step: Step): Session {
  const guest = guestsOf(session, step.by).find((one) => one.seat === seat);
  if (guest === undefined || guest.arrived) return session;
  const shorter = { ...session, holders: session.holders.filter((one) => one !== guest) };
  const people = concerns(shorter, step.by)
    ? session.people
    : session.people.filter((one) => one !== step.by);
  const freed = freeSeat({ ...shorter, people }, guest.from);
  return handOn(noted(freed, step, 'give_back', guest.personId), step);
}

/** Has a seat, an offer, a place in the line, or seats for others. */
export function concerns({ holders, offers, queue }: Session, personId: string): boolean {
  return (
    holders.some((one) => one.personId === personId || one.bookedBy === personId) ||
    [...offers, ...queue].some((one) => one.personId === personId)
  );
}
