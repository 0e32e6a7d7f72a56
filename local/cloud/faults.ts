import { CloudError, transactionConflict } from './errors';

export type FaultyPart = 'database' | 'function' | 'open-api' | 'storage';

/**
 * What goes wrong. `when` says whether the work was still to do or already done:
 * a reply that is lost after the work is the worse case and the default.
 */
export type Effect =
  /** Refused with this code, the work not done. For open APIs the code is WeChat's number. */
  | { type: 'fail'; code: string; message?: string }
  /** No answer until the caller gives up; the work not done. */
  | { type: 'timeout-before' }
  /** No answer until the caller gives up; the work done. */
  | { type: 'timeout-after' }
  /** Refused with DATABASE_TRANSACTION_CONFLICT, the work not done. */
  | { type: 'conflict' }
  /** Delivered twice, one after the other; the caller sees the first answer. */
  | { type: 'duplicate' }
  /** Answered late by this many milliseconds. */
  | { type: 'delay'; ms: number }
  /** The connection is closed without an answer. */
  | { type: 'cut'; when?: 'before' | 'after' }
  /** The function's worker dies: the one that is invoked, or the one that made the call. */
  | { type: 'kill-worker'; when?: 'before' | 'after' };

export interface Fault {
  on: FaultyPart | 'any';
  /** Such as 'database.modifyDocument', 'functions.invokeFunction', 'security.msgSecCheck', 'storage.put'. */
  action?: string;
  /** The invoked function for `on: 'function'`, otherwise the function that makes the call. */
  functionName?: string;
  collection?: string;
  /** Matching calls to leave alone first. */
  skip?: number;
  /** Matching calls to hit (default 1). */
  times?: number;
  effect: Effect;
}

/** One call into the cloud, in the order in which it arrived. */
export interface Call {
  on: FaultyPart;
  action: string;
  collection?: string;
  functionName?: string;
  requestId: string;
}

export interface Faults {
  /** @returns a function that withdraws the fault. */
  add(fault: Fault): () => void;
  clear(): void;
  /** Faults that can still strike, with what is left of `skip` and `times`. */
  list(): Fault[];
  /** Test hook: sees every call; what it returns happens to that call. */
  onCall?: ((call: Call) => Effect | undefined) | undefined;
  /**
   * Test hook: sees each database request before it is carried out, and says what is carried out
   * instead, and when: to let rivals meet, or to take a condition out and watch the bug appear.
   */
  onRequest?: ((call: Call, parameters: Readonly<Record<string, unknown>>) => Promise<Rewritten>) | undefined;
}

/** Parameters of the wire protocol. */
type Rewritten = Readonly<Record<string, unknown>>;

interface Armed {
  fault: Fault;
  skip: number;
  times: number;
}

export class FaultBook implements Faults {
  onCall: Faults['onCall'] = undefined;
  onRequest: Faults['onRequest'] = undefined;
  #armed: Armed[] = [];

  add(fault: Fault): () => void {
    const armed: Armed = { fault, skip: fault.skip ?? 0, times: fault.times ?? 1 };
    this.#armed.push(armed);
    return () => {
      this.#armed = this.#armed.filter((other) => other !== armed);
    };
  }

  clear(): void {
    this.#armed = [];
  }

  list(): Fault[] {
    return this.#armed.map(({ fault, skip, times }) => ({ ...fault, skip, times }));
  }

  /** What happens to this call; using up one strike of the first fault that matches. */
  take(call: Call): Effect | undefined {
    const chosen = this.onCall?.(call);
    if (chosen) return chosen;
    for (const armed of this.#armed) {
      if (!matches(armed.fault, call)) continue;
      if (armed.skip > 0) {
        armed.skip -= 1;
        continue;
      }
      armed.times -= 1;
      if (armed.times <= 0) this.#armed = this.#armed.filter((other) => other !== armed);
      return armed.fault.effect;
    }
    return undefined;
  }
}

function matches(fault: Fault, call: Call): boolean {
  if (fault.on !== 'any' && fault.on !== call.on) return false;
  if (fault.action !== undefined && fault.action !== call.action) return false;
  if (fault.functionName !== undefined && fault.functionName !== call.functionName) return false;
  return fault.collection === undefined || fault.collection === call.collection;
}

/** Thrown instead of an answer: the transport keeps silent, or hangs up. */
export class NoReply extends Error {
  constructor(readonly manner: 'silence' | 'hang-up') {
    super(manner === 'silence' ? 'the cloud does not answer' : 'the connection was cut');
    this.name = 'NoReply';
  }
}

/** How one part of the cloud suffers an effect. */
export interface Suffering {
  /** What a refusal looks like here; by default a CloudError. */
  refuse?: (code: string, message: string) => Error;
  /** Ends the worker concerned. */
  kill?: () => void;
}

/**
 * Does the work as the effect allows.
 * @throws NoReply, or the refusal.
 */
export async function suffer<T>(
  effect: Effect,
  work: () => T | Promise<T>,
  { refuse = (code, message) => new CloudError(code, message), kill }: Suffering = {},
): Promise<T> {
  switch (effect.type) {
    case 'fail':
      throw refuse(effect.code, effect.message ?? `injected fault ${effect.code}`);
    case 'conflict':
      throw transactionConflict();
    case 'timeout-before':
      throw new NoReply('silence');
    case 'timeout-after':
      await settle(work);
      throw new NoReply('silence');
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, effect.ms));
      return work();
    case 'duplicate': {
      const first = await work();
      await settle(work);
      return first;
    }
    case 'cut':
      if (effect.when !== 'before') await settle(work);
      throw new NoReply('hang-up');
    case 'kill-worker':
      if (effect.when !== 'before') await settle(work);
      kill?.();
      throw new NoReply('silence');
  }
}

/** The outcome is exactly what the caller never learns, failure included. */
async function settle<T>(work: () => T | Promise<T>): Promise<void> {
  await Promise.allSettled([(async () => work())()]);
}
