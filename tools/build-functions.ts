import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build, context, type Metafile, type OutputFile } from 'esbuild';
import { BuildCache } from './bundling/cache';
import { withoutUnusedParts } from './bundling/unused-parts';
import { filesBelow, kilobytes } from './lib/files';
import { Problem, runTool } from './lib/problem';
import { ROOT } from './lib/root';

export interface BuiltFunction {
  name: string;
  /** Absolute: `index.js`, `config.json` and `package.json` are in it. */
  folder: string;
  bytes: number;
  /** False where the bundle of before still fits. */
  built: boolean;
}

/** The names of the deployed functions: the folders of `cloudfunctions/entry`. */
export function functionNames(root: string = ROOT): string[] {
  const entries = path.join(root, 'cloudfunctions/entry');
  if (!existsSync(entries)) return [];
  return readdirSync(entries, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
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
    const { metafile, outputFiles } = await build({ ...options(root, name), write: false, metafile: true });
    writeFunction(root, name, outputFiles);
    cache.remember(name, inputsOf(root, name, metafile), outputs);
  }
  return { name, folder, bytes: statSync(path.join(folder, 'index.js')).size, built };
}

function options(root: string, name: string): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: [path.join(root, 'cloudfunctions/entry', name, 'index.ts')],
    outfile: path.join(folderOf(root, name), 'index.js'),
    tsconfig: path.join(root, 'tsconfig.json'),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    mainFields: ['main', 'module'],
    minify: true,
    keepNames: true,
    legalComments: 'none',
    charset: 'utf8',
    // So that an uncaught error does not print the whole bundle as its source line.
    lineLimit: 400,
    logLevel: 'silent',
    plugins: [withoutUnusedParts()],
  };
}

/** Written at once and only when it is whole, so that whoever loads it meanwhile gets the former or the new one. */
function writeFunction(root: string, name: string, [bundle]: readonly OutputFile[]): void {
  if (bundle === undefined) throw new Error(`${name}: esbuild made no file`);
  const config = configOf(root, name);
  if (!existsSync(config)) {
    throw new Problem(
      `cloudfunctions/entry/${name} has no config.json: DevTools reads its open-API permissions there.`,
    );
  }
  const folder = folderOf(root, name);
  mkdirSync(folder, { recursive: true });
  const fresh = path.join(folder, 'index.js.new');
  writeFileSync(fresh, bundle.contents);
  renameSync(fresh, path.join(folder, 'index.js'));
  copyFileSync(config, path.join(folder, 'config.json'));
  const manifest = { name, private: true, main: 'index.js', dependencies: {} };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
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

function folderOf(root: string, name: string): string {
  return path.join(root, 'dist/cloudfunctions', name);
}

function configOf(root: string, name: string): string {
  return path.join(root, 'cloudfunctions/entry', name, 'config.json');
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
