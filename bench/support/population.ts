import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DAY } from '../../cloudfunctions/core/calendar';
import { collections } from '../../database/collections';
import { demonstration } from '../../database/seed';
import { openStore, type Store } from '../../local/cloud/store';
import { ROOT } from '../../tools/lib/root';
import { declarations } from '../../tools/town';
import { fill } from './bulk';
import * as people from './documents/people';
import { request } from './documents/requests';
import { session } from './documents/school';
import * as services from './documents/services';
import { NOW, openidOf, personOf } from './street';

/** Raise it when the documents below change. */
const SHAPE = 3;

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
  persons: people.person,
  accounts: (n) => ({ _id: openidOf(n), personId: personOf(n), createdAt: NOW - 300 * DAY }),
  inbox: people.message,
  bonds: people.bond,
  complaints: services.complaint,
  sessions: session,
  requests: request,
  trips: services.trip,
  activities: services.activity,
  nominations: services.nomination,
  registrations: services.registration,
  shares: services.share,
  dangers: services.danger,
  notices: services.notice,
};
