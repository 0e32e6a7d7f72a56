import { Engine } from './engine';
import type { Store, StoreOptions } from './types';

export { CloudError, StoreError } from '../errors';
export { decodeWire, encodeWire } from './codec';
export type {
  Declarations,
  Document,
  Filter,
  FindOptions,
  IndexDeclaration,
  Plan,
  Sort,
  Store,
  StoreOptions,
} from './types';

/**
 * Opens a store, or makes one.
 * @throws StoreError with a sentence for a file that is damaged, foreign, newer, or in use, and for existing
 * documents that stand in the way of a declared index; the file is then left as it was
 */
export function openStore(options: StoreOptions): Store {
  return new Engine(options);
}
