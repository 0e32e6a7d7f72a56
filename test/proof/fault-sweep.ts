import assert from 'node:assert/strict';
import { count } from '../support/counts';
import { newRid } from '../support/town';
import { changes, type Dump, different, differentTown, dump, sameForTimer } from './support/dump';
import { type Deed, type Outcome, undergo, WAYS } from './support/faults';
import type { Proof, Stage } from './support/proof';
import { EVERY_CALL, FULL, SEED } from './support/proven';

const UNDISTURBED = { k: -1, way: 'fails' };
/** Has no divisor in common with the number of ways: so every call comes to every way. */
const EVERY = EVERY_CALL ? 1 : 17;
const MOST_CALLS = 200;
const CHECK = 'security.msgSecCheck';
const ways = Object.keys(WAYS);
const only = (process.env['PROOF_CALLS'] ?? '').split(',').filter((k) => k !== '');

/** In which ways the k-th of so many calls of that command is made to go wrong. */
function turn(k: number, calls: number, place: number): readonly string[] {
  if (only.length > 0) return only.includes(String(k)) ? ways : [];
  if (FULL) return ways;
  const n = k + place + SEED;
  // A command of few calls has its turn too.
  const every = Math.min(EVERY, calls);
  return k % every === (place + SEED) % every ? ways.slice(n % ways.length).slice(0, 1) : [];
}

/**
 * Whatever call of a command goes wrong, in whatever way: a retry with the same rid and one tick of
 * the timer leave what an undisturbed run leaves, nobody is told twice, and nobody is told what was
 * not written. Every call of every write in every way in the full size, and those that `PROOF_CALLS`
 * names; otherwise every call, or every `EVERY`th, in one way, turning with the seed.
 */
export const faultSweep: Proof = {
  kind: 'faults',
  says: 'whatever call goes wrong, nothing is lost and nothing happens twice',
  reads: false,
  prove,
};

async function prove(stage: Stage): Promise<void> {
  const { t, one, place, scene } = stage;
  const { name } = one;
  // The row's name and input belong together.
  const deed = { rid: newRid(), ...scene, name } as Deed;
  const standing = dump(t);
  const calm = await run(stage, deed, UNDISTURBED, ({ state }) => undone(state).length === 0);
  assert.equal(calm.reply?.ok, true, JSON.stringify(calm.reply));
  assert.ok(calm.calls < MOST_CALLS, `${name} makes ${calm.calls} calls`);
  const speaksOnly = onlyTold(standing, calm.state);
  // Only once the timer had to come is it asked what it makes of the undisturbed town.
  let later: readonly Outcome[] | null = null;
  const afterTimer = async () => [calm.ticked ? calm : await run(stage, deed, UNDISTURBED, () => false)];
  let unchecked: Outcome | null = null;
  for (let k = 0; k < calm.calls; k += 1) {
    for (const way of turn(k, calm.calls, place)) {
      const outcome = await run(stage, deed, { k, way }, (before) => !calm.ticked && alike(calm, before));
      // What a warm worker remembers it does not ask for again: then there is nothing that goes wrong.
      if (outcome.hit === null) continue;
      count('faults');
      const where = `call ${k} (${outcome.hit}) ${way}`;
      assert.equal(outcome.reply?.ok, true, `${where}: ${JSON.stringify(outcome.reply)}`);
      if (outcome.first !== null && !speaksOnly)
        assert.ok(!onlyTold(standing, outcome.first), `${where}: told before it was written`);
      if (outcome.ticked) later ??= await afterTimer();
      if (outcome.hit.includes(CHECK)) unchecked ??= await withoutChecks(stage, deed);
      const sound: readonly Outcome[] = [
        ...(outcome.ticked ? (later ?? []) : [calm]),
        ...(unchecked !== null && outcome.hit.includes(CHECK) ? [unchecked] : []),
      ];
      assert.equal(compared(sound, outcome), null, where);
      assert.deepEqual(tooMany(later?.[0] ?? calm, outcome), [], `${where}: told twice`);
    }
  }
}

async function run(
  { t, kept }: Stage,
  deed: Deed,
  fault: Parameters<typeof undergo>[2],
  known: Parameters<typeof undergo>[3],
): Promise<Outcome> {
  const outcome = await undergo(t, deed, fault, known);
  await kept.restore();
  return outcome;
}

/** Where the content check is down, what was said waits for a person instead: that is as it should be. */
async function withoutChecks(stage: Stage, deed: Deed): Promise<Outcome> {
  stage.t.faults.add({ on: 'open-api', action: CHECK, times: 9, effect: { type: 'fail', code: '-1' } });
  return run(stage, deed, UNDISTURBED, () => false);
}

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
