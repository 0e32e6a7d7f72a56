import assert from 'node:assert/strict';
import { count } from '../support/counts';
import { newRid } from '../support/town';
import { different, differentTown, dump } from './support/dump';
import type { Proof, Stage } from './support/proof';
import { FULL, SEED } from './support/proven';

/** A phone that heard nothing sends again, with the same rid: one effect, the same reply. */
export const replay: Proof = {
  kind: 'replays',
  says: 'three times, one after the other, at once and overtaken, it is done once and answered alike',
  reads: false,
  prove,
};

async function prove({ t, one, place, scene, kept }: Stage): Promise<void> {
  const { by, input, rid = newRid() } = scene;
  const run = async (send: () => Promise<unknown[]>) => {
    const sent = t.openApi.sent.length;
    const replies = await send();
    const state = dump(t);
    const messages = t.openApi.sent.length - sent;
    await kept.restore();
    return { replies, state, messages };
  };
  const ask = () => t.as(by).ask(one.name, input, rid);

  /** Sent twice: before the k-th look of the one at the database the other is carried out from beginning to end. */
  const overtaken = async (k: number): Promise<unknown[]> => {
    let looks = 0;
    let first: unknown;
    t.faults.onRequest = async (_call, parameters) => {
      looks += 1;
      if (looks === k + 1) {
        t.faults.onRequest = undefined;
        first = await ask();
      }
      return parameters;
    };
    const second = await ask();
    t.faults.onRequest = undefined;
    return first === undefined ? [second] : [first, second];
  };

  let looks = 0;
  t.faults.onRequest = async (_call, parameters) => {
    looks += 1;
    return parameters;
  };
  const once = await run(async () => [await ask()]);
  t.faults.onRequest = undefined;
  const [reply] = once.replies;
  assert.equal((reply as { ok?: unknown }).ok, true, JSON.stringify(reply));
  const inTurn = await run(async () => [await ask(), await ask(), await ask()]);
  const atOnce = await run(() => Promise.all([ask(), ask(), ask()]));
  const same = (how: string, again: typeof once): void => {
    assert.equal(differentTown(once.state, again.state), null, `${how}: stored otherwise`);
    assert.equal(again.messages, once.messages, `${how}: messages`);
    for (const other of again.replies)
      assert.equal(different(reply, other), null, `${how}: answered otherwise`);
  };
  same('in turn', inTurn);
  count('replays');
  same('at once', atOnce);
  count('races');
  for (const k of placesOf(looks, place)) {
    same(`overtaken before its look ${k}`, await run(() => overtaken(k)));
    count('races');
  }
}

/** Before which looks it is overtaken: all in the full size, otherwise one, turning with the seed. */
function placesOf(looks: number, place: number): number[] {
  if (FULL) return Array.from({ length: looks }, (_, k) => k);
  return looks === 0 ? [] : [(place + SEED) % looks];
}
