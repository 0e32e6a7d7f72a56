import type { Shelf } from './shelf';

/**
 * What a person has typed or chosen and the server has not accepted yet. Kept at every change, so that
 * neither an error nor a closed phone loses it; dropped only when the server has accepted it.
 */
export interface Draft<Content extends object> {
  /** The kept content, or the empty one. */
  read(): Content;
  /** Keeps a change. @returns the whole content. Throws when the phone has no room. */
  keep(change: Partial<Content>): Content;
  /** The rid of this intention: stays the same until the draft is dropped, whatever happens between. */
  rid(): string;
  /** A refusal was read and the person changes something: the next try is a new intention. */
  renew(): void;
  drop(): void;
}

/** @param empty also names the fields: what was kept with another type (by an older version) is left out. */
export function createDraft<Content extends object>(
  shelf: Shelf,
  name: string,
  empty: Content,
  newRid: () => string,
): Draft<Content> {
  const key = `draft:${name}`;

  function stored(): { rid: string; content: object } | null {
    const value = shelf.read(key);
    if (typeof value !== 'object' || value === null) return null;
    if (!('rid' in value) || typeof value.rid !== 'string') return null;
    if (!('content' in value) || typeof value.content !== 'object' || value.content === null) return null;
    return { rid: value.rid, content: value.content };
  }

  function read(): Content {
    const kept: Record<string, unknown> = { ...stored()?.content };
    const content: Record<string, unknown> = Object.fromEntries(Object.entries(empty));
    for (const [field, blank] of Object.entries(empty)) {
      if (sameShape(blank, kept[field])) content[field] = kept[field];
    }
    // Every field of `empty` is there, each with the type that `empty` gives it.
    return content as Content;
  }

  function write(rid: string, content: object): void {
    shelf.write(key, { rid, content });
  }

  return {
    read,
    keep(change) {
      const content = { ...read(), ...change };
      write(stored()?.rid ?? newRid(), content);
      return content;
    },
    rid() {
      const kept = stored();
      if (kept !== null) return kept.rid;
      const rid = newRid();
      write(rid, empty);
      return rid;
    },
    renew: () => write(newRid(), read()),
    drop: () => shelf.remove(key),
  };
}

/** `null` stands for "not chosen yet", so whatever was chosen later fits it. */
function sameShape(blank: unknown, kept: unknown): boolean {
  if (kept === undefined) return false;
  if (blank === null || kept === null) return true;
  return typeof blank === typeof kept && Array.isArray(blank) === Array.isArray(kept);
}
