import { refuse } from '../../core/refusal';
import { sessionMachine } from './machine';
import { type Session, shelfOf } from './model';
import { noted, resize, type Step } from './seats';

/** What the host changes, and who that is; pure. */

export interface NewHost {
  id: string;
  name: string;
}

export interface SessionEdit {
  bring?: string[] | undefined;
  agenda?: string[] | undefined;
  capacity?: number | undefined;
  familyWelcome?: boolean | undefined;
}

/**
 * Only what was edited changes, so that seats taken meanwhile are kept. The version that the form
 * was opened with guards against two editors; seats taken in between raise it too, so only an edit
 * since then counts. @throws STALE, SESSION_NOT_OPEN, CAPACITY_IN_USE, ROOM_SMALL
 * @param room seats of the room, `null` when nobody has counted them
 */
export function edit(
  session: Session,
  change: SessionEdit,
  seenVersion: number,
  room: number | null,
  step: Step,
): Session {
  if (session.state !== 'open' && session.state !== 'published') refuse('SESSION_NOT_OPEN');
  if (session.editedAtVersion > seenVersion) refuse('STALE');
  mustHold(session, change.capacity, room);
  const edited: Session = {
    ...session,
    bring: change.bring ?? session.bring,
    agenda: change.agenda ?? session.agenda,
    familyWelcome: change.familyWelcome ?? session.familyWelcome,
    editedAtVersion: session.version + 1,
  };
  const sized = change.capacity === undefined ? edited : resize(edited, change.capacity, step);
  return noted(sized, step, 'edit');
}

/** What nobody has read yet: a form sends the lines that stood there too, and those have been checked. */
export function newLines(
  { bring, agenda }: Pick<Session, 'bring' | 'agenda'>,
  change: SessionEdit,
): string[] {
  const fresh = (now: readonly string[], then: readonly string[]) => now.filter((one) => !then.includes(one));
  return [...fresh(change.bring ?? [], bring), ...fresh(change.agenda ?? [], agenda)];
}

/** A form sends the chairs as they were too: a room counted later turns away nobody's other edit. */
function mustHold(session: Session, capacity: number | undefined, room: number | null): void {
  if (capacity === undefined || capacity === session.capacity || room === null) return;
  if (capacity > room) refuse('ROOM_SMALL', { field: 'capacity', count: room });
}

/** Whoever hosted it does so no more; the office has it until somebody else does. */
export function withoutHost(session: Session, step: Pick<Step, 'now' | 'rid' | 'by'>): Session {
  return noted({ ...session, hostId: null, hostName: '' }, step, 'host_gone', session.hostId ?? undefined);
}

/** From review to the last minute of class; a draft is planned anew instead, and a class that is over keeps who hosted it. */
export const canHandOver = ({ state, endsAt }: Pick<Session, 'state' | 'endsAt'>, now: number): boolean =>
  state !== 'draft' && shelfOf(state) !== 'past' && now < endsAt;

/**
 * 换班主任: whoever hosted it has its roster no more from this very write, and who helps at the door stays.
 *   office A: zhang ── to li ──► hosted by li
 *   office B: zhang ── to wang ─► hosted by li already ──► STALE
 * @param from who was seen to host it @throws NOT_NOW, STALE
 */
export function handOver(session: Session, from: string | null, to: NewHost | null, step: Step): Session {
  if (session.hostId === (to?.id ?? null)) return session;
  if (!canHandOver(session, step.now)) refuse('NOT_NOW');
  if (session.hostId !== from) refuse('STALE');
  const handed = { ...session, hostId: to?.id ?? null, hostName: to?.name ?? '' };
  return noted(handed, step, 'hand_over', from ?? undefined);
}

/** Calls it off; seats and line stay as they are, so that nothing is freed by accident. */
export function cancel(session: Session, reason: string, step: Step): Session {
  if (session.state === 'cancelled') return session;
  if (sessionMachine.states[session.state].on.cancel === undefined) refuse('SESSION_NOT_OPEN');
  const cancelled: Session = {
    ...session,
    state: 'cancelled',
    shelf: shelfOf('cancelled'),
    cancelled: { at: step.now, reason },
  };
  return noted(cancelled, step, 'cancel');
}
