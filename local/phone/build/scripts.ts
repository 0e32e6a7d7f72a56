import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type * as esbuild from 'esbuild';
import { BuildError } from './errors';
import { type Project, packageFolder, splitPackage } from './project';

/**
 * Names of the browser that WeChat's logic layer does not have. They are undefined in a project's code, so
 * that what would fail on a phone fails here.
 */
const NOT_IN_WECHAT = [
  'window', 'document', 'location', 'navigator', 'history', 'screen', 'localStorage', 'sessionStorage',
  'indexedDB', 'XMLHttpRequest', 'fetch', 'alert', 'confirm', 'prompt', 'Image', 'Audio', 'FileReader', 'Blob',
  'File', 'FormData', 'Worker', 'MutationObserver', 'ResizeObserver', 'IntersectionObserver',
  'requestAnimationFrame', 'cancelAnimationFrame', 'getComputedStyle', 'TextDecoder', 'TextEncoder', 'crypto',
  'atob', 'btoa', 'URL', 'URLSearchParams', 'WebSocket', 'EventTarget', 'CustomEvent', 'HTMLElement',
]; // biome-ignore format: a list of names

/** Resolves what WeChat resolves: `/x` from the root, packed npm packages, the `miniprogram` folder of a package. */
export function wechatModules(project: Project): esbuild.Plugin {
  return {
    name: 'wechat-modules',
    setup(build) {
      // Every module is resolved here, relative ones too: esbuild's own resolver would read `"type": "module"` of
      // a package.json around the project, which says nothing about a mini program.
      build.onResolve({ filter: /.*/ }, ({ path: reference, resolveDir, kind }) => {
        if (kind === 'entry-point') return undefined;
        const file = stemsOf(project, reference, resolveDir)
          .map(moduleFile)
          .find((found) => found !== undefined);
        return file === undefined ? undefined : { path: file };
      });
      build.onLoad({ filter: /\.(js|ts)$/ }, ({ path: file }) => {
        const source = readFileSync(file, 'utf8');
        if (!source.includes('require.async')) return undefined;
        // Subpackages are in the same bundle here: the promise is kept, the wait is not.
        const contents = source.replace(
          /\brequire\.async\(([^()]*)\)/g,
          'Promise.resolve().then(() => require($1))',
        );
        return { contents, loader: file.endsWith('.ts') ? 'ts' : 'js', resolveDir: path.dirname(file) };
      });
    },
  };
}

function stemsOf(project: Project, reference: string, from: string): string[] {
  if (reference.startsWith('.')) return [path.resolve(from, reference)];
  // The entry names files by their absolute path, a mini program from its root.
  if (path.isAbsolute(reference)) return [reference, path.join(project.root, reference)];
  return fromFolders(project, reference, from);
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
    define: { 'process.env.NODE_ENV': '"production"' },
  };
}

export function projectDefines(): Record<string, string> {
  const absent = Object.fromEntries(NOT_IN_WECHAT.map((name) => [name, 'undefined']));
  return { ...absent, global: 'globalThis', 'process.env.NODE_ENV': '"development"' };
}

/** esbuild's failure as the build's own. */
export function asBuildError(error: unknown): unknown {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return error;
  // esbuild documents `BuildFailure.errors` as its `Message[]`.
  const messages = error.errors as esbuild.Message[];
  return new BuildError(
    messages.map(({ location, text }) => ({
      file: location?.file ?? '',
      line: location?.line ?? 1,
      column: (location?.column ?? 0) + 1,
      message: text,
    })),
  );
}
