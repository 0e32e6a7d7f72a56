/** The phone's durable storage as the queue, the drafts and the cache need it. */
export interface Shelf {
  /** `undefined` when there is nothing. */
  read(key: string): unknown;
  /** Durable when it returns. Throws when the phone has no room. */
  write(key: string, value: unknown): void;
  remove(key: string): void;
  keys(): string[];
}
