import type { CallReply } from '@contract/envelope';
import { CONTRACT_VERSION } from '@contract/envelope';
import { functionOf } from '@contract/functions';
import { LEASE_MS } from '../../../cloudfunctions/core/aggregate';
import { openidOf } from '../../../database/seed/samples/people';
import type { Call, Effect } from '../../../local/cloud/faults';
import { Leak } from '../../support/leaks';
import type { Scene } from '../row';
import type { Dump } from './dump';
import { dump } from './dump';
import type { ProofTown } from './proof-town';

/**
 * What can go wrong with one call. A timeout is to the code the same as a cut: no answer, and the
 * work not done or done; it stands for the timeout, whose five seconds of waiting are not spent.
 */
export const WAYS: Readonly<Record<string, (call: Call) => Effect>> = {
  fails: ({ on }) =>
    on === 'open-api' ? { type: 'fail', code: '-1' } : { type: 'fail', code: 'DATABASE_REQUEST_FAILED' },
  'is cut before it is done': () => ({ type: 'cut', when: 'before' }),
  'is done and its answer lost': () => ({ type: 'cut', when: 'after' }),
  'is refused for load': ({ on }) =>
    on === 'open-api' ? { type: 'fail', code: '45009' } : { type: 'fail', code: 'EXCEED_REQUEST_LIMIT' },
  'meets a conflict': ({ on }) =>
    on === 'database' ? { type: 'conflict' } : { type: 'cut', when: 'before' },
  // WeChat has no key by which it would know a message again: that it is asked twice by the network
  // is beyond us, so there the answer is lost instead.
  'is delivered twice': ({ action }) =>
    action === 'subscribeMessage.send' ? { type: 'cut', when: 'after' } : { type: 'duplicate' },
  'is never made, for the worker dies': () => ({ type: 'kill-worker', when: 'before' }),
  'is done and the worker dies': () => ({ type: 'kill-worker', when: 'after' }),
};

/** One deed of one person: the same rid however often it is tried. */
export interface Deed extends Scene<never> {
  name: string;
  rid: string;
}

export interface Outcome {
  /** What was made to go wrong, in words; null when the command has no such call. */
  hit: string | null;
  /** How many calls the first attempt made. */
  calls: number;
  reply: CallReply<unknown> | null;
  /** When the first attempt had failed: what it left. */
  first: Dump | null;
  state: Dump;
  /** False: the timer had not to come, for what it would find is known. */
  ticked: boolean;
  /** Subscription messages that arrived, by whom and what. */
  messages: readonly string[];
}

/** Calls that count: whatever the functions that answer people ask of the database, the open API and the storage. */
const counts = ({ on, functionName }: Call): boolean =>
  on !== 'function' && (functionName === 'api' || functionName === 'report');

/**
 * The deed with its k-th call going wrong, tried again until it is answered, and one tick of the timer:
 * it asks after some ninety things, so that it is left out where `known` says that the town stands as
 * one of which it is known already what the timer makes.
 */
export async function undergo(
  t: ProofTown,
  deed: Deed,
  { k, way }: { k: number; way: keyof typeof WAYS },
  known: (before: Pick<Outcome, 'state' | 'messages'>) => boolean,
): Promise<Outcome> {
  const sent = t.openApi.sent.length;
  let calls = 0;
  let hit: string | null = null;
  t.faults.onCall = (call) => {
    if (!counts(call)) return undefined;
    calls += 1;
    if (calls - 1 !== k) return undefined;
    hit = `${call.action} ${call.collection ?? ''}`.trim();
    return WAYS[way]?.(call);
  };
  let reply = await attempt(t, deed);
  t.faults.onCall = undefined;
  const first = reply?.ok === true ? null : dump(t);
  for (let more = 0; more < 3 && reply?.ok !== true; more += 1) reply = await attempt(t, deed);
  const messages = () =>
    t.openApi.sent.slice(sent).map(({ openid, data }) => `${openid} ${JSON.stringify(data)}`);
  const before = { state: dump(t), messages: messages() };
  if (known(before)) return { hit, calls, reply, first, ...before, ticked: false };
  // Longer than a lease: what a dead worker held is taken over.
  await t.pass(LEASE_MS + 1_000);
  return { hit, calls, reply, first, state: dump(t), messages: messages(), ticked: true };
}

/** A phone's try: the platform's errors are an answer that never came. */
async function attempt(t: ProofTown, { by, name, input, rid }: Deed): Promise<CallReply<unknown> | null> {
  const call = { action: name, input, rid, contract: CONTRACT_VERSION };
  try {
    // What the function `api` answers is the contract's reply.
    return (await t.invoke(functionOf(name), call, { openid: openidOf(by) })) as CallReply<unknown>;
  } catch (error) {
    if (error instanceof Leak) throw error;
    return null;
  }
}
