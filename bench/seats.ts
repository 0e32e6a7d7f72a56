import { setTimeout as sleep } from 'node:timers/promises';
import tcb from '@cloudbase/node-sdk';
import type { Database } from '../cloudfunctions/core/database';
import { openRepository, type Repository } from '../cloudfunctions/core/repository';
import { DEFAULT_SETTINGS } from '../cloudfunctions/core/settings';
import { sessions } from '../cloudfunctions/school/session/definition';
import { edit } from '../cloudfunctions/school/session/host';
import type { Session } from '../cloudfunctions/school/session/model';
import { takeSeat } from '../cloudfunctions/school/session/take';
import { demonstration } from '../database/seed';
import { type Cloud, startCloud } from '../local/cloud';
import { declarations, plant } from '../tools/town';
import { bookOnce } from './support/booking';
import type { BenchReport } from './support/report';
import { percentile } from './support/statistics';

const SEATS = 30;
const EDITS = 12;
/** Nobody presses longer than this: whoever has not settled by then counts as failed, and the time as “at least”. */
const PATIENCE_MS = 120_000;
const ID = 's-night';

type Outcome = 'seat' | 'no seat' | 'failed';
interface Scene {
  cloud: Cloud;
  database: Database;
  sessions: Repository<Session>;
}
interface Way {
  name: string;
  come(scene: Scene, who: string): Promise<Outcome>;
  edit(scene: Scene, n: number): Promise<unknown>;
  /** Seats that the database says are taken. */
  taken(scene: Scene): number;
}

/** As the action `session.take` does it, without the person's account and the view of the reply. */
const ours: Way = {
  name: 'guarded update (this product)',
  async come({ database, sessions: repository }, who) {
    const now = Date.now();
    const one = { personId: who, seat: who, name: '', elder: false, at: now };
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (
        await repository.guarded(
          ID,
          `take-${who}`,
          takeSeat(database.command, one, 'general', `take-${who}`, now),
        )
      )
        return 'seat';
      const why = await repository.load(ID);
      if (why.seats.open <= 0) return 'no seat';
    }
    return 'failed';
  },
  async edit({ sessions: repository }, n) {
    const rid = `edit-${n}`;
    await repository.change(ID, rid, (session) =>
      edit(session, { bring: [`第 ${n} 次改`] }, session.version, null, {
        now: Date.now(),
        rid,
        by: 'host',
        rules: DEFAULT_SETTINGS,
      }),
    );
  },
  taken: ({ cloud }) => {
    // What the repository wrote.
    const [stored] = cloud.store.find('sessions', { _id: ID }).documents as unknown as Session[];
    return stored?.holders.length ?? 0;
  },
};

const theirs: Omit<Way, 'name' | 'come'> = {
  edit: ({ database }, n) =>
    database
      .collection('slots')
      .doc('night')
      .update({ bring: `第 ${n} 次改` }),
  taken: ({ cloud }) => cloud.store.count('bookings', { slot: 'night' }).total,
};
const once: Way = {
  ...theirs,
  name: 'transaction, as the sample stands',
  come: ({ database }, who) => bookOnce(database, who),
};
const persistent: Way = {
  ...theirs,
  name: 'transaction, retried until all settle',
  async come({ database }, who) {
    const until = performance.now() + PATIENCE_MS;
    for (let attempt = 0; performance.now() < until; attempt += 1) {
      const outcome = await bookOnce(database, who);
      if (outcome !== 'failed') return outcome;
      await sleep(Math.random() * Math.min(2_000, 50 * 2 ** attempt));
    }
    return 'failed';
  },
};

