import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/root';

/** The names of the deployed functions: the folders of `cloudfunctions/entry`. */
export function functionNames(root: string = ROOT): string[] {
  const entries = path.join(root, 'cloudfunctions/entry');
  if (!existsSync(entries)) return [];
  return readdirSync(entries, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Where a function's bundle and its companions are put. */
export function folderOf(root: string, name: string): string {
  return path.join(root, 'dist/cloudfunctions', name);
}

/** The file in which DevTools reads a function's open-API permissions and timer. */
export function configOf(root: string, name: string): string {
  return path.join(root, 'cloudfunctions/entry', name, 'config.json');
}
