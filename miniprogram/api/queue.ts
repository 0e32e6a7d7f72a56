import type { InputOf, OutputOf } from '../contract/actions';
import type { RefusalCode } from '../contract/errors';
import { Refused, Unreachable } from './failures';
import {
  keepItem,
  nextOf,
  type QueuedAction,
  type QueuedItem,
  type Recording,
  readItems,
} from './queue-item';
import type { Shelf } from './shelf';

export type { QueuedAction, QueuedItem, Recording } from './queue-item';

/** How it ended while the person was still looking. `waits`: kept on the phone and sent later by itself. */
export type Posted<Name extends QueuedAction> = { waits: false; output: OutputOf<Name> } | { waits: true };

export interface Letter {
  /** The rid of the person's intention, from the draft. */
  rid: string;
  /** How the person recognises it in the list of what waits: 水管冻了. */
  title: string;
  /** A saved recording that goes up first; its id is put into `input.audio`. */
  recording?: Recording | null;
}

export interface QueueState {
  items: readonly QueuedItem[];
  sending: boolean;
}

export interface QueueWires {
  shelf: Shelf;
  /** @throws Refused, Unreachable */
  call(name: QueuedAction, input: object, rid: string, occurredAt: number | null): Promise<unknown>;
  upload(path: string, rid: string): Promise<string>;
  hasFile(path: string): Promise<boolean>;
  removeFile(path: string): Promise<void>;
  /** Epoch ms. */
  now(): number;
  /** Runs later, while the app is open. */
  later(ms: number, run: () => void): void;
}

/** Refusals that say nothing about the input: the item goes on waiting. */
const PASSING: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'BUSY',
  'TOO_MANY',
  'INTERNAL',
  'CONTRACT_TOO_OLD',
]);
/** A bug that answers the same way this often is shown to the person instead of blocking what stands behind it. */
const INTERNAL_TRIES = 5;
/** An answer this much later than the words: the server is told when they were said. */
const LATE_MS = 60_000;
const PAUSES = [5_000, 15_000, 60_000, 180_000] as const;

interface Waiter {
  accepted(output: unknown): void;
  refused(failure: Refused): void;
  waits(): void;
}

export class Queue {
  private items: QueuedItem[];
  private running: Promise<void> | null = null;
  private again = false;
  private readonly waiters = new Map<string, Waiter>();
  private readonly listeners = new Set<(state: QueueState) => void>();
  private failures = 0;
  /** Whose recording did not go up when it was last tried; who failed last stands at the end. */
  private readonly stuck = new Set<string>();

  constructor(private readonly wires: QueueWires) {
    this.items = readItems(wires.shelf);
  }

  state(): QueueState {
    return { items: this.items, sending: this.running !== null };
  }

  /** Calls at once and at each change. @returns how to stop. */
  watch(listener: (state: QueueState) => void): () => void {
    this.listeners.add(listener);
    listener(this.state());
    return () => this.listeners.delete(listener);
  }

  /**
   * Stores, then sends in order. Posting the same rid again replaces what waits under it.
   * @throws Refused when the server says no while the person is looking (nothing is kept: the draft has it);
   *   Unreachable when it could neither be stored nor sent.
   */
  post<Name extends QueuedAction>(name: Name, input: InputOf<Name>, letter: Letter): Promise<Posted<Name>> {
    const item: QueuedItem = {
      rid: letter.rid,
      name,
      input,
      title: letter.title,
      at: this.wires.now(),
      state: 'waiting',
      says: '',
      tries: 0,
      recording: letter.recording ?? null,
    };
    const stored = this.store(keepItem(this.items, item));
    return new Promise((resolve, reject) => {
      this.waiters.set(item.rid, {
        // `call` is typed by the name that this very item carries.
        accepted: (output) => resolve({ waits: false, output: output as OutputOf<Name> }),
        refused: reject,
        waits: () => {
          if (stored) return resolve({ waits: true });
          this.store(this.items.filter(({ rid }) => rid !== item.rid));
          reject(new Unreachable('cloud'));
        },
      });
      void this.flush();
    });
  }

  /** Sends what waits, one at a time, in the order of `nextOf`. Asked for during a pass, another pass follows. Never rejects. */
  flush(): Promise<void> {
    if (this.running !== null) {
      // The network may have come back, or something was posted, since the pass under way began to fail.
      this.again = true;
      return this.running;
    }
    this.running = this.run().finally(() => {
      this.running = null;
      this.tell();
      if (!this.again) return undefined;
      this.again = false;
      return this.flush();
    });
    return this.running;
  }

