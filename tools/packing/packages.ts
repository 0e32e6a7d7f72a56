import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as v from 'valibot';
import { Problem } from '../lib/problem';

/** One of the root `dependencies`: what goes into the mini program. */
export interface NpmPackage {
  name: string;
  version: string;
  /** Absolute folder whose files are packed: what `miniprogram` in its package.json names, or the whole package. */
  folder: string;
  /** The file that becomes `index.js`; only where the package was not made for mini programs. */
  main?: string;
}

const rootManifest = v.object({ dependencies: v.optional(v.record(v.string(), v.string()), {}) });
const manifest = v.object({
  name: v.string(),
  version: v.string(),
  miniprogram: v.optional(v.string()),
  main: v.optional(v.string(), 'index.js'),
});

/** The packages of the root `dependencies`, by name, as they are installed. */
export function readPackages(root: string): Map<string, NpmPackage> {
  const { dependencies } = v.parse(rootManifest, readJson(path.join(root, 'package.json')));
  return new Map(Object.keys(dependencies).map((name) => [name, readPackage(root, name)]));
}

function readPackage(root: string, name: string): NpmPackage {
  const installed = path.join(root, 'node_modules', name);
  if (!existsSync(installed)) throw new Problem(`${name} is not installed: run npm ci.`);
  // The bundler, which finds the scripts, answers with real paths.
  const folder = realpathSync(installed);
  const file = path.join(folder, 'package.json');
  const read = v.parse(manifest, readJson(file));
  if (read.miniprogram !== undefined) {
    return { name, version: read.version, folder: path.join(folder, read.miniprogram) };
  }
  return { name, version: read.version, folder, main: path.normalize(read.main) };
}

/** Splits `@scope/name/below/it` or `name/below/it`; nothing for a path or an address. */
export function splitBare(specifier: string): { name: string; below: string } | undefined {
  const match = /^(@[\w.-]+\/[\w.-]+|[\w-][\w.-]*)(?:\/(.+))?$/.exec(specifier);
  if (match?.[1] === undefined) return undefined;
  return { name: match[1], below: match[2] ?? '' };
}

/** The first existing file that a script import without its ending can mean. */
export function scriptFile(base: string): string | undefined {
  return [base, `${base}.js`, path.join(base, 'index.js')].find(
    (file) => file.endsWith('.js') && existsSync(file),
  );
}

/** The folder of an installed package, for tools that read a package's own files. */
export function packageFolder(name: string): string {
  return path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
