/**
 * The file system of one mini program on one device: `wxfile://usr` (a folder tree), saved files and temporary
 * files. Everything is in memory, so that the Sync functions can answer; the first two are kept on the disk.
 */
import { ApiFailure } from '../api';
import type { Shelf, StoredFile } from '../disk';
import { extensionOf, kindOf, normalize, parentOf, savedPath, temporaryPath, USER_DATA_PATH } from './paths';
import { extensionByType, typeByExtension } from './types';

/** Of user files and saved files together, in bytes. */
export const TOTAL_LIMIT = 200 * 1024 * 1024;

export type Bytes = Uint8Array<ArrayBuffer>;

export class FileStore {
  private readonly entries: Map<string, StoredFile>;
  private readonly shelf: Shelf<StoredFile>;
  private readonly blobs: Map<string, Blob>;
  private kept = 0;

  /** `blobs` mirrors every file for those who show or play it. */
  constructor(shelf: Shelf<StoredFile>, blobs: Map<string, Blob>) {
    this.shelf = shelf;
    this.blobs = blobs;
    this.entries = new Map([[USER_DATA_PATH, { modified: 0 }]]);
    for (const [path, stored] of shelf.initial) this.place(path, stored);
  }

  stat(given: string): { modified: number; size: number; folder: boolean } | undefined {
    const entry = this.entries.get(normalize(given));
    if (!entry) return undefined;
    return { modified: entry.modified, size: entry.bytes?.length ?? 0, folder: entry.bytes === undefined };
  }

  read(given: string): Bytes {
    const entry = this.entries.get(normalize(given));
    if (!entry) throw missing(given);
    if (!entry.bytes)
      throw new ApiFailure(`illegal operation on a directory, open "${given}"`, { errno: 1301005 });
    return entry.bytes;
  }

  write(given: string, bytes: Bytes): void {
    const path = this.writable(given);
    if (this.stat(path)?.folder) {
      throw new ApiFailure(`illegal operation on a directory, open "${given}"`, { errno: 1301005 });
    }
    if (!this.stat(parentOf(path))?.folder) throw missing(given);
    this.put(path, { bytes, modified: Date.now() });
  }

  makeFolder(given: string, recursive: boolean): void {
    const path = this.writable(given);
    if (this.entries.has(path)) {
      if (recursive && this.stat(path)?.folder) return;
      throw new ApiFailure(`file already exists ${given}`, { errno: 1301005 });
    }
    const parent = parentOf(path);
    if (!this.stat(parent)?.folder) {
      if (!recursive) throw missing(given);
      this.makeFolder(parent, true);
    }
    this.put(path, { modified: Date.now() });
  }

  removeFolder(given: string, recursive: boolean): void {
    const path = this.writable(given);
    if (path === USER_DATA_PATH) throw denied(given);
    if (!this.entries.has(path)) throw missing(given);
    if (!this.stat(path)?.folder) throw new ApiFailure(`not a directory ${given}`, { errno: 1301006 });
    const inside = [...this.entries.keys()].filter((other) => other.startsWith(`${path}/`));
    if (inside.length > 0 && !recursive) {
      throw new ApiFailure(`directory not empty ${given}`, { errno: 1302003 });
    }
    for (const other of [...inside, path]) this.drop(other);
  }

  /** Names of what is directly inside a folder. */
  list(given: string): string[] {
    const path = normalize(given);
    if (!this.entries.has(path)) throw missing(given);
    if (!this.stat(path)?.folder) throw new ApiFailure(`not a directory ${given}`, { errno: 1301006 });
    return [...this.entries.keys()]
      .filter((other) => other.startsWith(`${path}/`) && parentOf(other) === path)
      .map((other) => other.slice(path.length + 1))
      .sort();
  }

  /** Path and size of every file below a folder, the folder itself excluded. */
  below(given: string): string[] {
    const path = normalize(given);
    return [...this.entries.keys()].filter((other) => other.startsWith(`${path}/`));
  }

  remove(given: string): void {
    const path = normalize(given);
    if (!this.entries.has(path)) throw missing(given);
    if (this.stat(path)?.folder)
      throw new ApiFailure(`operation not permitted, unlink "${given}"`, { errno: 1301003 });
    this.drop(path);
  }

  rename(from: string, to: string): void {
    const source = this.writable(from);
    const target = this.writable(to);
    if (!this.entries.has(source)) throw missing(from);
    if (!this.stat(parentOf(target))?.folder) throw missing(to);
    for (const path of [source, ...this.below(source)]) {
      const entry = this.entries.get(path);
      this.drop(path);
      if (entry) this.put(target + path.slice(source.length), entry);
    }
  }

  /** Keeps content for this session and answers its path. */
  addTemporary(bytes: Bytes, extension: string): string {
    const path = temporaryPath(extension);
    this.place(path, { bytes, modified: Date.now() });
    return path;
  }

  async addTemporaryBlob(blob: Blob, extension = extensionByType(blob.type)): Promise<string> {
    return this.addTemporary(new Uint8Array(await blob.arrayBuffer()), extension);
  }

  /** Moves a temporary file to where it lasts, as WeChat's `saveFile` does. */
  save(temporary: string, given?: string): string {
    if (kindOf(temporary) !== 'temporary')
      throw new ApiFailure('tempFilePath file not exist', { errno: 1300002 });
    const bytes = this.read(temporary);
    const path = given ?? savedPath(extensionOf(temporary));
    if (given === undefined) this.put(path, { bytes, modified: Date.now() });
    else this.write(given, bytes);
    this.drop(temporary);
    return path;
  }

  saved(): { path: string; size: number; modified: number }[] {
    return [...this.entries]
      .filter(([path]) => kindOf(path) === 'saved')
      .map(([path, entry]) => ({ path, size: entry.bytes?.length ?? 0, modified: entry.modified }));
  }

  private writable(given: string): string {
    const path = normalize(given);
    if (kindOf(path) !== 'user') throw denied(given);
    return path;
  }

  private put(path: string, entry: StoredFile): void {
    const before = this.entries.get(path)?.bytes?.length ?? 0;
    if (this.kept - before + (entry.bytes?.length ?? 0) > TOTAL_LIMIT) {
      throw new ApiFailure('the maximum size of the file storage limit is exceeded', { errno: 1300202 });
    }
    this.place(path, entry);
    this.shelf.put(path, entry);
  }

  private place(path: string, entry: StoredFile): void {
    if (this.entries.has(path)) this.forget(path);
    this.entries.set(path, entry);
    if (!entry.bytes) return;
    if (kindOf(path) !== 'temporary') this.kept += entry.bytes.length;
    this.blobs.set(path, new Blob([entry.bytes], { type: typeByExtension(extensionOf(path)) }));
  }

  private drop(path: string): void {
    this.forget(path);
    if (kindOf(path) !== 'temporary') this.shelf.delete(path);
  }

  private forget(path: string): void {
    if (kindOf(path) !== 'temporary') this.kept -= this.entries.get(path)?.bytes?.length ?? 0;
    this.entries.delete(path);
    this.blobs.delete(path);
  }
}

export function missing(path: string): ApiFailure {
  return new ApiFailure(`no such file or directory "${path}"`, { errno: 1300002 });
}

function denied(path: string): ApiFailure {
  return new ApiFailure(`permission denied, open "${path}"`, { errno: 1300013 });
}