  /** The person says: once more. */
  retry(rid: string): void {
    this.store(this.items.map((item) => (item.rid === rid ? { ...item, state: 'waiting', tries: 0 } : item)));
    void this.flush();
  }

  /** The person does not want it any more. What is on its way already cannot be called back. */
  async drop(rid: string): Promise<void> {
    const item = this.items.find((each) => each.rid === rid);
    this.store(this.items.filter((each) => each.rid !== rid));
    if (item?.recording) await this.wires.removeFile(item.recording.path);
  }

  private async run(): Promise<void> {
    this.tell();
    for (;;) {
      const item = nextOf(this.items, this.stuck);
      if (item === undefined) return;
      const failure = await this.attempt(item);
      if (failure === null) {
        this.failures = 0;
        continue;
      }
      if (failure instanceof Refused && this.settles(item, failure)) continue;
      return this.putOff(item, failure);
    }
  }

  /** @returns what stood in the way, `null` when it was accepted. */
  private async attempt(item: QueuedItem): Promise<unknown> {
    try {
      const input = await this.ready(item);
      if (input === null) return this.giveBack(item, '录音不在手机里了，再说一遍');
      const late = this.wires.now() - item.at > LATE_MS;
      const output = await this.wires.call(item.name, input, item.rid, late ? item.at : null);
      this.store(this.items.filter(({ rid }) => rid !== item.rid));
      this.take(item.rid)?.accepted(output);
      if (item.recording) await this.wires.removeFile(item.recording.path);
      return null;
    } catch (failure) {
      return failure;
    }
  }

  /** The input as it is sent: the recording uploaded once. */
  private async ready(item: QueuedItem): Promise<object | null> {
    let { input } = item;
    if (item.recording !== null && !(await this.wires.hasFile(item.recording.path))) {
      const text = 'text' in input && typeof input.text === 'string' ? input.text : '';
      if (text === '') return null;
    } else if (item.recording !== null && !('audio' in input && input.audio)) {
      this.stuck.delete(item.rid);
      this.stuck.add(item.rid);
      const fileId = await this.wires.upload(item.recording.path, item.rid);
      this.stuck.delete(item.rid);
      input = { ...input, audio: { fileId, seconds: item.recording.seconds } };
      // Kept before the call, so that a lost answer does not upload a second file.
      const kept = input;
      this.store(this.items.map((each) => (each.rid === item.rid ? { ...each, input: kept } : each)));
    }
    return input;
  }

  /** @returns whether the refusal is final for this item, so that the next one may go. */
  private settles(item: QueuedItem, failure: Refused): boolean {
    const tries = item.tries + 1;
    const passing = PASSING.has(failure.code) && !(failure.code === 'INTERNAL' && tries >= INTERNAL_TRIES);
    if (passing) return false;
    const waiter = this.take(item.rid);
    if (waiter === undefined) {
      this.giveBack(item, failure.says);
      return true;
    }
    this.store(this.items.filter(({ rid }) => rid !== item.rid));
    waiter.refused(failure);
    return true;
  }

  /** Nobody is looking: it stays in sight with its sentence until the person decides. */
  private giveBack(item: QueuedItem, says: string): null {
    this.store(
      this.items.map((each) => (each.rid === item.rid ? { ...each, state: 'refused', says } : each)),
    );
    this.take(item.rid)?.waits();
    return null;
  }

  private putOff(item: QueuedItem, failure: unknown): void {
    const counts = failure instanceof Refused && failure.code === 'INTERNAL';
    const tries = item.tries + (counts ? 1 : 0);
    this.store(this.items.map((each) => (each.rid === item.rid ? { ...each, tries } : each)));
    for (const rid of [...this.waiters.keys()]) this.take(rid)?.waits();
    const pause = PAUSES[Math.min(this.failures, PAUSES.length - 1)] ?? 0;
    this.failures += 1;
    this.wires.later(pause, () => void this.flush());
  }

  private take(rid: string): Waiter | undefined {
    const waiter = this.waiters.get(rid);
    this.waiters.delete(rid);
    return waiter;
  }

  /** @returns false when the phone has no room: it is then only in memory. */
  private store(items: QueuedItem[]): boolean {
    this.items = items;
    let stored = true;
    try {
      this.wires.shelf.write('outbox', items);
    } catch {
      // Help must not fail for want of storage: it is sent all the same, and `post` tells when it could not be.
      stored = false;
    }
    this.tell();
    return stored;
  }

  private tell(): void {
    for (const listener of this.listeners) listener(this.state());
  }
}
