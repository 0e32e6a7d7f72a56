import type { BesideMe } from '@contract/beside';
import { LIMITS } from '@contract/limits';
import type { ConsoleView, RosterLine, SessionCard, SessionCommand, SessionView } from '@contract/school';
import { HOUR } from '../../core/calendar';
import type { Settings } from '../../core/settings';
import type { Venue } from '../venue/model';
import { canCorrect } from './afterwards';
import { checkInWindow, countsNow } from './check-in';
import { countedBy } from './counted-by';
import { isSteward, mayHelp, seatNumber } from './door';
import { guestsOf } from './group';
import type { Holder, Session } from './model';
import { enrolmentOf } from './seats';
import { takesTopics, topicsOf } from './topics';

/** Who reads a session. */
export interface SessionReader {
  personId: string | null;
  elder: boolean;
  /** May open the host's desk of this session. */
  host: boolean;
  /** The 支部 that they named last; absent: never. */
  branch?: string | undefined;
  /** Who comes with their phone, while people are counted (`beside.ts`). */
  beside?: readonly BesideMe[];
}

/** What a page says of the place beside its name. */
export type PlaceFacts = Pick<Venue, 'place' | 'access'>;

export function sessionCard(session: Session, reader: SessionReader): SessionCard {
  const group = guestsOf(session, reader.personId).length;
  return {
    id: session._id,
    title: session.title,
    program: session.program,
    brand: session.brand,
    method: session.method,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    venue: { id: session.venueId, name: session.venueName, communityId: session.communityId },
    state: session.state,
    left: session.seats.open + (reader.elder ? session.seats.elderOpen : 0),
    waiting: session.queue.length,
    mine: enrolmentOf(session, reader.personId),
    ...(group === 0 ? {} : { group }),
    ...(session.cohort === undefined ? {} : { cohort: session.cohort }),
    ...(session.postponed?.undecided === true ? { undecided: true } : {}),
    sample: session.sample,
  };
}

export function sessionView(
  session: Session,
  venue: PlaceFacts | null,
  alternatives: readonly Session[],
  reader: SessionReader,
  now: number,
  settings: Settings,
): SessionView {
  return {
    ...sessionCard(session, reader),
    version: session.version,
    courseId: session.courseId,
    venueDetail: { place: venue?.place ?? null, access: venue?.access ?? [] },
    host: session.hostName === '' ? null : { name: session.hostName, role: '班主任', sample: session.sample },
    teacher: session.teacher,
    familyWelcome: session.familyWelcome,
    bring: session.bring,
    agenda: session.agenda,
    echoes: session.echoes,
    seats: {
      capacity: session.capacity,
      taken: session.holders.length,
      free: session.seats.open,
      elderFree: session.seats.elderOpen,
      held: session.offers.length,
      elderUntil: session.elderUntil,
    },
    checkIn: checkInWindow(session, settings),
    ...(reader.beside?.length ? { beside: [...reader.beside] } : {}),
    guests: guestsOf(session, reader.personId).map(({ seat, name, arrived }) => ({
      seat,
      name,
      arrived: arrived !== undefined,
      number: seatNumber(seat),
    })),
    ...ownNumber(session, reader),
    ...countedByOther(session, reader),
    ...(reader.branch === undefined ? {} : { branch: reader.branch }),
    ...(session.postponed
      ? { postponed: { from: session.postponed.from, reason: session.postponed.reason } }
      : {}),
    lateFrom: session.startsAt - settings.lateLeaveHours * HOUR,
    ...(settings.noShowToEnd ? { missedToEnd: true as const } : {}),
    alternatives: alternatives.map((other) => sessionCard(other, reader)),
    correction: ownCorrection(session, reader),
    topics: topicsOf(session).map(({ name, text, personId }) => ({
      name,
      text,
      own: personId === reader.personId,
    })),
    next: nextFor(session, reader, now, settings),
  };
}

