import { setTimeout as sleep } from 'node:timers/promises';

/** A step of a test that takes longer has failed. */
export const PATIENCE_MS = 10_000;
const EVERY_MS = 40;
/** An attempt that began in time has this long, also when the time is nearly up. */
const FAIR_MS = 1_000;
const NO_ANSWER = 'no answer';

/** Tries until it does not throw. @throws Error that names what was waited for, with the last reason. */
export async function eventually<T>(what: string, attempt: () => Promise<T>, ms = PATIENCE_MS): Promise<T> {
  const until = Date.now() + ms;
  let reason = NO_ANSWER;
  for (;;) {
    const left = until - Date.now();
    try {
      return await within(attempt(), Math.max(left, FAIR_MS));
    } catch (error) {
      // What the last attempt had no time to find out, an earlier one has.
      const why = error instanceof Error ? error.message : String(error);
      if (why !== NO_ANSWER) reason = why;
      if (Date.now() + EVERY_MS >= until) throw new Error(`${what}: ${reason} (waited ${ms} ms)`);
    }
    await sleep(EVERY_MS);
  }
}

/** The client has no time limits of its own: what a page was asked that has gone meanwhile is never answered. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(NO_ANSWER)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
