import { cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Project } from './project';

/** What the phone serves as it is; code and configuration are compiled. */
const SERVED =
  /\.(png|jpe?g|gif|svg|webp|bmp|ico|ttf|otf|woff2?|mp3|m4a|aac|wav|ogg|silk|mp4|webm|mov|json|pdf|txt|csv|wasm)$/i;
const SKIPPED = new Set(['node_modules', '.git', '.svn']);
const CONFIGURATION =
  /(^|\/)(app|theme|sitemap|package|package-lock|tsconfig|project\.(private\.)?config)\.json$/;

/** Copies the project's files of known types to `out`, when they changed. Returns how many there are. */
export function copyAssets(project: Project, out: string): number {
  let count = 0;
  for (const file of filesBelow(project.root, project.root, out)) {
    const relative = path.relative(project.root, file).split(path.sep).join('/');
    if (!SERVED.test(relative) || CONFIGURATION.test(relative)) continue;
    count += 1;
    const target = path.join(out, relative);
    if (isCurrent(file, target)) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(file, target, { preserveTimestamps: true });
  }
  return count;
}

function isCurrent(file: string, target: string): boolean {
  const from = statSync(file);
  const to = statSync(target, { throwIfNoEntry: false });
  return to !== undefined && to.size === from.size && Math.abs(to.mtimeMs - from.mtimeMs) < 2;
}

function* filesBelow(folder: string, root: string, out: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isFile()) yield at;
    if (entry.isDirectory() && !SKIPPED.has(entry.name) && at !== out) yield* filesBelow(at, root, out);
  }
}
