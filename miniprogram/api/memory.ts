import type { Shelf } from './shelf';

/** The last good answer of a read, for the hour without a network. */
export interface Memory {
  remember(name: string, input: unknown, output: unknown): void;
  /** `at`: when it was true, epoch ms. `null`: not seen on this phone for a week, or seen with another contract. */
  recall(name: string, input: unknown): { at: number; output: unknown } | null;
  /** What this reader may not see any more is not kept on the phone either. */
  forget(name: string, input: unknown): void;
}

/** Storage holds 10 MB; a page's answer is a few KB. */
const KEPT = 40;
/** Whose power or bond has ended meanwhile learns it with the next answer; a phone that gets none keeps no week-old copy, in ms. */
const LONGEST = 7 * 24 * 60 * 60 * 1000;
const PREFIX = 'seen:';

/** @param version of the contract: an answer of another version would not fit the pages. */
export function createMemory(shelf: Shelf, version: number, now: () => number): Memory {
  const keyOf = (name: string, input: unknown): string => `${PREFIX}${name}:${JSON.stringify(input)}`;

  function read(key: string): { at: number; output: unknown } | null {
    const value = shelf.read(key);
    if (typeof value !== 'object' || value === null) return null;
    if (!('version' in value) || value.version !== version) return null;
    if (!('at' in value) || typeof value.at !== 'number' || !('output' in value)) return null;
    return { at: value.at, output: value.output };
  }

  function forgetOldest(leave: number): void {
    const seen = shelf.keys().filter((key) => key.startsWith(PREFIX));
    const byAge = seen.map((key) => ({ key, at: read(key)?.at ?? 0 })).sort((a, b) => a.at - b.at);
    for (const { key } of byAge.slice(0, Math.max(0, seen.length - leave))) shelf.remove(key);
  }

  return {
    recall(name, input) {
      const key = keyOf(name, input);
      const seen = read(key);
      if (seen === null || now() - seen.at <= LONGEST) return seen;
      shelf.remove(key);
      return null;
    },
    forget: (name, input) => shelf.remove(keyOf(name, input)),
    remember(name, input, output) {
      const entry = { version, at: now(), output };
      try {
        shelf.write(keyOf(name, input), entry);
      } catch {
        // A full phone keeps no old answers: they are a convenience, the outbox and the drafts need the room.
        forgetOldest(0);
        return;
      }
      forgetOldest(KEPT);
    },
  };
}
