import { newRid } from './call';

/** One rid for one intention of a person: the same for every try until the server has answered. */
export interface Intention {
  rid(): string;
  /** Accepted or refused: the next press is a new intention. Not after an `Unreachable`: it may have happened. */
  answered(): void;
}

export function intention(): Intention {
  let rid = '';
  return {
    rid() {
      if (rid === '') rid = newRid();
      return rid;
    },
    answered() {
      rid = '';
    },
  };
}
