import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { CallReply } from '@contract/envelope';
import { CONTRACT_VERSION } from '@contract/envelope';
import { functionOf } from '@contract/functions';
import fc from 'fast-check';
import * as v from 'valibot';
import { count } from '../support/counts';
import { newRid } from '../support/town';
import { changes, dump } from './support/dump';
import { malformed } from './support/malformed';
import { type ProofTown, proofTown } from './support/proof-town';
import { FULL, proven, SEED } from './support/proven';

/** Inputs that no phone of ours sends: refused by name, and nothing happens. */
const PARSED = 2_000;
const SENT = FULL ? 200 : 5;
const HIDDEN = /[\u0000-\u0008\u200B-\u200F\u202A-\u202E\uFEFF]|"\$[^"]*":|"__proto__":/;
/** What is read off a code is compared with ours and then forgotten. */
const NEVER_STORED: ReadonlySet<string> = new Set(['venue.here', 'session.check_in']);

describe('malformed input', () => {
  let t: ProofTown;
  before(async () => {
    t = await proofTown();
  });
  after(() => t.close());

  for (const { name, action, expected } of proven) {
    test(`${name} takes no malformed input for good, and never falls over one`, async () => {
      const inputs = malformed(action.input);
      fc.assert(
        fc.property(inputs, (input) => {
          const parsed = v.safeParse(action.input, input, { abortEarly: true });
          count('fuzz cases');
          if (parsed.success && !NEVER_STORED.has(name))
            assert.doesNotMatch(JSON.stringify(parsed.output) ?? '', HIDDEN);
        }),
        { numRuns: PARSED, seed: SEED },
      );

      await t.begin();
      const standing = dump(t);
      let sent = 0;
      await fc.assert(
        fc.asyncProperty(inputs, async (input) => {
          sent += 1;
          // Somebody new every time: who calls too often would be sent away for that alone.
          const openid = `forger-${name}-${sent}`;
          const call = { action: name, input, rid: newRid(), contract: CONTRACT_VERSION };
          // What arrives is JSON, so what counts is what is left of the input in it.
          const arrived: unknown = (JSON.parse(JSON.stringify(call)) as { input?: unknown }).input;
          const reply = (await t.invoke(functionOf(name), call, { openid })) as CallReply<unknown>;
          count('fuzz cases');
          const got = reply.ok ? 'ok' : reply.refusal.code;
          assert.notEqual(got, 'INTERNAL');
          if (!v.is(action.input, arrived)) assert.equal(got, 'INVALID_INPUT');
          if (got === 'ok') assert.equal(expected.get('stranger'), 'ok', 'what a stranger may not do');
          else assert.equal(changes(standing, dump(t), isNewcomer), '');
          if (dump(t).size !== standing.size || got === 'ok') await t.begin();
        }),
        { numRuns: SENT, seed: SEED },
      );
    });
  }
});

/** Whoever does something for the first time becomes known by it, also when it is then refused. */
const isNewcomer = (key: string) => key.startsWith('accounts/') || /^persons\/(?!sample_)/.test(key);
