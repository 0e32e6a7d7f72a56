import { randomUUID } from 'node:crypto';
import { DocumentLocked, transactionConflict, transactionNotExist } from '../../errors';
import type { CollectionState } from '../catalog';
import { toText } from '../codec';
import { markOf } from '../keys';
import type { Reader } from '../reader';
import type { View } from '../view';
import type { Writer } from '../writer';
import { History } from './history';
import type { Pending, Session } from './session';
import { sessionView } from './view';

/** How long a transaction may stay open, in milliseconds. */
const LIFE = 30_000;

type CommittedWrites = Pick<View, 'insert' | 'replace' | 'remove'>;

/*
 *  begin ──> read, write … ──> commit: all writes at once, in one SQLite transaction
 *                │      └────> abort: as if nothing had been
 *                ├─ another transaction holds the document ──┐
 *                ├─ the document changed after our begin ────┴─> conflict, at once, and we are aborted
 *                └─ 30 s after begin: gone
 */

/** Transactions as production has them: a snapshot to read, and of two writers the first wins. */
export class Transactions {
  readonly history = new History();
  readonly #reader: Reader;
  readonly #writer: Writer;
  readonly #now: () => number;
  readonly #sessions = new Map<string, Session>();
  readonly #owners = new Map<string, Session>();

  constructor(reader: Reader, writer: Writer, now: () => number) {
    this.#reader = reader;
    this.#writer = writer;
    this.#now = now;
  }

  start(): string {
    const session: Session = {
      id: randomUUID(),
      started: this.history.moment,
      expires: this.#now() + LIFE,
      pending: new Map(),
    };
    this.#sessions.set(session.id, session);
    this.history.open(session);
    return session.id;
  }

  /** @throws CloudError DATABASE_TRANSACTION_FAIL when it was committed, aborted, or has run out */
  view(id: string): View {
    return sessionView(this.#session(id), {
      reader: this.#reader,
      writer: this.#writer,
      history: this.history,
      claim: (session, collection, mark) => this.#claim(session, collection, mark),
    });
  }

  /** Ends the transaction; `write` is carried out by the caller within one SQLite transaction. */
  commit(id: string, collectionOf: (name: string) => CollectionState, write: CommittedWrites): void {
    const session = this.#session(id);
    this.#end(session);
    for (const [name, pending] of session.pending) {
      const collection = collectionOf(name);
      const changes = [...pending.values()].sort((a, b) => rank(a) - rank(b));
      for (const { old, next } of changes) {
        if (!next && old) write.remove(collection, old);
        else if (next && old) write.replace(collection, old, next, toText(next));
        else if (next) write.insert(collection, next, toText(next));
      }
    }
  }

  abort(id: string): void {
    this.#end(this.#session(id));
  }

  /** Ends it if it is still there: after an error that leaves production's transaction aborted. */
  drop(id: string): void {
    const session = this.#sessions.get(id);
    if (session) this.#end(session);
  }

  /** Ends every open transaction: its next call finds it gone. */
  endAll(): void {
    for (const session of [...this.#sessions.values()]) this.#end(session);
  }

  /** @throws DocumentLocked when an open transaction has written the document */
  refuseLocked(collection: CollectionState, id: unknown): void {
    this.#sweep();
    if (this.#owners.size === 0) return;
    if (this.#owners.has(ownerKey(collection, markOf(id)))) throw new DocumentLocked();
  }

  #session(id: string): Session {
    const session = this.#sessions.get(id);
    if (session && session.expires > this.#now()) return session;
    if (session) this.#end(session);
    throw transactionNotExist();
  }

  /** Nobody may come back to a transaction that ran out, and history would grow for it. */
  #sweep(): void {
    if (this.#sessions.size === 0) return;
    const now = this.#now();
    for (const session of this.#sessions.values()) if (session.expires <= now) this.#end(session);
  }

  #claim(session: Session, collection: CollectionState, mark: string): void {
    this.#sweep();
    const key = ownerKey(collection, mark);
    const owner = this.#owners.get(key);
    if (owner === session) return;
    if (owner || this.history.since(session.started, collection).has(mark)) {
      this.#end(session);
      throw transactionConflict();
    }
    this.#owners.set(key, session);
  }

  #end(session: Session): void {
    this.#sessions.delete(session.id);
    this.history.close(session);
    for (const [key, owner] of this.#owners) if (owner === session) this.#owners.delete(key);
  }
}

const ownerKey = (collection: CollectionState, mark: string): string => `${collection.id}:${mark}`;

/** Removals first, so that a key that is freed can be taken again. */
const rank = ({ old, next }: Pending): number => (next === null ? 0 : old ? 1 : 2);
