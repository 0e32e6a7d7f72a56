import { fromText } from './codec';
import type { Connection } from './database';
import type { IndexSpec } from './declarations';
import { type Key, NULL_KEY, valueOfKey } from './keys';
import { indexEntries, rowMark } from './multikey';
import { inspect } from './values';

const SHOWN = 5;

/** Names the documents that share a key of a unique index that is to be built. */
export function duplicateReport(
  database: Connection,
  collection: { name: string; table: string },
  spec: IndexSpec,
): string {
  const holders = new Map<string, { key: string; ids: string[] }>();
  const all = database.prepare<[], { doc: string }>(`SELECT doc FROM ${collection.table} ORDER BY n`);
  for (const { doc } of all.iterate()) {
    const document = fromText(doc);
    for (const row of indexEntries(document, spec).rows) {
      const mark = rowMark(row);
      const known = holders.get(mark);
      if (known) known.ids.push(inspect(document._id));
      else holders.set(mark, { key: keyText(row, spec), ids: [inspect(document._id)] });
    }
  }
  const groups = [...holders.values()].filter(({ ids }) => ids.length > 1);
  const shown = groups
    .slice(0, SHOWN)
    .map(({ key, ids }) => `${key} in ${ids.slice(0, SHOWN).join(', ')}${ids.length > SHOWN ? ', …' : ''}`);
  const more = groups.length > SHOWN ? ` and ${groups.length - SHOWN} more` : '';
  return `unique index ${spec.name} of ${collection.name} cannot be built, there are duplicates: ${shown.join('; ')}${more}.`;
}

/** A row of an index in MongoDB's notation: `{ phone: "1", day: null }`. */
export function keyText(row: Key[], spec: IndexSpec): string {
  const fields = spec.fields.map(({ field }, i) => `${field}: ${inspect(valueOfKey(row[i] ?? NULL_KEY))}`);
  return `{ ${fields.join(', ')} }`;
}
