import { setTimeout as sleep } from 'node:timers/promises';

/** A step of a test that takes longer has failed. */
export const PATIENCE_MS = 10_000;
const EVERY_MS = 40;

/** Tries until it does not throw. @throws Error that names what was waited for, with the last reason. */
export async function eventually<T>(what: string, attempt: () => Promise<T>, ms = PATIENCE_MS): Promise<T> {
  const until = Date.now() + ms;
  for (;;) {
    const left = until - Date.now();
    try {
      return await within(attempt(), Math.max(left, EVERY_MS));
    } catch (error) {
      if (Date.now() + EVERY_MS >= until) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`${what}: ${reason} (waited ${ms} ms)`);
      }
    }
    await sleep(EVERY_MS);
  }
}

/** The client has no time limits of its own: what a page was asked that has gone meanwhile is never answered. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
