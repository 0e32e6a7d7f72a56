import { randomUUID } from 'node:crypto';
import type { CloudClock } from '../clock';
import { CloudError, requestTooLarge } from '../errors';
import { type FaultBook, NoReply, suffer } from '../faults';
import { FUNCTION_EVENT } from '../limits';
import type { InvocationLog, LogLine } from '../logs';
import type { FunctionDeclaration } from '../types';
import {
  instanceEnvironment,
  invocationContext,
  invocationEnvironment,
  type Origin,
  type Place,
} from './environment';
import type { Instance } from './instance';
import { Pool } from './pool';

export interface RunnerOptions {
  /** Asked for each use: the address is known only once the server listens. */
  place: () => Place;
  clock: CloudClock;
  faults: FaultBook;
  log: InvocationLog;
}

/** A function that writes without end must not take the log's memory. */
const MOST_LINES = 1_000;

interface Active {
  functionName: string;
  instance: Instance;
}

/** Every declared function, and what is running. */
export class FunctionRunner {
  readonly #options: RunnerOptions;
  #pools = new Map<string, Pool>();
  #retired: Pool[] = [];
  readonly #active = new Map<string, Active>();

  readonly #underWay = new Set<Promise<string>>();

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  deploy(functions: FunctionDeclaration[]): void {
    for (const pool of this.#pools.values()) {
      pool.retire();
      this.#retired.push(pool);
    }
    this.#retired = this.#retired.filter((pool) => pool.instances > 0);
    const place = this.#options.place();
    this.#pools = new Map(
      functions.map((declaration) => [
        declaration.name,
        new Pool(declaration, instanceEnvironment(place, declaration)),
      ]),
    );
  }

  describe(): { name: string; instances: number }[] {
    return [...this.#pools].map(([name, pool]) => ({ name, instances: pool.instances }));
  }

  /** The function whose invocation this is, while it runs. */
  functionOf(requestId: string): string | undefined {
    return this.#active.get(requestId)?.functionName;
  }

  /** Whether this invocation's function was granted an open API; whoever is no function may call every one. */
  mayCall(requestId: string, api: string): boolean {
    const granted = this.#pools.get(this.functionOf(requestId) ?? '')?.declaration.openApi;
    return granted === undefined || granted.includes(api);
  }

  /** Ends the worker of a running invocation. */
  kill(requestId: string): void {
    this.#active.get(requestId)?.instance.kill();
  }

  /**
   * @param event JSON text.
   * @returns the reply as JSON text.
   * @throws CloudError as production names it, or NoReply for an injected silence.
   */
  invoke(name: string, event: string, origin: Origin): Promise<string> {
    const invocation = this.#invoke(name, event, origin);
    const ended = (): void => void this.#underWay.delete(invocation);
    this.#underWay.add(invocation);
    invocation.then(ended, ended);
    return invocation;
  }

  /** Resolves when no invocation is under way. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  async #invoke(name: string, event: string, origin: Origin): Promise<string> {
    const requestId = randomUUID();
    const effect = this.#options.faults.take({
      on: 'function',
      action: 'functions.invokeFunction',
      functionName: name,
      requestId,
    });
    if (!effect) return this.#deliver(name, event, origin, requestId);
    if (effect.type === 'kill-worker')
      return this.#deliverAndKill(name, event, origin, requestId, effect.when);
    return suffer(effect, () => this.#deliver(name, event, origin, randomUUID()));
  }

  async #deliver(
    name: string,
    event: string,
    origin: Origin,
    requestId: string,
    onStart?: (instance: Instance) => void,
  ): Promise<string> {
    const pool = this.#pools.get(name);
    if (!pool)
      throw new CloudError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`);
    const bytes = Buffer.byteLength(event);
    if (bytes > FUNCTION_EVENT) throw requestTooLarge('the event of a function', bytes, FUNCTION_EVENT);

    const { clock, log, place } = this.#options;
    const environment = invocationEnvironment(place(), requestId, origin);
    const lines: LogLine[] = [];
    const startedAt = clock.now();
    const started = performance.now();
    const report = (status: string, message: string): void => {
      const { openid, unionid } = origin.caller ?? {};
      log.knowPerson(openid);
      log.knowPerson(unionid);
      const durationMs = Math.round(performance.now() - started);
      const { cause } = origin;
      log.add(
        {
          requestId,
          functionName: name,
          asked: askedFor(event),
          cause,
          startedAt,
          durationMs,
          status,
          message,
          lines,
        },
        [openid, unionid].filter((id) => id !== undefined),
      );
    };
    try {
      const reply = await pool.run(
        {
          requestId,
          event,
          context: invocationContext(place(), pool.declaration, requestId, environment),
          environment,
          clockOffset: clock.offset(),
        },
        (level, text) => {
          if (lines.length < MOST_LINES) lines.push({ at: clock.now(), level, text });
        },
        (instance) => {
          this.#active.set(requestId, { functionName: name, instance });
          onStart?.(instance);
        },
      );
      report('OK', '');
      return reply;
    } catch (error) {
      if (error instanceof CloudError) report(error.code, error.message);
      throw error;
    } finally {
      this.#active.delete(requestId);
    }
  }

  /** The worker dies before it has begun, or when all is done but its answer. */
  async #deliverAndKill(
    name: string,
    event: string,
    origin: Origin,
    requestId: string,
    when: 'before' | 'after' | undefined,
  ): Promise<string> {
    if (when === 'before') {
      return this.#deliver(name, event, origin, requestId, (instance) => instance.kill());
    }
    let started: Instance | undefined;
    await this.#deliver(name, event, origin, requestId, (instance) => {
      started = instance;
    });
    started?.kill();
    throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'process exited before completing request');
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values(), ...this.#retired].map((pool) => pool.close()));
  }
}

/**
 * Most functions with several duties tell them apart by a field of this name. Read only where it stands first,
 * so that nothing that a person wrote is taken for it.
 */
function askedFor(event: string): string {
  return /^\s*\{\s*"action"\s*:\s*"([a-zA-Z][\w.-]{0,63})"/.exec(event)?.[1] ?? '';
}

/** For callers in this process, where there is no connection to keep silent on. */
export function asPlainError(error: unknown): unknown {
  return error instanceof NoReply ? new CloudError('SERVER_TIMEOUT', error.message) : error;
}
