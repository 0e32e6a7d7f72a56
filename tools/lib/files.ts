import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** The ending of a file that another process is still writing. */
const UNFINISHED = '.new';

/** Every file below a folder, as sorted relative paths with forward slashes; none where the folder is missing. */
export function filesBelow(folder: string, skip: (relative: string) => boolean = () => false): string[] {
  const found: string[] = [];
  const walk = (relative: string): void => {
    for (const entry of readdirSync(path.join(folder, relative), { withFileTypes: true })) {
      const below = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (skip(below) || below.endsWith(UNFINISHED)) continue;
      if (entry.isDirectory()) walk(below);
      else if (entry.isFile()) found.push(below);
    }
  };
  if (existsSync(folder)) walk('');
  return found.sort();
}

/** SHA-256 over names and contents, so that a renamed file changes it too. */
export function hashFiles(entries: Iterable<readonly [name: string, content: string | Buffer]>): string {
  const hash = createHash('sha256');
  for (const [name, content] of entries) hash.update(`${name}\0${content.length}\0`).update(content);
  return hash.digest('hex');
}

/**
 * Makes a folder hold exactly these files. What is already the same stays untouched, so that a watcher (of
 * DevTools, or of the phone in the browser) sees only real changes. Answers how many files were written or removed.
 */
export function syncFolder(folder: string, files: ReadonlyMap<string, string | Buffer>): number {
  let changes = 0;
  for (const name of filesBelow(folder)) {
    if (files.has(name)) continue;
    rmSync(path.join(folder, name));
    removeEmptyParents(folder, name);
    changes += 1;
  }
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    const bytes = Buffer.from(content);
    if (existsSync(file) && readFileSync(file).equals(bytes)) continue;
    replaceFile(file, bytes);
    changes += 1;
  }
  return changes;
}

/** Writes a file so that whoever reads it meanwhile gets the former or the new one, never a half. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const fresh = `${file}.${randomUUID()}${UNFINISHED}`;
  writeFileSync(fresh, content);
  renameSync(fresh, file);
}

function removeEmptyParents(folder: string, name: string): void {
  let parent = path.dirname(name);
  while (parent !== '.' && readdirSync(path.join(folder, parent)).length === 0) {
    rmdirSync(path.join(folder, parent));
    parent = path.dirname(parent);
  }
}

/** Bytes as a person reads them: `12.3 KB`. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
