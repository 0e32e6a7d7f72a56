import type { Enrolment } from '@contract/school';
import { addWakingTime, HOUR, type QuietHours } from '../../core/calendar';
import { refuse } from '../../core/refusal';
import type { Holder, Offer, SeatKind, Session, SessionEntry, Waiting } from './model';

/** The seats of a session as pure decisions: document in, next document or a named refusal out. */

export interface SeatRules {
  offerHours: number;
  quiet: QuietHours;
}

export interface Step {
  now: number;
  rid: string;
  by: string;
  rules: SeatRules;
}

export function enrolmentOf(session: Session, personId: string | null): Enrolment {
  const holder = session.holders.find((one) => one.personId === personId);
  if (holder?.arrived) return { is: 'attended', at: holder.arrived.at, how: holder.arrived.how };
  if (holder) return { is: 'seated', since: holder.at };
  const offer = session.offers.find((one) => one.personId === personId);
  if (offer) return { is: 'offered', until: offer.until };
  const line = inLine(session.queue);
  const place = line.findIndex((one) => one.personId === personId);
  if (place < 0) return { is: 'none' };
  return { is: 'waiting', place: place + 1, ...(line[place]?.last === true ? { last: true } : {}) };
}

/** The line as it is served: whoever stands at its end stays there when others come. */
function inLine(queue: readonly Waiting[]): readonly Waiting[] {
  return queue.some((one) => one.last === true)
    ? [...queue.filter((one) => one.last !== true), ...queue.filter((one) => one.last === true)]
    : queue;
}

/** 我去: the offered seat becomes mine. @throws NO_OFFER, OFFER_EXPIRED, SESSION_NOT_OPEN */
export function accept(session: Session, step: Step): Session {
  const offer = session.offers.find((one) => one.personId === step.by);
  if (offer === undefined)
    return enrolmentOf(session, step.by).is === 'seated' ? session : refuse('NO_OFFER');
  mustTakePlace(session);
  if (offer.until <= step.now) refuse('OFFER_EXPIRED');
  const holder: Holder = {
    personId: offer.personId,
    seat: offer.seat,
    name: offer.name,
    elder: offer.elder,
    at: step.now,
    from: offer.from,
    ...(offer.last === true ? { last: true as const } : {}),
  };
  return noted(
    { ...session, offers: without(session.offers, step.by), holders: [...session.holders, holder] },
    step,
    'accept',
  );
}

/** 让给别人. @throws NO_OFFER */
export function pass(session: Session, step: Step): Session {
  const offer = session.offers.find((one) => one.personId === step.by) ?? refuse('NO_OFFER');
  const freed = freeSeat(
    { ...session, offers: without(session.offers, step.by), people: withoutPerson(session, step.by) },
    offer.from,
  );
  return handOn(noted(freed, step, 'pass'), step);
}

/** 来不了退一下: leaves a seat, an offer or the line; whoever has arrived stays. No reason is asked. */
export function leave(session: Session, step: Step): Session {
  const mine = enrolmentOf(session, step.by);
  if (mine.is === 'none' || mine.is === 'attended') return session;
  if (mine.is === 'offered') return pass(session, step);
  const people = withoutPerson(session, step.by);
  const stewards = session.stewards?.filter((one) => one.personId !== step.by);
  if (mine.is === 'waiting')
    return noted({ ...session, people, queue: without(session.queue, step.by) }, step, 'leave');
  const holder = session.holders.find((one) => one.personId === step.by);
  const freed = freeSeat(
    {
      ...session,
      people,
      holders: without(session.holders, step.by),
      // Who has no seat helps nobody at the door.
      ...(stewards === undefined ? {} : { stewards }),
    },
    holder?.from ?? 'general',
  );
  return handOn(noted(freed, step, 'leave'), step);
}

