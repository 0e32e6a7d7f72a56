import type { CollectionState } from '../catalog';
import type { Document } from '../types';
import type { Stored } from '../writer';

/** What a transaction will do to a document when it commits. */
export interface Pending {
  /** null: there is none yet. */
  old: Stored | null;
  /** null: it is removed. */
  next: Document | null;
}

/** One open transaction. */
export interface Session {
  id: string;
  /** The moment of history that it sees. */
  started: number;
  /** Milliseconds since the epoch. */
  expires: number;
  /** By collection, by document. */
  pending: Map<string, Map<string, Pending>>;
}

export function pendingIn(session: Session, collection: CollectionState): Map<string, Pending> {
  const known = session.pending.get(collection.name);
  if (known) return known;
  const fresh = new Map<string, Pending>();
  session.pending.set(collection.name, fresh);
  return fresh;
}
