import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../lib/problem';
import { type NpmPackage, splitBare } from './packages';
import { componentsNamedIn, packedFilesNamedIn, type SourceFile } from './sources';

/**
 * The npm components that sources name, and those that they use themselves, as absolute paths without an ending.
 * A path that is not an npm package's is the mini program's own component and no matter of the packer.
 */
export function npmComponents(
  sources: readonly SourceFile[],
  packages: ReadonlyMap<string, NpmPackage>,
): string[] {
  const reached = new Set<string>();
  const waiting = sources
    .filter((source) => source.name.endsWith('.json'))
    .flatMap((source) => componentsNamedIn(source).map((written) => ({ written, by: source.name })))
    .flatMap(({ written, by }) => npmComponent(written, by, packages) ?? []);
  for (let component = waiting.pop(); component !== undefined; component = waiting.pop()) {
    if (reached.has(component)) continue;
    reached.add(component);
    const config = { name: `${component}.json`, text: readFileSync(`${component}.json`, 'utf8') };
    const folder = path.dirname(component);
    waiting.push(...componentsNamedIn(config).map((written) => ownComponent(folder, written, config.name)));
  }
  return [...reached].sort();
}

/** Files that the mini program's sources name under `miniprogram_npm/`, in the packages; scripts are found elsewhere. */
export function npmFilesNamed(
  sources: readonly SourceFile[],
  packages: ReadonlyMap<string, NpmPackage>,
): string[] {
  return sources
    .filter((source) => /\.(wxml|wxss|wxs)$/.test(source.name))
    .flatMap((source) => packedFilesNamedIn(source).map((named) => ({ named, by: source.name })))
    .map(({ named, by }) => {
      const bare = splitBare(named);
      const pack = bare && packages.get(bare.name);
      const file = pack && path.join(pack.folder, bare.below);
      if (file === undefined || !existsSync(file))
        throw new Problem(`${by} names miniprogram_npm/${named}, which does not exist.`);
      return file;
    });
}

function npmComponent(
  written: string,
  by: string,
  packages: ReadonlyMap<string, NpmPackage>,
): string | undefined {
  const bare = splitBare(written.replace(/^\/?miniprogram_npm\//, ''));
  const pack = bare && packages.get(bare.name);
  if (bare === undefined || pack === undefined) return undefined;
  const component = path.join(pack.folder, bare.below);
  if (!existsSync(`${component}.json`))
    throw new Problem(`${by} uses the component ${written}, which ${pack.name} does not have.`);
  return component;
}

function ownComponent(folder: string, written: string, by: string): string {
  const component = path.resolve(folder, written);
  if (!existsSync(`${component}.json`))
    throw new Problem(`${by} uses the component ${written}, which does not exist.`);
  return component;
}
