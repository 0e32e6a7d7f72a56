import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import type { AbsentExports } from './absent-exports';
import { BuildError, type Note } from './errors';
import { type Project, packageFolder, splitPackage } from './project';
import { type ConstantWrites, messagesOf, throwOnWrites } from './read-only';

/**
 * Names of the browser that WeChat's logic layer does not have. They are undefined in a project's code, so
 * that what would fail on a phone fails here.
 */
export const NOT_IN_WECHAT = [
  'window', 'document', 'location', 'navigator', 'history', 'screen', 'localStorage', 'sessionStorage',
  'indexedDB', 'XMLHttpRequest', 'fetch', 'alert', 'confirm', 'prompt', 'Image', 'Audio', 'FileReader', 'Blob',
  'File', 'FormData', 'Worker', 'MutationObserver', 'ResizeObserver', 'IntersectionObserver',
  'requestAnimationFrame', 'cancelAnimationFrame', 'getComputedStyle', 'TextDecoder', 'TextEncoder', 'crypto',
  'atob', 'btoa', 'URL', 'URLSearchParams', 'WebSocket', 'EventTarget', 'CustomEvent', 'HTMLElement',
]; // biome-ignore format: a list of names

const MISSING = 'missing';
/** Marks a question to esbuild's own resolver, which finds plain npm packages. */
const ESBUILD = Symbol('esbuild');

/** The modules that were missing, as esbuild warned of them. */
export function missingModules(warnings: readonly esbuild.Message[]): Note[] {
  return warnings
    .filter(({ pluginName }) => pluginName === PLUGIN)
    .map(({ location, text }) => ({ kind: 'resource', ...placeOf(location), message: text }));
}

function placeOf(location: esbuild.Location | null): { file: string; line: number; column: number } {
  if (location === null) return { file: '', line: 1, column: 1 };
  return { file: path.resolve(location.file), line: location.line, column: location.column + 1 };
}

const PLUGIN = 'wechat-modules';

/** Resolves what WeChat resolves: `/x` from the root, packed npm packages, the `miniprogram` folder of a package. */
export function wechatModules(
  project: Project,
  writes: ConstantWrites = new Map(),
  absent: AbsentExports = new Map(),
): esbuild.Plugin {
  return {
    name: PLUGIN,
    setup(build) {
      // Every module is resolved here, relative ones too: esbuild's own resolver would read `"type": "module"` of
      // a package.json around the project, which says nothing about a mini program.
      build.onResolve({ filter: /.*/ }, async ({ path: reference, resolveDir, kind, pluginData }) => {
        if (kind === 'entry-point' || pluginData === ESBUILD) return undefined;
        const file = stemsOf(project, reference, resolveDir)
          .map(moduleFile)
          .find((found) => found !== undefined);
        if (file !== undefined) return { path: file };
        const found = await build.resolve(reference, { resolveDir, kind, pluginData: ESBUILD });
        if (found.errors.length === 0) return found;
        const text = `module "${reference}" is missing`;
        return { path: reference, namespace: MISSING, warnings: [{ text }] };
      });
      // In WeChat too, a module that is missing is noticed by the code that requires it.
      build.onLoad({ filter: /.*/, namespace: MISSING }, ({ path: reference }) => ({
        contents: `throw new Error(${JSON.stringify(`module '${reference}' is not defined`)});`,
      }));
      build.onLoad({ filter: /\.(js|ts)$/ }, async ({ path: file }) => {
        const source = readFileSync(file, 'utf8');
        const loader = file.endsWith('.ts') ? 'ts' : 'js';
        const refused = writes.get(file);
        const waitless = withoutAsyncRequire(refused ? throwOnWrites(source, refused) : source);
        const required = absent.has(file) || mixesModules(waitless);
        const contents = required ? await asCommonJs(waitless, file, loader) : waitless;
        return contents === source ? undefined : { contents, loader, resolveDir: path.dirname(file) };
      });
    },
  };
}

/** Subpackages are in the same bundle here: the promise is kept, the wait is not. */
function withoutAsyncRequire(source: string): string {
  if (!source.includes('require.async')) return source;
  return source.replace(/\brequire\.async\(([^()]*)\)/g, 'Promise.resolve().then(() => require($1))');
}

/** WeChat compiles `import` to `require` first, so that a file may have it and `module.exports` too. */
function mixesModules(source: string): boolean {
  return /^\s*(import|export)\b/m.test(source) && /\bexports\b/.test(source);
}

async function asCommonJs(source: string, file: string, loader: 'ts' | 'js'): Promise<string> {
  const { code } = await esbuild.transform(source, {
    format: 'cjs',
    loader,
    sourcefile: file,
    sourcemap: 'inline',
    target: 'es2022',
  });
  return code;
}

function stemsOf(project: Project, written: string, from: string): string[] {
  const reference = project.unalias(written);
  if (reference.startsWith('.')) return [path.resolve(from, reference)];
  // The entry names files by their absolute path, a mini program from its root.
  if (path.isAbsolute(reference)) return [reference, path.join(project.root, reference)];
  // Without a dot it is a package, or, as WeChat once allowed everywhere, a file beside this one.
  return [...fromFolders(project, reference, from), path.resolve(from, reference)];
}

function moduleFile(stem: string): string | undefined {
  const tries = [stem, `${stem}.ts`, `${stem}.js`, `${stem}/index.ts`, `${stem}/index.js`];
  return tries.find((candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile() === true);
}

function fromFolders(project: Project, reference: string, from: string): string[] {
  const folders: string[] = [];
  // A packed npm package may carry packed packages of its own, outside of the project's root too.
  for (let at = from; at !== path.dirname(at); at = path.dirname(at)) {
    folders.push(path.join(at, 'miniprogram_npm', reference));
  }
  const { name, rest } = splitPackage(reference);
  const packed = packageFolder(project.root, name);
  return packed === undefined ? folders : [...folders, path.join(packed, rest)];
}

/** Options that every bundle of the phone shares. */
export function bundleOptions(minify: boolean): esbuild.BuildOptions {
  return {
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    minify,
    sourcemap: 'linked',
    logLevel: 'silent',
    metafile: true,
    // A package that looks for node's `global` is spared an error, whose stack costs a start a tenth of its time.
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
  };
}

export function projectDefines(): Record<string, string> {
  const absent = Object.fromEntries(NOT_IN_WECHAT.map((name) => [name, 'undefined']));
  return { ...absent, global: 'globalThis', 'process.env.NODE_ENV': '"development"' };
}

/** esbuild's failure as the build's own. */
export function asBuildError(error: unknown): unknown {
  const messages = messagesOf(error);
  if (messages.length === 0) return error;
  return new BuildError(messages.map(({ location, text }) => ({ ...placeOf(location), message: text })));
}
