/**
 * The cloud's time: the machine's plus an offset that can be moved, for demonstrations and tests.
 * All times are epoch milliseconds.
 */
export interface CloudClock {
  now(): number;
  /** Milliseconds by which the cloud is ahead of the machine. */
  offset(): number;
  /** Moves forward and delivers every timer that falls due on the way, in order, at its own time. */
  advance(ms: number): Promise<void>;
  /** Forward like `advance`; backward it only sets the time: nothing is delivered twice. */
  set(epochMs: number): Promise<void>;
  /** Back to the machine's time, delivering nothing. */
  reset(): void;
}

/** What a clock tells those who depend on it. */
export interface ClockListener {
  /** The next moment at which something is due, or undefined. */
  nextDue(): number | undefined;
  /** Runs what is due now; resolves when it is done. */
  runDue(now: number): Promise<void>;
  /** The time was changed other than by passing. */
  jumped(now: number): void;
}

export interface ClockOptions {
  offset: number;
  /** Called after each change, so that a restart finds the same time. */
  remember: (offset: number) => void;
  machineTime?: () => number;
}

export class MovableClock implements CloudClock {
  #offset: number;
  #listener: ClockListener | undefined;
  readonly #watchers = new Set<() => void>();
  #moving: Promise<void> = Promise.resolve();
  readonly #remember: (offset: number) => void;
  readonly #machineTime: () => number;

  constructor(options: ClockOptions) {
    this.#offset = options.offset;
    this.#remember = options.remember;
    this.#machineTime = options.machineTime ?? Date.now;
  }

  listen(listener: ClockListener): void {
    this.#listener = listener;
  }

  /** Hears of every change other than time's passing. @returns a function that stops listening. */
  onMove(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  now(): number {
    return this.#machineTime() + this.#offset;
  }

  offset(): number {
    return this.#offset;
  }

  advance(ms: number): Promise<void> {
    if (!Number.isFinite(ms) || ms < 0) {
      return Promise.reject(new RangeError(`a clock advances by zero or more milliseconds, not ${ms}`));
    }
    return this.#queue(() => this.#move(this.#offset + ms));
  }

  set(epochMs: number): Promise<void> {
    if (!Number.isFinite(epochMs)) {
      return Promise.reject(new RangeError(`a clock is set to epoch milliseconds, not ${epochMs}`));
    }
    return this.#queue(async () => {
      const offset = epochMs - this.#machineTime();
      if (offset >= this.#offset) return this.#move(offset);
      this.#jump(offset);
    });
  }

  reset(): void {
    this.#jump(0);
  }

  /** Two moves at once would deliver timers out of order, so that each waits for the one before. */
  #queue(move: () => Promise<void>): Promise<void> {
    const moved = this.#moving.then(move);
    // The caller hears of a failure; the next move must not.
    this.#moving = moved.catch(() => undefined);
    return moved;
  }

  async #move(target: number): Promise<void> {
    for (;;) {
      const due = this.#listener?.nextDue();
      if (due === undefined || due > this.#machineTime() + target) break;
      // Never backwards: a slow timer may have used up the time until the next one.
      this.#offset = Math.max(this.#offset, due - this.#machineTime());
      await this.#listener?.runDue(this.now());
    }
    this.#settle(Math.max(this.#offset, target));
  }

  #jump(offset: number): void {
    this.#settle(offset);
    this.#listener?.jumped(this.now());
  }

  #settle(offset: number): void {
    this.#offset = offset;
    this.#remember(offset);
    for (const watcher of this.#watchers) watcher();
  }
}
