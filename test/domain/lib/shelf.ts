import type { Shelf } from '../../../miniprogram/api/shelf';

export interface MemoryShelf extends Shelf {
  /** From now on nothing more can be written, as on a full phone. */
  full: boolean;
}

/** Storage as WeChat keeps it: what comes back is a copy, not the object that was put in. */
export function memoryShelf(kept = new Map<string, string>()): MemoryShelf {
  const shelf: MemoryShelf = {
    full: false,
    read: (key) => {
      const text = kept.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    write: (key, value) => {
      if (shelf.full) throw new Error('setStorageSync:fail exceed storage max size 10Mb');
      kept.set(key, JSON.stringify(value));
    },
    remove: (key) => kept.delete(key),
    keys: () => [...kept.keys()],
  };
  return shelf;
}
