/**
 * What the device keeps when the mini program is closed: storage and saved files, in the browser's IndexedDB,
 * apart for each device. All of it is read once at boot, because `wx` answers `getStorageSync` and
 * `readFileSync` at once; every change is written behind.
 */
import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB, type StoreValue } from 'idb';
import type { Host } from '../runtime/host';

/** One stored value: `text` is what `encode` of storage made, `bytes` the content of a file. */
interface Schema extends DBSchema {
  storage: { key: [device: string, key: string]; value: string };
  files: { key: [device: string, path: string]; value: StoredFile };
  /** What the person allowed and refused, as JSON. */
  settings: { key: [device: string, name: string]; value: string };
}

export interface StoredFile {
  /** Absent for a folder. */
  bytes?: Uint8Array<ArrayBuffer>;
  /** Unix time in ms. */
  modified: number;
}

export interface Disk {
  readonly storage: Shelf<string>;
  readonly files: Shelf<StoredFile>;
  readonly settings: Shelf<string>;
  /** Resolves when every change until now is written: a page that is opened again earlier may read the disk before. */
  written(): Promise<void>;
}

/** One store of this device: `initial` is what it held at boot. */
export interface Shelf<T> {
  readonly initial: ReadonlyMap<string, T>;
  put(key: string, value: T): void;
  delete(key: string): void;
}

export async function openDisk(host: Host): Promise<Disk> {
  const database = await openDB<Schema>('phone', 1, {
    upgrade(db) {
      db.createObjectStore('storage');
      db.createObjectStore('files');
      db.createObjectStore('settings');
    },
  });
  const writes = new Set<Promise<void>>();
  const [storage, files, settings] = await Promise.all([
    openShelf(host, database, 'storage', writes),
    openShelf(host, database, 'files', writes),
    openShelf(host, database, 'settings', writes),
  ]);
  return {
    storage,
    files,
    settings,
    async written() {
      await Promise.all(writes);
    },
  };
}

type StoreName = 'storage' | 'files' | 'settings';

async function openShelf<S extends StoreName>(
  host: Host,
  database: IDBPDatabase<Schema>,
  name: S,
  writes: Set<Promise<void>>,
): Promise<Shelf<StoreValue<Schema, S>>> {
  const { device } = host.boot;
  const initial = new Map<string, StoreValue<Schema, S>>();
  // All keys of one device: an array sorts after every string, so it closes the range.
  const range = IDBKeyRange.bound([device], [device, []]);
  const reading = database.transaction(name);
  for await (const { key, value } of reading.store.iterate(range)) {
    // Every store has this key; TypeScript loses it in the generic.
    const [, own] = key as [device: string, own: string];
    initial.set(own, value);
  }

  const change = (key: string, act: (store: Writable<S>) => Promise<unknown>): void => {
    const writing = database.transaction(name, 'readwrite');
    const done = act(writing.store);
    // Committed now and not when the page is idle, so that a reload straight after it loses nothing.
    writing.commit();
    const written = Promise.all([done, writing.done])
      .then(
        () => undefined,
        // A write that the browser refused would be missing at the next start: it must not pass in silence.
        (error: unknown) =>
          host.report({ kind: 'resource', message: `the browser did not keep "${key}": ${String(error)}` }),
      )
      .finally(() => writes.delete(written));
    writes.add(written);
  };
  return {
    initial,
    put: (key, value) => change(key, (store) => store.put(value, [device, key])),
    delete: (key) => change(key, (store) => store.delete([device, key])),
  };
}

type Writable<S extends StoreName> = IDBPObjectStore<Schema, [S], S, 'readwrite'>;