/** Offers whose time has passed go to the next in line; who stayed silent has left the line. */
export function lapse(session: Session, step: Step): Session {
  const gone = session.offers.filter((offer) => offer.until <= step.now);
  if (gone.length === 0) return session;
  let next: Session = session;
  for (const offer of gone) {
    const shorter = {
      ...next,
      offers: without(next.offers, offer.personId),
      people: withoutPerson(next, offer.personId),
    };
    next = noted(
      freeSeat(shorter, offer.from),
      { ...step, by: 'system', rid: `${step.rid}:${offer.personId}` },
      'lapse',
      offer.personId,
    );
  }
  return handOn(next, step);
}

/** What no elder took is free for everybody (workflows 2.9). */
export function releaseElderSeats(session: Session, step: Step): Session {
  if (session.elderUntil === null) return session;
  const seats = { open: session.seats.open + session.seats.elderOpen, elderOpen: 0 };
  const released: Session = { ...session, seats, elderUntil: null };
  return handOn(noted(released, { ...step, by: 'system' }, 'release_elder_seats'), step);
}

/** More or fewer chairs. @throws CAPACITY_IN_USE */
export function resize(session: Session, capacity: number, step: Step): Session {
  const used = session.holders.length + session.offers.length;
  if (capacity < used) refuse('CAPACITY_IN_USE', { field: 'capacity', count: used });
  const free = capacity - used;
  const elderOpen = Math.min(session.seats.elderOpen, free);
  return handOn({ ...session, capacity, seats: { open: free - elderOpen, elderOpen } }, step);
}

/** Until when an offer made now stands: some waking hours, never into the class. */
export function offerUntil(session: Session, step: Step): number {
  const waking = addWakingTime(step.now, step.rules.offerHours * HOUR, step.rules.quiet);
  return Math.min(waking, session.startsAt);
}

/** Free seats meet the line: the first who may sit there is asked, with a deadline that sleeps at night. */
export function handOn(session: Session, step: Step): Session {
  if (session.state !== 'open' || step.now >= session.startsAt) return session;
  let { open, elderOpen } = session.seats;
  let queue = session.queue;
  const offers: Offer[] = [...session.offers];
  const until = offerUntil(session, step);
  const ask = (one: Waiting, from: SeatKind) => {
    offers.push({ ...one, from, until });
    queue = without(queue, one.personId);
  };
  const nextElder = () => inLine(queue).find((one) => one.elder);
  for (let elder = nextElder(); elder && elderOpen > 0; elder = nextElder()) {
    ask(elder, 'elder');
    elderOpen -= 1;
  }
  for (let [first] = inLine(queue); first && open > 0; [first] = inLine(queue)) {
    ask(first, 'general');
    open -= 1;
  }
  return offers.length === session.offers.length
    ? session
    : { ...session, queue, offers, seats: { open, elderOpen } };
}

/** A released seat goes back to its kind, while seats are kept for elders at all. */
export function freeSeat(session: Session, kind: SeatKind): Session {
  const { open, elderOpen } = session.seats;
  const kept = kind === 'elder' && session.elderUntil !== null;
  return { ...session, seats: kept ? { open, elderOpen: elderOpen + 1 } : { open: open + 1, elderOpen } };
}

function mustTakePlace(session: Session): void {
  if (session.state === 'cancelled' || session.state === 'postponed') refuse('SESSION_NOT_OPEN');
}

export function noted(
  session: Session,
  step: Pick<Step, 'now' | 'rid' | 'by'>,
  command: string,
  whom?: string,
): Session {
  const entry: SessionEntry = {
    rid: step.rid,
    at: step.now,
    by: step.by,
    command,
    ...(whom === undefined ? {} : { whom }),
  };
  return { ...session, timeline: [...session.timeline, entry] };
}

function without<One extends { personId: string }>(list: readonly One[], personId: string): readonly One[] {
  return list.filter((one) => one.personId !== personId);
}

/** Who holds seats for others still belongs to it. */
function withoutPerson({ people, holders }: Session, personId: string): string[] {
  return holders.some(({ bookedBy }) => bookedBy === personId)
    ? people
    : people.filter((one) => one !== personId);
}
