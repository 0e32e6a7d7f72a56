import { randomUUID } from 'node:crypto';
import type { Memory } from '../data-folder';

/** A subscription message as it arrived on somebody's phone. */
export interface DeliveredMessage {
  openid: string;
  templateId: string;
  page: string;
  /** The template's fields, such as `{thing1: {value: '…'}}`. */
  data: Record<string, unknown>;
  /** Cloud time, epoch milliseconds. */
  at: number;
}

/** Consents left, by `openid|template`: a Map that remembers itself. */
export class Consents extends Map<string, number> {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    super();
    this.#memory = memory;
    for (const { name, value } of memory.all('consent')) super.set(name, Number(value));
  }

  override set(who: string, left: number): this {
    this.#memory.write('consent', who, String(left));
    return super.set(who, left);
  }

  override delete(who: string): boolean {
    this.#memory.remove('consent', who);
    return super.delete(who);
  }

  override clear(): void {
    for (const who of [...this.keys()]) this.delete(who);
  }
}

/** Messages delivered, oldest first. */
export class Mailbox {
  readonly sent: DeliveredMessage[];
  readonly #memory: Memory;
  readonly #listeners = new Set<(message: DeliveredMessage) => void>();

  constructor(memory: Memory) {
    this.#memory = memory;
    // Only `deliver` writes this topic.
    this.sent = memory.all('message').map(({ value }) => JSON.parse(value) as DeliveredMessage);
  }

  deliver(message: DeliveredMessage): void {
    this.sent.push(message);
    this.#memory.write('message', randomUUID(), JSON.stringify(message));
    for (const listener of this.#listeners) listener(message);
  }

  onMessage(listener: (message: DeliveredMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
