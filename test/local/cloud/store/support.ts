import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import {
  CloudError,
  type Document,
  type IndexDeclaration,
  openStore,
  type Store,
  type StoreOptions,
} from '../../../../local/cloud/store/index';

/** A store in memory with one collection `c`; it closes when the test ends. */
export function storeOf(
  context: TestContext,
  indexes: IndexDeclaration[] = [],
  options: Partial<StoreOptions> = {},
): Store {
  const store = openStore({ file: ':memory:', collections: { c: { indexes } }, ...options });
  context.after(() => store.close());
  return store;
}

/** A folder of the test's own. */
export function folder(context: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'store-'));
  context.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The error that `work` throws. */
export function refusal(work: () => unknown): CloudError {
  try {
    work();
  } catch (cause) {
    assert.ok(cause instanceof CloudError, `threw ${String(cause)}`);
    return cause;
  }
  return assert.fail('nothing was refused');
}

/** Updates the one document of `c` and returns it, or throws. */
export function updated(store: Store, update: Document, filter: Document = {}): Document {
  const options = { multi: false, merge: true, upsert: false, returnDocument: true };
  const { document } = store.modify('c', filter, update, options);
  return document ?? assert.fail('nothing was found to update');
}

export const idsOf = (documents: Document[]): unknown[] => documents.map(({ _id }) => _id);
