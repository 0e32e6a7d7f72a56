import type { CollectionState } from './catalog';
import { markOf } from './keys';
import type { Reader } from './reader';
import type { Transactions } from './transactions/index';
import type { View } from './view';
import type { Stored, Writer } from './writer';

/**
 * What has been committed. Each write takes effect at once, unless an open transaction holds the document,
 * and is remembered for the transactions that began before it.
 */
export function committedView(reader: Reader, writer: Writer, transactions: Transactions): View {
  const { history } = transactions;
  return {
    find: (reading, guard) => reader.find(reading, guard),
    matches(collection, filter, multi, guard) {
      if (!multi) return reader.find({ collection, filter, sort: {}, skip: 0, limit: 1 }, guard);
      const { numbers, plan } = reader.numbers(collection, filter, guard);
      return { rows: fetched(reader, collection, numbers), plan };
    },
    insert(collection, document, text) {
      transactions.refuseLocked(collection, document._id);
      writer.insert(collection, document, text);
      history.record(collection, markOf(document._id), null);
    },
    replace(collection, old, next, text) {
      transactions.refuseLocked(collection, old.document._id);
      writer.replace(collection, old, next, text);
      history.record(collection, markOf(old.document._id), old);
    },
    remove(collection, old) {
      transactions.refuseLocked(collection, old.document._id);
      writer.remove(collection, old);
      history.record(collection, markOf(old.document._id), old);
    },
  };
}

function* fetched(reader: Reader, collection: CollectionState, numbers: number[]): Iterable<Stored> {
  for (const n of numbers) {
    const row = reader.get(collection, n);
    if (row) yield row;
  }
}
