import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DAY, HOUR } from '../../cloudfunctions/core/calendar';
import { DEFAULT_SETTINGS } from '../../cloudfunctions/core/settings';
import { type Message, messages } from '../../cloudfunctions/people/inbox/model';
import { newPerson, type Person } from '../../cloudfunctions/people/person/model';
import { sessions } from '../../cloudfunctions/school/session/definition';
import type { Session } from '../../cloudfunctions/school/session/model';
import { requests } from '../../cloudfunctions/service/request/definition';
import type { RequestEntry, ServiceRequest } from '../../cloudfunctions/service/request/model';
import { settle } from '../../cloudfunctions/service/request/settle';
import { submitted } from '../../cloudfunctions/service/request/submit';
import { collections } from '../../database/collections';
import { demonstration } from '../../database/seed';
import { base } from '../../database/seed/base';
import { openStore, type Store } from '../../local/cloud/store';
import { ROOT } from '../../tools/lib/root';
import { declarations } from '../../tools/town';
import { fill } from './bulk';

/**
 * A street after `size` persons, classes, requests and messages: what belongs to one person, hangs on the
 * wall, waits at a desk or is to come stays what a street has; what grows is everything before it. So a
 * query that serves a person must cost the same at both sizes, and one that does not shows it.
 */
export const NOW = Date.UTC(2026, 4, 13, 2);
/** Raise it when the documents below change. */
const SHAPE = 2;

const COMMUNITIES = ['jianguo', 'second', 'third'];
/** Of everything that there is, the last so many are still to come or to be done. */
export const COMING = 200;
export const ON_WALL = 100;
/** How many of each belong to one of the people who are busy. */
const OWN = { messages: 20, requests: 10, classes: 12 };
/** Seats taken in a class: of one to come most are free; a hundred thousand that are over hold a million check-ins. */
const TAKEN = { coming: 5, past: 10 };

export const personOf = (n: number): string => `p${n}`;
export const openidOf = (n: number): string => `bench-${n}`;
/** The first so many persons have all that a busy person has, at every size. */
export const busy = (size: number): number => Math.floor(size / OWN.messages);

