import type { Town } from '../../support/town';

/** Every document of the town, by `collection/_id`. */
export type Dump = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

export function dump(t: Town): Dump {
  const documents = new Map<string, Record<string, unknown>>();
  for (const line of t.store.exportLines()) {
    // A line of an export: a header, a collection's name, or a document with its collection.
    const { collection, document } = JSON.parse(line) as {
      collection?: string;
      document?: Record<string, unknown>;
    };
    // A note that the timer leaves of each tick: no two ticks are alike.
    if (collection === 'operations') continue;
    if (collection !== undefined && document !== undefined)
      documents.set(`${collection}/${String(document['_id'])}`, document);
  }
  return documents;
}

/** What two moments of one town differ in, exactly; '' when in nothing. */
export function changes(before: Dump, after: Dump, apart: (key: string) => boolean = () => false): string {
  const lines: string[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (apart(key)) continue;
    const [was, is] = [JSON.stringify(before.get(key)), JSON.stringify(after.get(key))];
    if (was !== is) lines.push(`${key}: ${was ?? 'nothing'} → ${is ?? 'nothing'}`);
  }
  return lines.join('\n');
}

/** Two runs take their time: moments of the same deed lie within this, in milliseconds. */
const SLACK = 150_000;
const EPOCH = 1_500_000_000_000;
const SEALED = /^town\.[\w-]{16}\.[\w-]{22}\.[\w-]*$/;
/**
 * What legitimately differs between two runs that did the same: how often a document was written,
 * when it is looked at again, whether a knock got through or was lost, what it spent and who then has
 * to be telephoned, the random codes on invitations, and the picture of a code that WeChat did not draw.
 */
const APART = new Set([
  'version',
  'updatedAt',
  'editedAtVersion',
  'wakeAt',
  'push',
  'callback',
  'consents',
  'lease',
  'invitation',
  'code',
  'poster',
]);

/** WeChat's check of a file answers when it answers, under a name of its own, or cannot be asked (`core/attachment.ts`). */
const VERDICT = new Set(['check', 'trace', 'waiting', 'shown', 'asked']);
const isFile = (record: Record<string, unknown>): boolean =>
  ('fileId' in record && 'trace' in record) || ('url' in record && typeof record['waiting'] === 'boolean');

/** How closely two runs are compared. */
interface Eye {
  /** Names of fields that are not looked at. */
  apart: ReadonlySet<string>;
  /** Moments within this many milliseconds are the same. */
  slack: number;
}
const MEANING: Eye = { apart: APART, slack: SLACK };
/** So close that a tick of the timer makes the same of both: what it asks for is not put aside here. */
const EXACT: Eye = { apart: new Set(), slack: 5_000 };

/** The first place where two runs differ in what they mean; null when in nothing. */
export function different(a: unknown, b: unknown, path = '', eye = MEANING): string | null {
  if (Object.is(a, b)) return null;
  if (typeof a === 'number' && typeof b === 'number' && a > EPOCH && b > EPOCH && Math.abs(a - b) < eye.slack)
    return null;
  if (typeof a === 'string' && typeof b === 'string' && alike(a, b)) return null;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return `${path}: ${shown(a)} ≠ ${shown(b)}`;
    return first(a.map((item, i) => different(item, b[i], `${path}[${i}]`, eye)));
  }
  if (isRecord(a) && isRecord(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    const apart = (name: string) =>
      eye.apart.has(name) || (eye === MEANING && isFile(a) && VERDICT.has(name));
    return first(
      [...names].map((name) => (apart(name) ? null : different(a[name], b[name], `${path}.${name}`, eye))),
    );
  }
  return `${path}: ${shown(a)} ≠ ${shown(b)}`;
}

/** Whole towns: every document of both. */
export function differentTown(a: Dump, b: Dump, eye = MEANING): string | null {
  const [left, right] = [byMeaning(a), byMeaning(b)];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const found = different(left.get(key), right.get(key), key, eye);
    if (found !== null) return found;
  }
  return null;
}

/** Two towns of which the timer makes the same. */
export const sameForTimer = (a: Dump, b: Dump): boolean => differentTown(a, b, EXACT) === null;

/** A message's id may follow from the moment of a deadline: it is known by whom it tells what, and how often. */
function byMeaning(town: Dump): Dump {
  const named = new Map<string, Readonly<Record<string, unknown>>>();
  for (const [key, document] of town) {
    if (!key.startsWith('inbox/')) {
      named.set(key, document);
      continue;
    }
    const { _id, ...message } = document;
    const says = plain(`inbox of ${message['personId']}: ${message['title']}, ${message['text']}`);
    let time = 1;
    while (named.has(`${says} (${time})`)) time += 1;
    named.set(`${says} (${time})`, message);
  }
  return named;
}

/** Sealing is random; sentences and cursors may name the minute; the address of a file is signed for its hour. */
function alike(a: string, b: string): boolean {
  if (SEALED.test(a) && SEALED.test(b)) return true;
  return plain(a) === plain(b);
}

const plain = (text: string): string =>
  text
    .replace(/\?sign=[0-9a-f]+&t=\d+$/, '')
    .replace(/\d{1,2}:\d{2}/g, '–')
    .replace(/\d{13}/g, '–');

const first = (all: readonly (string | null)[]): string | null => all.find((one) => one !== null) ?? null;
const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 400);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
