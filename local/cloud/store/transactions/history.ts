import type { CollectionState } from '../catalog';
import type { Session } from './session';

/** A document as it was before a committed change; null where it did not exist. */
interface Earlier {
  n: number;
  text: string;
}

interface Change {
  moment: number;
  collection: string;
  mark: string;
  before: Earlier | null;
}

/** What was changed while transactions were open, so that each keeps seeing the moment of its start. */
export class History {
  #moment = 0;
  #changes: Change[] = [];
  readonly #sessions = new Set<Session>();

  get moment(): number {
    return this.#moment;
  }

  open(session: Session): void {
    this.#sessions.add(session);
  }

  close(session: Session): void {
    this.#sessions.delete(session);
    const oldest = Math.min(...[...this.#sessions].map(({ started }) => started));
    this.#changes = this.#changes.filter(({ moment }) => moment > oldest);
  }

  record(collection: CollectionState, mark: string, before: Earlier | null): void {
    if (this.#sessions.size === 0) return;
    this.#moment++;
    this.#changes.push({ moment: this.#moment, collection: collection.name, mark, before });
  }

  /** Forgets what was recorded after a moment, because it was rolled back. */
  rewind(moment: number): void {
    this.#changes = this.#changes.filter((change) => change.moment <= moment);
  }

  /** By document, how those of the collection that have changed since then were at that moment. */
  since(moment: number, collection: CollectionState): Map<string, Earlier | null> {
    const earlier = new Map<string, Earlier | null>();
    for (const change of this.#changes) {
      if (change.moment <= moment || change.collection !== collection.name) continue;
      if (!earlier.has(change.mark)) earlier.set(change.mark, change.before);
    }
    return earlier;
  }
}
