import type { SeatKind, Session, Waiting } from './model';
import { tell } from './notices';
import { enrolmentOf, handOn, noted, type Step } from './seats';

/** A place in a class that was given up because its holder had another one there (`people/joining`). */
export interface Spared {
  sessionId: string;
  /** Since when; the line is served in this order. */
  at: number;
  elder: boolean;
  /** A chair, not a place in the line. */
  seated: boolean;
}

/** What somebody has in this class, to be remembered; `null` where they have nothing, or are there already. */
export function sparedOf(session: Session, personId: string): Spared | null {
  const holder = session.holders.find((one) => one.personId === personId && one.arrived === undefined);
  const waits = [...session.offers, ...session.queue].find((one) => one.personId === personId);
  const place = holder ?? waits;
  if (place === undefined) return null;
  return { sessionId: session._id, at: place.at, elder: place.elder, seated: holder !== undefined };
}

/**
 * Two people after all: who gave a place up has one again. A chair if one is free; else their old place in the line,
 * so that whoever was given theirs keeps it, and they are told. Pure.
 */
export function comeBack(
  session: Session,
  spared: Spared,
  { seat, name }: Pick<Waiting, 'seat' | 'name'>,
  step: Step & { invocation: string },
): Session {
  const { by, now, invocation } = step;
  const over = session.state !== 'open' || now >= session.startsAt;
  if (over || enrolmentOf(session, by).is !== 'none') return session;
  const { at, elder, seated } = spared;
  const one: Waiting = { personId: by, seat, name, elder, at };
  const people = session.people.includes(by) ? session.people : [...session.people, by];
  const from = seated ? freeKind(session, elder) : null;
  if (from !== null) {
    const { open, elderOpen } = session.seats;
    const seats = from === 'elder' ? { open, elderOpen: elderOpen - 1 } : { open: open - 1, elderOpen };
    const holders = [...session.holders, { ...one, from }];
    return noted({ ...session, people, seats, holders }, step, 'come_back');
  }
  const place = session.queue.findIndex((other) => other.at > at);
  const queue = session.queue.toSpliced(place < 0 ? session.queue.length : place, 0, one);
  const waiting = handOn(noted({ ...session, people, queue }, step, 'come_back'), step);
  const text = `《${session.title}》的座让给下一位了，您排在前头，有座先问您`;
  const effect = tell(
    session,
    by,
    `come_back:${step.rid}`,
    '两份记录分开了，座没留住',
    text,
    invocation,
    now,
  );
  return enrolmentOf(waiting, by).is === 'waiting' && seated
    ? { ...waiting, effects: [...waiting.effects, effect] }
    : waiting;
}

function freeKind({ seats }: Session, elder: boolean): SeatKind | null {
  if (elder && seats.elderOpen > 0) return 'elder';
  return seats.open > 0 ? 'general' : null;
}
