import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { count } from '../support/counts';
import { newRid } from '../support/town';
import { different, differentTown, dump } from './support/dump';
import { type ProofTown, proofTown } from './support/proof-town';
import { writes } from './support/proven';

/** A phone that heard nothing sends again, with the same rid: one effect, the same reply. */
describe('the same request id again', () => {
  let t: ProofTown;
  before(async () => {
    t = await proofTown();
  });
  after(() => t.close());

  for (const { name, scene } of writes) {
    test(`${name} three times, one after the other and at once: done once, answered alike`, async () => {
      await t.begin();
      const { by, input, rid = newRid() } = await scene(t);
      const kept = t.keep();
      const run = async (send: () => Promise<unknown[]>) => {
        const sent = t.openApi.sent.length;
        const replies = await send();
        const state = dump(t);
        const messages = t.openApi.sent.length - sent;
        await kept.restore();
        return { replies, state, messages };
      };
      const ask = () => t.as(by).ask(name, input, rid);

      const once = await run(async () => [await ask()]);
      const [reply] = once.replies;
      assert.equal((reply as { ok?: unknown }).ok, true, JSON.stringify(reply));
      const inTurn = await run(async () => [await ask(), await ask(), await ask()]);
      const atOnce = await run(() => Promise.all([ask(), ask(), ask()]));
      for (const [how, again] of Object.entries({ inTurn, atOnce })) {
        assert.equal(differentTown(once.state, again.state), null, `${how}: stored otherwise`);
        assert.equal(again.messages, once.messages, `${how}: messages`);
        for (const other of again.replies)
          assert.equal(different(reply, other), null, `${how}: answered otherwise`);
        count(how === 'inTurn' ? 'replays' : 'races');
      }
      kept.release();
    });
  }
});
