import path from 'node:path';
import { build } from 'esbuild';
import { Problem } from '../lib/problem';
import { ROOT } from '../lib/root';
import type { SourceFile } from './sources';

/**
 * Libraries of which the mini program needs a part only: what the sources import, and the script that names the
 * parts. Each becomes one small script in the `miniprogram_npm` of the subpackage that imports it, where WeChat looks
 * first, so that nobody else downloads it. They are no root `dependencies`: DevTools would pack those whole.
 */
const BUNDLES: Readonly<Record<string, string>> = { 'echarts/core': 'tools/packing/echarts.ts' };

/** Whether a module is made here instead of being copied from its package. */
export const isBundled = (specifier: string): boolean => Object.hasOwn(BUNDLES, specifier);

/** Folders of subpackages, relative to the mini program, each with the bundles that it imports. */
export function bundlesWanted(sources: readonly SourceFile[]): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const { name, text } of sources) {
    if (!name.endsWith('.ts')) continue;
    for (const specifier of Object.keys(BUNDLES)) {
      if (!new RegExp(`^import (?!type).*'${specifier}'`, 'm').test(text)) continue;
      const folder = /^packages\/[^/]+/.exec(name)?.[0];
      if (folder === undefined)
        throw new Problem(
          `${name} imports ${specifier}, which is too heavy for the main package: use it in a subpackage.`,
        );
      wanted.set(folder, (wanted.get(folder) ?? new Set()).add(specifier));
    }
  }
  return wanted;
}

/** The bundles of one subpackage, by their name inside its `miniprogram_npm`. */
export async function bundled(specifiers: ReadonlySet<string>): Promise<Map<string, string>> {
  const made = [...specifiers].map(async (specifier): Promise<[string, string]> => {
    const { outputFiles } = await build({
      absWorkingDir: ROOT,
      entryPoints: [path.join(ROOT, BUNDLES[specifier] ?? '')],
      bundle: true,
      minify: true,
      write: false,
      format: 'cjs',
      target: 'es2017',
      legalComments: 'inline',
      logLevel: 'silent',
    });
    return [`${specifier}.js`, outputFiles.map(({ text }) => text).join('')];
  });
  return new Map(await Promise.all(made));
}
