import type { ActionName, InputOf, KindOf, OutputOf } from '../contract/actions';
import { type CallReply, type CallRequest, CONTRACT_VERSION } from '../contract/envelope';
import { isCrowded, Refused, Unreachable } from './failures';

/** What a call needs from the phone; `wx` stays behind it, so that tests can lay their own wires. */
export interface Wires {
  /** Resolves to the function's result; rejects when no answer came in time. */
  send(request: CallRequest): Promise<unknown>;
  online(): Promise<boolean>;
  pause(ms: number): Promise<void>;
  /** Epoch ms of this phone, which may be wrong. */
  now(): number;
  /** 0 ≤ n < 1 */
  random(): number;
}

/** A write names the person's intention by its rid, and when it was done if it waited for a network; a read has none. */
export type Intention<Name extends ActionName> =
  KindOf<Name> extends 'write' ? [{ rid: string; occurredAt?: number | null }] : [];

export interface Caller {
  /** @throws Refused, Unreachable */
  call<Name extends ActionName>(
    name: Name,
    input: InputOf<Name>,
    ...intention: Intention<Name>
  ): Promise<OutputOf<Name>>;
  /** The server's clock as far as this phone knows it, in whole epoch ms: inputs take no fraction of one. */
  serverNow(): number;
}

/** Pauses before the second and third try of a write, ms. It may be done already: the same rid makes that harmless. */
const PAUSES = [400, 1600] as const;
/** A read is asked again once, and only where the cloud was too full to look at it: a page must not wait for long. */
const READ_PAUSES = [400] as const;

export function createCaller(wires: Wires): Caller {
  let offset = 0;

  async function once(request: CallRequest): Promise<CallReply<unknown>> {
    const sent = wires.now();
    const reply = await wires.send(request);
    if (!isReply(reply)) throw new Error(`${request.action} answered something that is not a reply`);
    // The server looked at its clock about half way between sending and receiving.
    offset = Math.round(reply.now - (sent + wires.now()) / 2);
    return reply;
  }

  async function persist(request: CallRequest): Promise<CallReply<unknown>> {
    const reads = request.rid === '';
    const pauses: readonly number[] = reads ? READ_PAUSES : PAUSES;
    for (let tries = 0; ; tries += 1) {
      const pause = pauses[tries];
      try {
        const reply = await once(request);
        if (reply.ok || reply.refusal.code !== 'BUSY' || pause === undefined) return reply;
      } catch (failure) {
        const crowded = isCrowded(failure);
        if (!crowded && !(await wires.online())) throw new Unreachable('offline', failure);
        if (pause === undefined || (reads && !crowded))
          throw new Unreachable(crowded ? 'crowd' : 'cloud', failure);
      }
      // With jitter: whoever was sent away together must not come back together.
      await wires.pause(pause * (0.5 + wires.random()));
    }
  }

  return {
    serverNow: () => wires.now() + offset,
    async call(name, input, ...[intention]) {
      const rid = intention?.rid ?? '';
      const occurredAt = intention?.occurredAt ?? null;
      const reply = await persist({
        action: name,
        input,
        rid,
        contract: CONTRACT_VERSION,
        ...(occurredAt === null ? {} : { occurredAt }),
      });
      if (!reply.ok) throw new Refused(reply.refusal);
      // The function checks its outputs against the same contract; a phone cannot check every shape again.
      return reply.output as OutputOf<typeof name>;
    },
  };
}

function isReply(value: unknown): value is CallReply<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  if (!('ok' in value) || !('now' in value) || typeof value.now !== 'number') return false;
  if (value.ok === true) return 'output' in value;
  return (
    'refusal' in value &&
    typeof value.refusal === 'object' &&
    value.refusal !== null &&
    'says' in value.refusal
  );
}
