import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { BuildCache } from './bundling/cache';
import { configOf, folderOf, functionNames } from './bundling/places';
import { bundleOptions } from './bundling/recipe';
import { writeFunction } from './bundling/write';
import { filesBelow, kilobytes } from './lib/files';
import { runTool } from './lib/problem';
import { ROOT } from './lib/root';

export interface BuiltFunction {
  name: string;
  /** Absolute: `index.js`, `config.json` and `package.json` are in it. */
  folder: string;
  bytes: number;
  /** False where the bundle of before still fits. */
  built: boolean;
}

/**
 * Bundles every function into `dist/cloudfunctions/<name>`: one `index.js` with everything in it, the `config.json`
 * that DevTools reads, and a `package.json` without dependencies. Throws esbuild's error for code that does not bundle.
 */
export async function buildFunctions(root: string = ROOT): Promise<BuiltFunction[]> {
  const cache = new BuildCache(root, recipe());
  const names = functionNames(root);
  removeOthers(root, names);
  return Promise.all(names.map((name) => buildFunction(root, name, cache)));
}

async function buildFunction(root: string, name: string, cache: BuildCache): Promise<BuiltFunction> {
  const folder = folderOf(root, name);
  const outputs = ['index.js', 'config.json', 'package.json'].map((file) => path.join(folder, file));
  const built = !cache.isFresh(name, outputs);
  if (built) {
    const { metafile, outputFiles } = await build({ ...bundleOptions(root, name), metafile: true as const });
    writeFunction(root, name, outputFiles);
    cache.remember(name, inputsOf(root, name, metafile), outputs);
  }
  return { name, folder, bytes: statSync(path.join(folder, 'index.js')).size, built };
}

function inputsOf(root: string, name: string, metafile: Metafile): string[] {
  const bundled = Object.keys(metafile.inputs).filter((input) => existsSync(path.join(root, input)));
  return [
    ...bundled,
    path.relative(root, configOf(root, name)),
    'tsconfig.json',
    'tsconfig.base.json',
  ].filter((input) => existsSync(path.join(root, input)));
}

/** A folder of a function that no longer exists would be deployed again. */
function removeOthers(root: string, names: readonly string[]): void {
  const folder = path.join(root, 'dist/cloudfunctions');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!names.includes(name)) rmSync(path.join(folder, name), { recursive: true });
  }
}

function recipe(): string {
  const tools = path.join(ROOT, 'tools');
  const files = [
    'build-functions.ts',
    ...filesBelow(path.join(tools, 'bundling')).map((file) => `bundling/${file}`),
  ];
  return files.map((file) => readFileSync(path.join(tools, file), 'utf8')).join('\n');
}

/** One line a function for a person. */
export function describeFunctions(functions: readonly BuiltFunction[]): string {
  if (functions.length === 0) return 'no functions in cloudfunctions/entry';
  return functions
    .map(({ name, bytes, built }) => `function ${name}: ${kilobytes(bytes)}${built ? '' : ' (unchanged)'}`)
    .join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  runTool(async () => {
    console.log(describeFunctions(await buildFunctions()));
    return 0;
  });
}
