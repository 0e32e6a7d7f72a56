import { CloudError } from '../errors';
import { FUNCTION_QUEUE } from '../limits';
import type { FunctionDeclaration } from '../types';
import { Instance, type OnLine } from './instance';
import type { Invocation } from './messages';

/** Instances that start as soon as they are wanted; further ones only for a call that has waited so long. */
const EAGER = 2;
const PATIENCE_MS = 100;
const MOST = 8;

interface Waiting {
  since: number;
  start: (instance: Instance) => void;
  refuse: (error: CloudError) => void;
}

/** The warm instances of one function, started when they are first needed. */
export class Pool {
  readonly declaration: FunctionDeclaration;
  readonly #environment: Record<string, string>;
  readonly #most: number;
  #idle: Instance[] = [];
  readonly #all = new Set<Instance>();
  #queue: Waiting[] = [];
  #growth: NodeJS.Timeout | undefined;
  #retired = false;
  #closed = false;

  constructor(declaration: FunctionDeclaration, environment: Record<string, string>) {
    this.declaration = declaration;
    this.#environment = environment;
    this.#most = Math.max(1, declaration.instances ?? MOST);
  }

  get instances(): number {
    return this.#all.size;
  }

  /**
   * @param onStart told which instance took the event, for those who want to end it.
   * @throws CloudError as `Instance.run`, or EXCEED_CONCURRENT_REQUEST_LIMIT when too many wait.
   */
  async run(invocation: Invocation, onLine: OnLine, onStart: (instance: Instance) => void): Promise<string> {
    const instance = await this.#acquire();
    onStart(instance);
    try {
      return await instance.run(invocation, onLine);
    } finally {
      this.#release(instance);
    }
  }

  /** Takes no new events; instances end with what they are doing. */
  retire(): void {
    this.#retired = true;
    for (const instance of this.#idle.splice(0)) void this.#drop(instance);
  }

  async close(): Promise<void> {
    this.#retired = true;
    this.#closed = true;
    clearTimeout(this.#growth);
    for (const waiting of this.#queue.splice(0)) {
      waiting.refuse(closing());
    }
    await Promise.all([...this.#all].map((instance) => this.#drop(instance)));
  }

  #acquire(): Instance | Promise<Instance> {
    if (this.#closed) throw closing();
    for (let instance = this.#idle.pop(); instance; instance = this.#idle.pop()) {
      if (!instance.dead) return instance;
    }
    if (this.#all.size < Math.min(EAGER, this.#most)) return this.#add();
    if (this.#queue.length >= FUNCTION_QUEUE) {
      throw new CloudError(
        'EXCEED_CONCURRENT_REQUEST_LIMIT',
        `too many calls wait for ${this.declaration.name}`,
      );
    }
    return new Promise((start, refuse) => {
      this.#queue.push({ since: performance.now(), start, refuse });
      this.#considerGrowth();
    });
  }

  /** The first in line gets an instance of its own when its patience ends, while there may be more. */
  #considerGrowth(): void {
    const [first] = this.#queue;
    if (!first || this.#growth || this.#all.size >= this.#most) return;
    const wait = Math.max(0, first.since + PATIENCE_MS - performance.now());
    this.#growth = setTimeout(() => {
      this.#growth = undefined;
      const [head] = this.#queue;
      if (head && performance.now() >= head.since + PATIENCE_MS && this.#all.size < this.#most) {
        this.#queue.shift();
        head.start(this.#add());
      }
      this.#considerGrowth();
    }, wait);
  }

  #add(): Instance {
    const instance = new Instance(this.declaration, this.#environment, () => this.#all.delete(instance));
    this.#all.add(instance);
    return instance;
  }

  #release(instance: Instance): void {
    const next = this.#queue.shift();
    if (next) {
      next.start(instance.dead ? this.#add() : instance);
      return;
    }
    if (instance.dead) return;
    if (this.#retired) void this.#drop(instance);
    else this.#idle.push(instance);
  }

  async #drop(instance: Instance): Promise<void> {
    this.#all.delete(instance);
    await instance.close();
  }
}

function closing(): CloudError {
  return new CloudError('SYS_ERR', 'the cloud is closing');
}
