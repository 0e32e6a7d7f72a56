import type { CollectionState } from '../catalog';
import { fromText, toText } from '../codec';
import { keyOf, markOf } from '../keys';
import { testOf } from '../query';
import type { Reader, Reading, Result } from '../reader';
import { compareSortKeys, isSorted, sortKeysOf } from '../sort';
import { clone } from '../values';
import type { Guard, View } from '../view';
import type { Stored, Writer } from '../writer';
import type { History } from './history';
import { pendingIn, type Session } from './session';

interface Parts {
  reader: Reader;
  writer: Writer;
  history: History;
  /** Takes the document for this session, or ends the session with a conflict. */
  claim(session: Session, collection: CollectionState, mark: string): void;
}

/** The snapshot of the session's start, with its own writes on top. */
export function sessionView(session: Session, { reader, writer, history, claim }: Parts): View {
  /** Documents that are otherwise here than in the committed state; null: they do not exist here. */
  function differences(collection: CollectionState): Map<string, Stored | null> {
    const rows = new Map<string, Stored | null>();
    for (const [mark, earlier] of history.since(session.started, collection)) {
      rows.set(mark, earlier && { ...earlier, document: fromText(earlier.text) });
    }
    for (const [mark, { old, next }] of pendingIn(session, collection)) {
      const n = old?.n ?? Number.MAX_SAFE_INTEGER; // new ones come last
      rows.set(mark, next && { n, text: toText(next), document: clone(next) });
    }
    return rows;
  }

  function find(reading: Reading, guard: Guard): Result {
    const { collection, filter, sort, skip, limit } = reading;
    const different = differences(collection);
    if (different.size === 0) return reader.find(reading, guard);
    const committed = reader.find({ ...reading, sort: {}, skip: 0, limit: Number.POSITIVE_INFINITY }, guard);
    const test = testOf(filter);
    const rows = committed.rows.filter(({ document }) => !different.has(markOf(document._id)));
    for (const row of different.values()) if (row && test(row.document)) rows.push(row);
    rows.sort(isSorted(sort) ? bySort(sort) : (a, b) => a.n - b.n);
    const found = rows.slice(skip, skip + limit);
    return { rows: found, plan: { ...committed.plan, returned: found.length, memorySort: isSorted(sort) } };
  }

  const change = (collection: CollectionState, old: Stored | null, next: Stored['document'] | null): void => {
    const mark = markOf((next ?? old?.document)?._id);
    const pending = pendingIn(session, collection);
    claim(session, collection, mark);
    const first = pending.has(mark) ? (pending.get(mark)?.old ?? null) : old;
    if (next) {
      const kind = old ? 'Update' : 'Insert';
      const moved = new Set([...pending.values()].map((other) => other.old?.n));
      writer.check(kind, collection, first, next, moved);
    }
    pending.set(mark, { old: first, next: next && clone(next) });
  };

  return {
    find,
    matches(collection, filter, multi, guard) {
      const limit = multi ? Number.POSITIVE_INFINITY : 1;
      return find({ collection, filter, sort: {}, skip: 0, limit }, guard);
    },
    insert(collection, document) {
      const { _id } = document;
      const [existing] = find({ collection, filter: { _id }, sort: {}, skip: 0, limit: 1 }, unguarded).rows;
      const [idIndex] = collection.indexes;
      if (existing && idIndex) throw writer.duplicate('Insert', collection, idIndex, [keyOf(_id)]);
      change(collection, null, document);
    },
    replace: (collection, old, next) => change(collection, old, next),
    remove: (collection, old) => change(collection, old, null),
  };
}

/** An `_id` is always found by its index. */
const unguarded: Guard = () => undefined;

function bySort(sort: Reading['sort']): (a: Stored, b: Stored) => number {
  const keys = new Map<Stored, ReturnType<typeof sortKeysOf>>();
  const of = (row: Stored) => {
    const known = keys.get(row) ?? sortKeysOf(row.document, sort);
    keys.set(row, known);
    return known;
  };
  return (a, b) => compareSortKeys(of(a), of(b), sort);
}