/** What this reader may do now; the page draws its buttons from it. */
export function nextFor(
  session: Session,
  reader: SessionReader,
  now: number,
  settings: Settings,
): SessionCommand[] {
  const mine = enrolmentOf(session, reader.personId);
  const next: SessionCommand[] = [];
  const signUp = session.state === 'open' && now < session.startsAt;
  const counting = countsNow(session, now, settings);
  if (mine.is === 'none' && signUp)
    next.push(session.seats.open + (reader.elder ? session.seats.elderOpen : 0) > 0 ? 'take' : 'wait');
  if (mine.is === 'seated' && takesTopics(session, now)) {
    const topics = topicsOf(session);
    const own = topics.some((one) => one.personId === reader.personId);
    if (own || topics.length < LIMITS.topics) next.push('propose');
    if (own) next.push('take_back');
  }
  if (mine.is === 'offered' && signUp) next.push('accept', 'pass');
  const withThem = reader.beside?.some(({ seated, arrived }) => seated && !arrived) === true;
  if ((mine.is === 'seated' || withThem) && counting) next.push('check_in');
  if (counting && isSteward(session, reader.personId, now, settings)) next.push('keep_door');
  const later = canCorrect(session, now, settings);
  if (mine.is === 'seated' && later && ownCorrection(session, reader) === null) next.push('ask_correction');
  if (signUp && session.seats.open > 0) next.push('take_group');
  const ahead =
    signUp ||
    session.postponed?.undecided === true ||
    ((session.state === 'published' || session.state === 'postponed') && now < session.startsAt);
  const over = session.state === 'cancelled' || !ahead;
  if (mine.is === 'offered' && !signUp && !over) next.push('pass');
  if (!over && (mine.is === 'seated' || mine.is === 'waiting')) next.push('leave');
  if (!over && guestsOf(session, reader.personId).length > 0) next.push('give_back');
  if (reader.host) {
    if (session.state === 'open' || session.state === 'published') next.push('edit', 'cancel');
    if (counting) next.push('show_code');
    if (later) next.push('backfill');
    next.push('roster');
  }
  return next;
}

function countedByOther(session: Session, reader: SessionReader): Pick<SessionView, 'countedBy'> {
  const by = countedBy(session, reader.personId);
  return by === null ? {} : { countedBy: by };
}

function ownNumber(session: Session, reader: SessionReader): { seatNumber?: string } {
  const own = session.holders.find((one) => one.personId === reader.personId);
  return own === undefined || own.arrived ? {} : { seatNumber: seatNumber(own.seat) };
}

function ownCorrection(session: Session, reader: SessionReader): SessionView['correction'] {
  const asked = session.holders.find((one) => one.personId === reader.personId)?.correction;
  if (!asked) return null;
  const { words, answer } = asked;
  return { words, answer: answer === null ? null : { granted: answer.granted, words: answer.words } };
}

export function consoleView(
  session: Session,
  view: SessionView,
  now: number,
  settings: Settings,
): ConsoleView {
  const roster = session.holders.map(
    (holder): RosterLine => ({
      seat: holder.seat,
      name: holder.name,
      elder: holder.elder,
      arrived: holder.arrived ? { at: holder.arrived.at, how: holder.arrived.how } : null,
      asks: holder.correction && holder.correction.answer === null ? holder.correction.words : null,
      ...helping(session, holder, now, settings),
    }),
  );
  return {
    session: view,
    roster,
    waiting: session.queue.length,
    arrived: roster.filter((line) => line.arrived !== null).length,
  };
}

function helping(
  session: Session,
  holder: Holder,
  now: number,
  settings: Settings,
): Pick<RosterLine, 'steward'> {
  if (isSteward(session, holder.personId, now, settings)) return { steward: 'is' };
  return mayHelp(session, holder, now, settings) ? { steward: 'may' } : {};
}

export function personOfSeat(session: Session, seat: string): string | null {
  return session.holders.find((holder) => holder.seat === seat)?.personId ?? null;
}
