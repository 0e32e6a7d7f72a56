import assert from 'node:assert/strict';
import type { CallReply } from '@contract/envelope';
import { CONTRACT_VERSION } from '@contract/envelope';
import { functionOf } from '@contract/functions';
import fc from 'fast-check';
import * as v from 'valibot';
import { openidOf } from '../../database/seed/samples/people';
import { count } from '../support/counts';
import { newRid } from '../support/town';
import { changes, dump } from './support/dump';
import { malformed, spoilt } from './support/malformed';
import { isNewcomer, type Proof, type Stage } from './support/proof';
import { FULL, SEED } from './support/proven';

const PARSED = 2_000;
const SENT = FULL ? 200 : 3;
/** Inputs of which one part alone is wrong, from somebody who may, at a moment when it would be done. */
const SPOILT = FULL ? 100 : 2;
const HIDDEN = /[\u0000-\u0008\u200B-\u200F\u202A-\u202E\uFEFF]|"\$[^"]*":|"__proto__":/;
/** What is read off a code is compared with ours and then forgotten. */
const NEVER_STORED: ReadonlySet<string> = new Set(['venue.here', 'session.check_in']);

/** Inputs that no phone of ours sends: refused by name, and nothing happens. */
export const fuzz: Proof = {
  kind: 'fuzz',
  says: 'it takes no malformed input for good, and never falls over one',
  reads: true,
  prove,
};

async function prove(stage: Stage): Promise<void> {
  const { one, scene } = stage;
  const { name, action, expected } = one;
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

  let sent = 0;
  await sendAll(stage, inputs, SENT, async (input) => {
    sent += 1;
    // Somebody new every time: who calls too often would be sent away for that alone.
    const got = await send(stage, input, newRid(), `forger-${name}-${sent}`);
    if (got === 'ok') assert.equal(expected.get('stranger'), 'ok', 'what a stranger may not do');
    return got;
  });

  const { by, input, rid } = scene;
  await sendAll(stage, spoilt(input), SPOILT, (wrong) => send(stage, wrong, rid ?? newRid(), openidOf(by)));
}

/** What is refused has changed nothing; then the town is as it was. */
async function sendAll(
  { t, one, kept }: Stage,
  inputs: fc.Arbitrary<unknown>,
  numRuns: number,
  sendOne: (input: unknown) => Promise<string>,
): Promise<void> {
  const { name, tries } = one;
  const standing = dump(t);
  const known = (key: string) => isNewcomer(key) || (tries !== undefined && key.startsWith(`${tries}/`));
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      const got = await sendOne(input);
      count('fuzz cases');
      if (got !== 'ok' && kept.isWritten())
        assert.equal(changes(standing, dump(t), known), '', `${name} was refused with ${got}`);
      await kept.restore();
    }),
    { numRuns, seed: SEED },
  );
}

/** Refused, if the input does not fit the schema, with the code for that; never by an accident. */
async function send({ t, one }: Stage, input: unknown, rid: string, openid: string): Promise<string> {
  const { name, action } = one;
  const call = { action: name, input, rid, contract: CONTRACT_VERSION };
  // What arrives is JSON, so what counts is what is left of the input in it.
  const arrived: unknown = (JSON.parse(JSON.stringify(call)) as { input?: unknown }).input;
  const reply = (await t.invoke(functionOf(name), call, { openid })) as CallReply<unknown>;
  const got = reply.ok ? 'ok' : reply.refusal.code;
  assert.notEqual(got, 'INTERNAL');
  if (!v.is(action.input, arrived)) assert.equal(got, 'INVALID_INPUT');
  return got;
}
