import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { count } from '../support/counts';
import { newRid } from '../support/town';
import { type Dump, different, differentTown } from './support/dump';
import { type Deed, type Outcome, undergo, WAYS } from './support/faults';
import { type Kept, type ProofTown, proofTown } from './support/proof-town';
import { FULL, SEED, writes } from './support/proven';

/**
 * Whatever call of a command goes wrong, in whatever way: a retry with the same rid and one tick of
 * the timer leave what an undisturbed run leaves, and nobody is told twice. Every call of every
 * write in every way in the full size; otherwise every fifth call in one way, turning with the seed.
 */
const NEVER = -1;
const MOST_CALLS = 200;
const ways = Object.keys(WAYS);

describe('a fault at every call of every command', () => {
  let t: ProofTown;
  before(async () => {
    t = await proofTown();
  });
  after(() => t.close());

  for (const [place, { name, scene }] of writes.entries()) {
    test(`${name}: whatever call goes wrong, nothing is lost and nothing happens twice`, async () => {
      await t.begin();
      // The row's name and input belong together.
      const deed = { rid: newRid(), ...(await scene(t)), name } as Deed;
      const kept = t.keep();
      const calm = await run(kept, deed, NEVER, 'fails');
      assert.equal(calm.reply?.ok, true, JSON.stringify(calm.reply));
      const sound = [calm, ...(await withoutChecks(kept, deed))];
      for (let k = 0; k < MOST_CALLS; k += 1) {
        const turn = FULL ? ways : [ways[(k + place + SEED) % ways.length] ?? 'fails'];
        if (!FULL && (k + place + SEED) % 5 !== 0 && k > 0) continue;
        for (const way of turn) {
          const outcome = await run(kept, deed, k, way);
          if (outcome.hit === null) return kept.release();
          count('faults');
          const where = `call ${k} (${outcome.hit}) ${way}`;
          assert.equal(outcome.reply?.ok, true, `${where}: ${JSON.stringify(outcome.reply)}`);
          assert.equal(compared(sound, outcome), null, where);
          assert.deepEqual(tooMany(calm, outcome), [], `${where}: told twice`);
        }
      }
      assert.fail(`${name} makes more than ${MOST_CALLS} calls`);
    });
  }

  async function run(kept: Kept, deed: Deed, k: number, way: string): Promise<Outcome> {
    const outcome = await undergo(t, deed, k, way);
    await kept.restore();
    return outcome;
  }

  /** Where the content check is down, what was said waits for a person instead: that is as it should be. */
  async function withoutChecks(kept: Kept, deed: Deed): Promise<Outcome[]> {
    if (deed.name !== 'request.submit' && deed.name !== 'trip.record') return [];
    t.faults.add({
      on: 'open-api',
      action: 'security.msgSecCheck',
      times: 9,
      effect: { type: 'fail', code: '-1' },
    });
    return [await run(kept, deed, NEVER, 'fails')];
  }
});

function compared(sound: readonly Outcome[], { state, reply }: Outcome): string | null {
  const findings = sound.map(
    (calm) => differentTown(calm.state, state) ?? different(outputOf(calm), outputOf({ reply }), 'reply'),
  );
  return findings.includes(null) ? null : (findings[0] ?? null);
}

const outputOf = ({ reply }: Pick<Outcome, 'reply'>): unknown => (reply?.ok === true ? reply.output : null);

/** Messages that came more often than in the undisturbed run. */
function tooMany(calm: Outcome, { messages, state }: Outcome): string[] {
  const plain = (text: string) => text.replace(/\d{1,2}:\d{2}/g, '–');
  const times = (all: readonly string[], one: string) => all.filter((text) => plain(text) === one).length;
  return [...new Set(messages.map(plain))]
    .filter((one) => times(messages, one) > times(calm.messages, one))
    .concat(undone(state));
}

/** After the tick no effect waits any more. */
function undone(state: Dump): string[] {
  return [...state]
    .filter(([, document]) => Array.isArray(document['effects']) && document['effects'].length > 0)
    .map(([key]) => `${key} still has effects`);
}
