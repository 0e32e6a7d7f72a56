import { fromText } from './codec';
import type { Connection } from './database';
import type { IndexSpec } from './declarations';
import { indexEntries, rowMark } from './multikey';
import { leavesOf } from './paths';
import type { Document } from './types';
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
      else holders.set(mark, { key: keyText(document, spec), ids: [inspect(document._id)] });
    }
  }
  const groups = [...holders.values()].filter(({ ids }) => ids.length > 1);
  const shown = groups
    .slice(0, SHOWN)
    .map(({ key, ids }) => `${key} in ${ids.slice(0, SHOWN).join(', ')}${ids.length > SHOWN ? ', …' : ''}`);
  const more = groups.length > SHOWN ? ` and ${groups.length - SHOWN} more` : '';
  return `unique index ${spec.name} of ${collection.name} cannot be built, there are duplicates: ${shown.join('; ')}${more}.`;
}

/** The key of a document in MongoDB's notation: `{ phone: "1", day: null }`. */
export function keyText(document: Document, spec: IndexSpec): string {
  const fields = spec.fields.map(({ field, path }) => `${field}: ${inspect(leavesOf(document, path)[0])}`);
  return `{ ${fields.join(', ')} }`;
}
