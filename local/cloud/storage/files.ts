import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface StoredFile {
  /** Cloud path, such as `photos/1.jpg`. */
  path: string;
  contentType: string;
  bytes: Buffer;
}

/** Uploaded files by cloud path. A file is there whole or not at all. */
export interface FileStore {
  /** Resolves when the file would survive a crash. */
  write(file: StoredFile): Promise<void>;
  read(path: string): Promise<StoredFile | undefined>;
  has(path: string): Promise<boolean>;
  /** @returns whether there was such a file. */
  remove(path: string): Promise<boolean>;
}

export class MemoryFiles implements FileStore {
  readonly #files = new Map<string, StoredFile>();

  async write(file: StoredFile): Promise<void> {
    this.#files.set(file.path, file);
  }

  async read(path: string): Promise<StoredFile | undefined> {
    return this.#files.get(path);
  }

  async has(path: string): Promise<boolean> {
    return this.#files.has(path);
  }

  async remove(path: string): Promise<boolean> {
    return this.#files.delete(path);
  }
}

/**
 * One disk file for each cloud path, named by the path's hash (so that any path is a safe name): a line
 * of JSON that describes it, then its bytes. Both arrive by one rename.
 */
export class DiskFiles implements FileStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Takes away what an upload cut off by a crash has left behind. */
  async tidy(): Promise<void> {
    const names = await readdir(this.#folder);
    const unfinished = names.filter((name) => name.endsWith('.part'));
    await Promise.all(unfinished.map((name) => rm(join(this.#folder, name), { force: true })));
  }

  async write({ path, contentType, bytes }: StoredFile): Promise<void> {
    const target = this.#place(path);
    await mkdir(dirname(target), { recursive: true });
    const part = join(this.#folder, `${randomUUID()}.part`);
    await synced(part, 'wx', async (file) => {
      await file.writeFile(`${JSON.stringify({ path, contentType })}\n`);
      await file.writeFile(bytes);
    });
    await rename(part, target);
    // The rename itself is durable only when its folder is, and the folder's own name when its parent is.
    await synced(dirname(target), constants.O_RDONLY);
    await synced(this.#folder, constants.O_RDONLY);
  }

  async read(path: string): Promise<StoredFile | undefined> {
    const file = await openIfThere(this.#place(path));
    if (!file) return undefined;
    try {
      const content = await file.readFile();
      const end = content.indexOf('\n');
      // Only `write` puts files here, and it puts them whole.
      const { contentType } = JSON.parse(content.subarray(0, end).toString()) as { contentType: string };
      return { path, contentType, bytes: content.subarray(end + 1) };
    } finally {
      await file.close();
    }
  }

  async has(path: string): Promise<boolean> {
    const file = await openIfThere(this.#place(path));
    await file?.close();
    return file !== undefined;
  }

  async remove(path: string): Promise<boolean> {
    const target = this.#place(path);
    try {
      await rm(target);
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
    await synced(dirname(target), constants.O_RDONLY);
    return true;
  }

  #place(path: string): string {
    const name = createHash('sha256').update(path).digest('hex');
    return join(this.#folder, name.slice(0, 2), name);
  }
}

async function synced(
  path: string,
  flags: string | number,
  write?: (file: FileHandle) => Promise<unknown>,
): Promise<void> {
  const file = await open(path, flags);
  try {
    await write?.(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