/** Where the documents of that size lie; made on the first call, which takes minutes for a million. */
export function populated(size: number, tell: (line: string) => void): string {
  const key = createHash('sha256')
    .update(JSON.stringify([SHAPE, collections]))
    .digest('hex')
    .slice(0, 12);
  const folder = path.join(ROOT, '.cache/scale', `${key}-${size}`);
  const file = path.join(folder, 'documents.sqlite');
  if (existsSync(file)) return folder;
  const half = `${file}.half`;
  for (const end of ['', '-wal', '-shm']) rmSync(`${half}${end}`, { force: true });
  const declared = declarations();
  // The first ones go through the store itself, which learns from them which fields are lists.
  const store = openStore({ file: half, collections: declared, durability: 'off', now: () => NOW });
  for (const [name, documents] of Object.entries(demonstration(NOW))) insert(store, name, documents);
  for (const [name, make] of Object.entries(MAKE))
    insert(
      store,
      name,
      Array.from({ length: LEARNT }, (_, n) => make(n, size)),
    );
  store.close();
  for (const [name, make] of Object.entries(MAKE)) {
    const began = performance.now();
    fill(half, declared, { name, from: LEARNT, to: size }, (n) => make(n, size));
    tell(`${size} ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  // Whoever is interrupted leaves no half street behind that looks whole.
  renameSync(half, file);
  return folder;
}

const LEARNT = 200;

function insert(store: Store, name: string, documents: readonly object[]): void {
  if (documents.length > 0)
    store.insert(
      name,
      documents.map((document) => ({ ...document })),
    );
}

const MAKE: Readonly<Record<string, (n: number, size: number) => object>> = {
  persons: person,
  accounts: (n) => ({ _id: openidOf(n), personId: personOf(n), createdAt: NOW - 300 * DAY }),
  inbox: message,
  sessions: session,
  requests: request,
};

const communityOf = (n: number): string => COMMUNITIES[n % COMMUNITIES.length] ?? 'jianguo';

/** The person of the school office: the last one, none of the busy. */
export const officeOf = (size: number): number => size - 1;

/** Every tenth is a party member. */
export const isMember = (n: number): boolean => n % 10 === 0;

function person(n: number, size: number): Person {
  const scope = communityOf(n);
  const grants: Person['grants'] = [
    ...(isMember(n) ? [{ role: 'member' as const, scope }] : []),
    ...(n === officeOf(size) ? [{ role: 'office' as const, scope: '*' }] : []),
  ];
  return {
    ...newPerson(personOf(n), openidOf(n), NOW - 300 * DAY),
    name: '样例居民',
    communityId: scope,
    building: `样例楼 ${n % 40} 栋`,
    elder: n % 3 === 0,
    grants,
    roleKeys: grants.map((grant) => `${grant.role}:${grant.scope}`),
    consents: { progress: 3 },
    sample: true,
  };
}

function message(n: number): Message {
  const createdAt = NOW - HOUR * (1 + (n % 4_000));
  const personId = personOf(Math.floor(n / OWN.messages));
  return {
    ...base(messageOf(n), createdAt),
    schema: messages.schema,
    people: [personId],
    personId,
    title: '有人接了',
    text: '您说的事有人接了，今天下午上门，到时候先打电话',
    link: '/packages/service/request/request?id=r1',
    template: 'progress',
    readAt: n % OWN.messages < 3 ? null : createdAt + HOUR,
    urgent: false,
    callback: null,
    push: { state: 'sent', at: createdAt },
    sample: true,
  };
}
export const messageOf = (n: number): string => `m${n}`;

/** One an hour, all at the main venue; the last ones are to come. Seven seats of twelve are free there. */
function session(n: number, size: number): Session {
  const startsAt = NOW + HOUR * (n - size + COMING) + HOUR / 2;
  const coming = startsAt > NOW;
  const who = Array.from({ length: coming ? TAKEN.coming : TAKEN.past }, (_, k) =>
    personOf((n * 7 + k * 31) % Math.floor((size * TAKEN.past) / OWN.classes)),
  );
  const at = startsAt - 3 * DAY;
  const doc: Session = {
    ...base(sessionOf(n), at),
    people: [...new Set(who)],
    timeline: who.map((by, k) => ({ rid: `take-${n}-${k}`, at, by, command: 'take' })),
    version: who.length + 1,
    // Every sixtieth is one of the sample course that stands on the menu.
    courseId: n % 60 === 0 ? 'c-fraud' : `c${n % 60}`,
    title: '防诈三道门',
    program: 'night_school',
    brand: null,
    method: 'lecture',
    venueId: 'main',
    venueName: null,
    communityId: communityOf(n),
    startsAt,
    endsAt: startsAt + HOUR,
    state: coming ? 'open' : 'archived',
    shelf: coming ? 'coming' : 'past',
    hostId: personOf(n % 97),
    hostName: '样例班主任',
    teacher: { batch: 'selected', source: '样例单位', name: null },
    familyWelcome: true,
    bring: ['手机'],
    agenda: ['三道门是哪三道', '当场练一遍挂电话'],
    echoes: [],
    capacity: 12,
    seats: { open: 12 - who.length, elderOpen: 0 },
    elderUntil: null,
    holders: who.map((personId, k) => ({
      personId,
      seat: `seat-${n}-${k}`,
      name: '样**',
      elder: false,
      at,
      from: 'general',
      ...(coming ? {} : { arrived: { at: startsAt, how: 'poster' as const } }),
    })),
    queue: [],
    offers: [],
    editedAtVersion: 0,
    sample: true,
  };
  return { ...doc, wakeAt: sessions.nextTimer(doc, DEFAULT_SETTINGS) };
}
export const sessionOf = (n: number): string => `s${n}`;

const COURSE = ['verifying', 'open', 'claimed', 'in_progress', 'delivered', 'confirmed', 'closed'] as const;

/** The last hundred hang on the wall, the hundred before them are helped with, then those that the desk has yet to read. */
const STAGES = [1, 3, 0];
/** Of every other one the end is written. */
function request(n: number, size: number): ServiceRequest {
  const left = size - n;
  const stage = STAGES[Math.floor((left - 1) / ON_WALL)] ?? COURSE.length - 1;
  const owner = personOf(Math.floor(n / OWN.requests));
  const helperId = personOf((n % 1_000) * 10);
  const createdAt = NOW - HOUR * left;
  const step = { now: createdAt, settings: DEFAULT_SETTINGS };
  const first = submitted(
    {
      id: requestOf(n),
      no: `${n}`,
      input: {
        kind: 'wish',
        text: '想剪头发，下不了楼，下午都在家',
        audio: null,
        category: null,
        beneficiary: { who: 'self' },
        communityId: communityOf(n),
        phone: '',
        building: '',
        door: '',
        when: '下午都在',
        occurredAt: null,
      },
      screening: 'pass',
      beneficiary: {
        personId: owner,
        relation: 'self',
        name: '',
        phone: null,
        building: '样例楼 1 栋',
        door: null,
      },
      audio: null,
      sample: true,
    },
    {
      ...step,
      rid: `${owner}:submit-${n}`,
      by: owner,
      who: { name: '您', role: '', sample: true },
      actors: new Set(['resident']),
      invocation: 'bench',
      occurredAt: null,
    },
  );
  const passed = COURSE.slice(1, stage + 1).map(
    (to, k): RequestEntry => ({
      rid: `step-${n}-${k}`,
      at: createdAt + k * HOUR,
      by: helperId,
      command: 'progress',
      from: COURSE[k] ?? 'verifying',
      to,
      says: '有人接着办，办到哪一步都会告诉您',
      who: '样**',
      occurredAt: null,
    }),
  );
  const state = COURSE[stage] ?? 'closed';
  const helped = stage >= 2;
  const doc = settle(
    {
      ...first,
      state,
      timeline: [...first.timeline, ...passed],
      version: passed.length + 1,
      title: '上门理发',
      publicText: '一位老人想剪头发，腿脚不便',
      category: 'elder_care',
      helper: helped
        ? {
            personId: helperId,
            line: { name: '样**', role: '党员', sample: true },
            at: createdAt,
            promisedFor: NOW + DAY,
          }
        : null,
      rating:
        state === 'closed' ? { solved: true, level: 5, words: '', at: createdAt, by: 'resident' } : null,
      maskedAt: state === 'closed' ? createdAt + HOUR : null,
      updatedAt: createdAt + passed.length * HOUR,
    },
    true,
    step,
  );
  return { ...doc, wakeAt: requests.nextTimer(doc, DEFAULT_SETTINGS) };
}
export const requestOf = (n: number): string => `r${n}`;