async function openScene(): Promise<Scene> {
  const cloud = await startCloud({
    data: ':memory:',
    durability: 'off',
    scan: 'allow',
    collections: { ...declarations(), slots: { indexes: [] }, bookings: { indexes: [] } },
  });
  const seed = demonstration(cloud.clock.now());
  plant(cloud, {
    ...seed,
    // The seed's sessions are sessions.
    sessions: ((seed['sessions'] ?? []) as Session[]).map((one) =>
      one._id === ID
        ? { ...one, capacity: SEATS, seats: { open: SEATS, elderOpen: 0 }, elderUntil: null }
        : one,
    ),
    slots: [{ _id: 'night', left: SEATS, bring: '' }],
  });
  process.env['TENCENTCLOUD'] = 'true';
  process.env['TCB_CONTEXT_CNFG'] = JSON.stringify({ URL: cloud.adminUrl });
  const database = tcb
    .init({ env: cloud.env, secretId: 'none', secretKey: 'none', timeout: 30_000 })
    .database();
  const repository = openRepository(sessions, {
    database,
    settings: DEFAULT_SETTINGS,
    now: () => cloud.clock.now(),
    random: Math.random,
    sleep: (ms) => sleep(ms),
  });
  return { cloud, database, sessions: repository };
}

interface Run {
  way: string;
  rivals: number;
  spread: string;
  seats: number;
  failures: number;
  seconds: number;
  p95ms: number;
}

async function run(way: Way, rivals: number, spreadMs: number): Promise<Run> {
  const scene = await openScene();
  try {
    await way.edit(scene, 0);
    const started = performance.now();
    const edits = (async () => {
      for (let n = 1; n <= EDITS; n += 1) await way.edit(scene, n);
    })();
    const each = await Promise.all(
      Array.from({ length: rivals }, async (_, n) => {
        await sleep((spreadMs * n) / rivals);
        const begun = performance.now();
        const outcome = await way.come(scene, `rival-${n}`);
        return { outcome, ms: performance.now() - begun };
      }),
    );
    const seconds = (performance.now() - started) / 1000;
    await edits;
    return {
      way: way.name,
      rivals,
      spread: spreadMs === 0 ? 'at once' : `over ${spreadMs / 1000} s`,
      seats: way.taken(scene),
      failures: each.filter(({ outcome }) => outcome === 'failed').length,
      seconds: Number(seconds.toFixed(2)),
      p95ms: Math.round(
        percentile(
          each.map(({ ms }) => ms),
          0.95,
        ),
      ),
    };
  } finally {
    await scene.cloud.close();
  }
}

/** 30 seats, 200 and 1,000 rivals, host edits going on: our guarded update against the documented transaction. */
export async function bench(): Promise<BenchReport> {
  quietSdk();
  const rows: Run[] = [];
  for (const [rivals, spread] of [
    [200, 0],
    [200, 10_000],
    [1_000, 0],
  ] as const)
    for (const way of [ours, once, persistent]) rows.push(await run(way, rivals, spread));
  return {
    title: `${SEATS} seats, ${EDITS} edits by the host meanwhile; every rival is a caller of its own through the SDK`,
    note: ratios(rows),
    rows: rows.map((row) => ({ ...row })),
  };
}

/** The SDK says of every slow request that it is slow, thousands of times: how slow, the table says. */
function quietSdk(): void {
  process.removeAllListeners('warning');
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).startsWith('[TCB][WARN]')) warn(...said);
  };
}

function ratios(rows: readonly Run[]): string {
  const lines = rows
    .filter(({ way }) => way === ours.name)
    .map((own) => {
      const other = rows.find(
        ({ way, rivals, spread }) =>
          way === persistent.name && rivals === own.rivals && spread === own.spread,
      );
      const times = ((other?.seconds ?? 0) / own.seconds).toFixed(1);
      // Who gave up would have gone on pressing.
      const least = (other?.failures ?? 0) > 0 ? 'at least ' : '';
      return `${own.rivals} ${own.spread}: the retried transaction takes ${least}${times} times as long`;
    });
  return `${lines.join('; ')}. Spread over 10 s, rivals collide only where one transaction takes longer than the next one stays away: no advantage is expected there on a quick machine, and none is claimed.`;
}
