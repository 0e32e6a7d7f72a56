import type { RequestCommand } from '../contract/request-states';
import type { Shelf } from './shelf';

/** Beside everything that is done to a request: a danger told, a home visit or a door written down, who came to a class, what somebody wants to learn. */
const ALSO = [
  'danger.tell',
  'home_lesson.record',
  'session.mark',
  'session.door_mark',
  'survey.answer',
  'trip.record',
  'trip.start',
  'trip.end',
] as const;

/** What may wait for the network: a matter that was said, and what is done at a door or in a class (workflows 10.2). */
export type QueuedAction = 'request.submit' | `request.${RequestCommand}` | (typeof ALSO)[number];

export interface Recording {
  /** A saved file of this phone, not a temporary one. */
  path: string;
  seconds: number;
}

export interface QueuedItem {
  rid: string;
  name: QueuedAction;
  input: object;
  /** How the person recognises it. */
  title: string;
  /** When it was said or done, epoch ms. */
  at: number;
  state: 'waiting' | 'refused';
  /** Why it was refused, '' while it waits. */
  says: string;
  tries: number;
  recording: Recording | null;
}

/** In its old place when the rid is there already, else at the end. */
export function keepItem(items: readonly QueuedItem[], item: QueuedItem): QueuedItem[] {
  const known = items.some(({ rid }) => rid === item.rid);
  if (known) return items.map((each) => (each.rid === item.rid ? item : each));
  // Danger does not queue: not behind a recording that takes its time either.
  return item.name === 'danger.tell' ? [item, ...items] : [...items, item];
}

/**
 * What goes next: the oldest that waits. What is done to one matter goes in its order; of different matters one whose
 * recording does not go up holds up none, and where all are such they take turns.
 *
 *     said, with a recording (stuck) · r7 started · trip 3 recorded (stuck) · trip 3 ended
 *       ──► r7 started, then the stuck one that failed longest ago, with what follows it
 *
 * @param stuck rids, the one that failed last at the end
 */
export function nextOf(items: readonly QueuedItem[], stuck: ReadonlySet<string>): QueuedItem | undefined {
  const waiting = items.filter(({ state }) => state === 'waiting');
  const first = waiting.filter((item, place) => !waiting.slice(0, place).some((one) => belong(one, item)));
  const turns = [...stuck];
  // Who is not stuck stands at -1, before all turns.
  const turn = ({ rid }: QueuedItem) => turns.indexOf(rid);
  return first.reduce<QueuedItem | undefined>(
    (best, item) => (best === undefined || turn(item) < turn(best) ? item : best),
    undefined,
  );
}

/** Done to the same matter. */
function belong({ input: one }: QueuedItem, { input: other }: QueuedItem): boolean {
  return 'id' in one && 'id' in other && one.id === other.id;
}

/** What an older version of the mini program left in another shape is not sent blindly: it is left out. */
export function readItems(shelf: Shelf): QueuedItem[] {
  const value = shelf.read('outbox');
  return Array.isArray(value) ? value.filter(isItem) : [];
}

function isItem(value: unknown): value is QueuedItem {
  if (typeof value !== 'object' || value === null) return false;
  const item: Partial<Record<keyof QueuedItem, unknown>> = value;
  return (
    typeof item.rid === 'string' &&
    typeof item.name === 'string' &&
    (item.name.startsWith('request.') || ALSO.some((name) => name === item.name)) &&
    typeof item.input === 'object' &&
    item.input !== null &&
    typeof item.title === 'string' &&
    typeof item.at === 'number' &&
    (item.state === 'waiting' || item.state === 'refused') &&
    typeof item.says === 'string' &&
    typeof item.tries === 'number' &&
    (item.recording === null || typeof item.recording === 'object')
  );
}
