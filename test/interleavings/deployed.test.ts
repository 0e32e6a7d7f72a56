import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type CallReply, CONTRACT_VERSION } from '@contract/envelope';
import fc from 'fast-check';
import type { Session } from '../../cloudfunctions/school/session/model';
import { FULL, SEED } from '../proof/support/proven';
import { count } from '../support/counts';
import { troubleOfSeats } from '../support/invariants';
import { newRid, type Town, town } from '../support/town';
import { begin, type Deed, isElder, people, START, story, whoOf } from './class';
import { Line } from './line';

/** The same stories as in one process, a few of them, through the deployed bundles, the real SDK and HTTP. */
const RUNS = FULL ? 200 : 10;
/** No request arrives for this long: whoever is under way stands and waits for their turn. */
const QUIET_MS = 3;

let t: Town;
before(async () => {
  t = await town({ instances: 5, seed: () => ({ ...EMPTY, persons: [...people] }) });
});
after(() => t.close());

/** One class to which these people come. */
const EMPTY = {
  venues: [{ _id: 'v0', order: 0 }],
  accounts: people.map(({ _id }) => ({ _id: `openid-${_id}`, personId: _id, createdAt: START })),
};

const stored = () => t.store.find('sessions', { _id: 's1' }).documents[0] as unknown as Session;

async function perform(deed: Deed): Promise<string> {
  const session = stored();
  const by = deed.does === 'edit' || deed.does === 'cancel' ? 'host' : whoOf(deed, session);
  const ask = async (action: string, more: object = {}) => {
    const call = { action, input: { id: 's1', ...more }, rid: newRid(), contract: CONTRACT_VERSION };
    // What the function `api` answers is the contract's reply.
    const reply = (await t.invoke('api', call, { openid: `openid-${by}` })) as CallReply<unknown>;
    return reply.ok ? '' : reply.refusal.code;
  };
  switch (deed.does) {
    case 'come': {
      const code = await ask('session.take');
      return code === 'SEATS_FULL' ? ask('session.wait') : code;
    }
    case 'edit':
      return ask('session.edit', { version: session.version, capacity: deed.many + 1 });
    case 'cancel':
      return ask('session.cancel', { reason: '停电' });
    case 'tick':
      await t.sweep();
      return '';
    default:
      return ask(`session.${deed.does}`);
  }
}

/** Lets one request go at a time, in drawn order. */
async function inTurns(all: Promise<unknown>, parked: (() => void)[], draw: () => number): Promise<void> {
  let over = false;
  void all.finally(() => {
    over = true;
  });
  for (let seen = -1; !over; ) {
    await pause(QUIET_MS);
    if (parked.length !== seen) {
      seen = parked.length;
      continue;
    }
    parked.splice(draw() % Math.max(1, parked.length), 1)[0]?.();
    seen = -1;
  }
}

function property(guarded: boolean) {
  const draws = fc.infiniteStream(fc.nat(1_000));
  return fc.asyncProperty(story, draws, async (told, drawn) => {
    const began = t.clock.now();
    const doc = begin(told);
    const moved = began - START;
    t.store.remove('sessions', { _id: 's1' }, { multi: false });
    t.store.insert('sessions', [
      {
        ...doc,
        startsAt: doc.startsAt + moved,
        endsAt: doc.endsAt + moved,
        elderUntil: (doc.elderUntil ?? 0) + moved,
      },
    ]);
    const line = new Line(doc, isElder);
    const parked: (() => void)[] = [];
    let seen = doc;
    const troubles: string[] = [];
    t.faults.onRequest = async ({ collection, action }, parameters) => {
      await new Promise<void>((go) => {
        parked.push(go);
      });
      const now = stored();
      const fresh = now.timeline.slice(seen.timeline.length);
      troubles.push(troubleOfSeats(now), ...fresh.map((entry) => line.follow(entry, now)), line.compare(now));
      seen = now;
      const ours = collection === 'sessions' && action === 'database.modifyDocument';
      // The control: of the condition only the id is left.
      return guarded || !ours ? parameters : { ...parameters, query: JSON.stringify({ _id: 's1' }) };
    };
    for (const wave of told.waves) {
      const all = Promise.all(wave.map((deed) => perform(deed)));
      await inTurns(all, parked, () => drawn.next().value ?? 0);
      for (const code of await all) assert.doesNotMatch(code, /INTERNAL|TOO_MANY/);
    }
    t.faults.onRequest = undefined;
    count('interleavings');
    assert.equal([...troubles, troubleOfSeats(stored())].find((trouble) => trouble !== '') ?? '', '');
  });
}

test('what holds of every interleaving in one process holds of the deployed functions', async () => {
  await fc.assert(property(true), {
    numRuns: RUNS,
    seed: SEED,
    includeErrorInReport: true,
    endOnFailure: true,
  });
});

test('and there, too, the guards are what holds it (the control)', async () => {
  const found = await fc.check(property(false), { numRuns: RUNS, seed: SEED, endOnFailure: true });
  t.faults.onRequest = undefined;
  assert.ok(found.failed, 'no interleaving did any harm: they prove nothing');
  count('controls');
});
