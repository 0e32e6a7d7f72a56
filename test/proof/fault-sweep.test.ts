import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { count } from '../support/counts';
import { newRid } from '../support/town';
import { changes, type Dump, different, differentTown, dump, sameForTimer } from './support/dump';
import { type Deed, type Outcome, undergo, WAYS } from './support/faults';
import { type Kept, type ProofTown, proofTown } from './support/proof-town';
import { FULL, SEED, writes } from './support/proven';

/**
 * Whatever call of a command goes wrong, in whatever way: a retry with the same rid and one tick of
 * the timer leave what an undisturbed run leaves, nobody is told twice, and nobody is told what was
 * not written. Every call of every write in every way in the full size, and those that `PROOF_CALLS`
 * names; otherwise every `EVERY`th call in one way, turning with the seed.
 */
const UNDISTURBED = { k: -1, way: 'fails' };
/** Has no divisor in common with the number of ways: so every call comes to every way. */
const EVERY = 5;
const MOST_CALLS = 200;
const ways = Object.keys(WAYS);
const only = (process.env['PROOF_CALLS'] ?? '').split(',').filter((k) => k !== '');

/** In which ways the k-th call of that command is made to go wrong. */
function turn(k: number, place: number): readonly string[] {
  if (only.length > 0) return only.includes(String(k)) ? ways : [];
  if (FULL) return ways;
  const n = k + place + SEED;
  return n % EVERY === 0 || k === 0 ? ways.slice(n % ways.length).slice(0, 1) : [];
}

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
      const standing = dump(t);
      const calm = await run(kept, deed, UNDISTURBED, ({ state }) => undone(state).length === 0);
      assert.equal(calm.reply?.ok, true, JSON.stringify(calm.reply));
      assert.ok(calm.calls < MOST_CALLS, `${name} makes ${calm.calls} calls`);
      const speaksOnly = onlyTold(standing, calm.state);
      // Only once the timer had to come is it asked what it makes of the undisturbed town.
      let later: readonly Outcome[] | null = null;
      const afterTimer = async () => [
        calm.ticked ? calm : await run(kept, deed, UNDISTURBED, () => false),
        ...(await withoutChecks(kept, deed)),
      ];
      for (let k = 0; k < calm.calls; k += 1) {
        for (const way of turn(k, place)) {
          const outcome = await run(kept, deed, { k, way }, (before) => !calm.ticked && alike(calm, before));
          // What a warm worker remembers it does not ask for again: then there is nothing that goes wrong.
          if (outcome.hit === null) continue;
          count('faults');
          const where = `call ${k} (${outcome.hit}) ${way}`;
          assert.equal(outcome.reply?.ok, true, `${where}: ${JSON.stringify(outcome.reply)}`);
          if (outcome.first !== null && !speaksOnly)
            assert.ok(!onlyTold(standing, outcome.first), `${where}: told before it was written`);
          if (outcome.ticked) later ??= await afterTimer();
          assert.equal(compared(outcome.ticked ? (later ?? []) : [calm], outcome), null, where);
          assert.deepEqual(tooMany(later?.[0] ?? calm, outcome), [], `${where}: told twice`);
        }
      }
      kept.release();
    });
  }

  async function run(
    kept: Kept,
    deed: Deed,
    fault: Parameters<typeof undergo>[2],
    known: Parameters<typeof undergo>[3],
  ): Promise<Outcome> {
    const outcome = await undergo(t, deed, fault, known);
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
    return [await run(kept, deed, UNDISTURBED, () => false)];
  }
});

/** The same town, and the same messages sent: the timer will do the same. */
const alike = (a: Pick<Outcome, 'state' | 'messages'>, b: Pick<Outcome, 'state' | 'messages'>): boolean =>
  undone(b.state).length === 0 &&
  a.messages.toSorted().join('\n') === b.messages.toSorted().join('\n') &&
  sameForTimer(a.state, b.state);

/** Somebody was told something new, and beside the inbox nothing was written. */
function onlyTold(before: Dump, after: Dump): boolean {
  const isMessage = (key: string): boolean => key.startsWith('inbox/');
  const told = [...after.keys()].some((key) => isMessage(key) && !before.has(key));
  return told && changes(before, after, isMessage) === '';
}

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
