import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { filesBelow } from '../lib/files';

/** WeChat refuses a package above this. */
export const WECHAT_LIMIT = 2 * 1024 * 1024;
/** What the product allows itself, so that it opens on an old phone in a lift. */
export const OWN_LIMIT = 700 * 1024;

export interface Package {
  /** `main`, or the root of a subpackage. */
  name: string;
  bytes: number;
  files: number;
}

const appConfig = v.object({ subPackages: v.optional(v.array(v.object({ root: v.string() })), []) });

/** The compiled files' weight by package; a file belongs to the subpackage whose root it lies under. */
export function weigh(files: ReadonlyMap<string, number>, roots: readonly string[]): Package[] {
  const packages = new Map(['main', ...roots].map((name) => [name, { name, bytes: 0, files: 0 }]));
  for (const [file, bytes] of files) {
    const owner = packages.get(roots.find((root) => file.startsWith(`${root}/`)) ?? 'main');
    if (owner === undefined) continue;
    owner.bytes += bytes;
    owner.files += 1;
  }
  return [...packages.values()];
}

/** The roots of the subpackages, without slashes at the ends. */
export function subPackageRoots(root: string): string[] {
  const app: unknown = JSON.parse(readFileSync(path.join(root, 'miniprogram/app.json'), 'utf8'));
  return v.parse(appConfig, app).subPackages.map((each) => each.root.replace(/^\/|\/$/g, ''));
}

/** Sources that the compiled result does not hold: nothing that is shipped loads them. */
export function notShipped(root: string, files: ReadonlyMap<string, number>): string[] {
  return filesBelow(path.join(root, 'miniprogram')).filter(
    (name) => !files.has(name.replace(/\.ts$/, '.js')),
  );
}
