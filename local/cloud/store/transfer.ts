import { invalidParam } from '../errors';
import { type Catalog, documentsIn } from './catalog';
import { fromText } from './codec';
import type { Connection } from './database';
import type { Document } from './types';
import { isPlainObject } from './values';

const FORMAT = 'local-cloud-export';
const VERSION = 1;
const BATCH = 500;

/**
 * One JSON object a line: a header, then for each collection its name, then its documents in order of insertion
 * (dates and other special values as extended JSON). Indexes are declared, not exported.
 */
export function* exportLines(database: Connection, catalog: Catalog): IterableIterator<string> {
  yield JSON.stringify({ format: FORMAT, version: VERSION });
  for (const name of catalog.names()) {
    const collection = JSON.stringify(name);
    yield `{"collection":${collection}}`;
    for (const { doc } of documentsIn(database, catalog.get(name).table)) {
      yield `{"collection":${collection},"document":${doc}}`;
    }
  }
}

interface Imported {
  collection: string;
  document: Document;
}

interface Sink {
  create(collection: string): void;
  insert(batch: Imported[]): void;
}

/**
 * Adds exported documents to a store. Those before a faulty line are kept.
 * @throws CloudError that names the line which is not of an export, or whose document is refused
 */
export async function importLines(
  lines: AsyncIterable<string> | Iterable<string>,
  onProgress: (documents: number) => void,
  sink: Sink,
): Promise<number> {
  let at = 0;
  let done = 0;
  let batch: Imported[] = [];
  const flush = (): void => {
    if (batch.length === 0) return;
    naming(at, () => sink.insert(batch));
    done += batch.length;
    batch = [];
    onProgress(done);
  };
  for await (const line of lines) {
    at++;
    if (line.trim() === '') continue;
    const entry = parse(line, at);
    if (at === 1) {
      checkHeader(entry);
      continue;
    }
    const { collection } = entry;
    if (typeof collection !== 'string') throw invalidParam(`line ${at} of the import names no collection`);
    sink.create(collection);
    if (!isPlainObject(entry.document)) continue;
    batch.push({ collection, document: fromText(JSON.stringify(entry.document)) });
    if (batch.length >= BATCH) flush();
  }
  flush();
  return done;
}

function parse(line: string, at: number): Document {
  const entry = naming(at, () => JSON.parse(line) as unknown);
  if (!isPlainObject(entry)) throw invalidParam(`line ${at} of the import is not an object`);
  return entry;
}

function checkHeader(header: Document): void {
  if (header.format !== FORMAT) throw invalidParam('the first line of the import is not that of an export');
  if (Number(header.version) > VERSION) {
    throw invalidParam(`the import was written by a newer version (${String(header.version)})`);
  }
}

function naming<T>(line: number, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw invalidParam(`line ${line} of the import (or one shortly before it): ${reason}`);
  }
}
