import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
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

/** Sources that the compiled result does not hold. */
export interface NotShipped {
  /** Scripts of which nothing is left once the types are gone: other scripts import their types. */
  onlyTypes: string[];
  /** Of the contract, and only the functions use more of them than types. */
  ofFunctions: string[];
  /** Nothing that is shipped loads them. */
  idle: string[];
}

export function notShipped(root: string, files: ReadonlyMap<string, number>): NotShipped {
  const folder = path.join(root, 'miniprogram');
  const missing = filesBelow(folder).filter(
    (name) => !name.endsWith('.md') && !files.has(name.replace(/\.ts$/, '.js')),
  );
  const onlyTypes = missing.filter((name) => name.endsWith('.ts') && holdsOnlyTypes(path.join(folder, name)));
  const rest = missing.filter((name) => !onlyTypes.includes(name));
  const ofFunctions = usedByFunctions(root, rest);
  return { onlyTypes, ofFunctions, idle: rest.filter((name) => !ofFunctions.includes(name)) };
}

function usedByFunctions(root: string, names: readonly string[]): string[] {
  const folder = path.join(root, 'cloudfunctions');
  const contract = names.filter((name) => name.startsWith('contract/'));
  if (contract.length === 0) return [];
  const sources = filesBelow(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  return contract.filter((name) => {
    const imported = `'@${name.replace(/\.ts$/, '')}'`;
    return sources.some((source) => source.includes(imported));
  });
}

function holdsOnlyTypes(file: string): boolean {
  const source = readFileSync(file, 'utf8');
  const { code } = transformSync(source, { loader: 'ts' });
  return source.trim() !== '' && code.trim() === '';
}
