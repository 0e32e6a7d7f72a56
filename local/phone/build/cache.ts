import { statSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { type ConstantWrites, constantWrites } from './read-only';

/** What was made from files, kept until one of them changes. */
export class FileMemo {
  private readonly kept = new Map<string, { stamps: string[]; files: string[]; value: unknown }>();

  /** `make` says which files its value came from. What it throws is not kept. */
  take<T>(key: string, make: () => { value: T; files: Iterable<string> }): T {
    const known = this.kept.get(key);
    // A key always stands for one kind of value: each caller has its own prefix.
    if (known?.files.every((file, index) => stampOf(file) === known.stamps[index])) return known.value as T;
    const { value, files } = make();
    const list = [...files];
    this.kept.set(key, { files: list, stamps: list.map(stampOf), value });
    return value;
  }
}

function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs}-${stats.size}` : 'none';
}

/** esbuild's own memory of the modules it has parsed. */
export class Bundler {
  /** Scripts that are bundled with their writes to constants made to throw. */
  readonly writes: ConstantWrites = new Map();
  private context: esbuild.BuildContext | undefined;
  private entry = '';

  /** Bundles `entry`, a script, with the options of the first call. */
  async bundle(
    entry: string,
    options: esbuild.BuildOptions & { resolveDir: string },
  ): Promise<esbuild.BuildResult> {
    this.entry = entry;
    this.context ??= await this.create(options);
    try {
      return await this.context.rebuild();
    } catch (error) {
      const found = constantWrites(error);
      if (found === undefined) throw error;
      for (const [file, names] of found) this.writes.set(file, names);
      return this.context.rebuild();
    }
  }

  async dispose(): Promise<void> {
    await this.context?.dispose();
    this.context = undefined;
  }

  private create({ resolveDir, plugins = [], ...options }: esbuild.BuildOptions & { resolveDir: string }) {
    const current: esbuild.Plugin = {
      name: 'current-entry',
      setup: (build) => {
        build.onResolve({ filter: /^project\.js$/ }, () => ({ path: 'project.js', namespace: 'entry' }));
        build.onLoad({ filter: /.*/, namespace: 'entry' }, () => ({
          contents: this.entry,
          resolveDir,
          loader: 'js',
        }));
      },
    };
    return esbuild.context({ ...options, entryPoints: ['project.js'], plugins: [current, ...plugins] });
  }
}

/** Makes later builds of the same project to the same folder quicker. Dispose of it when there will be none. */
export interface BuildCache {
  readonly files: FileMemo;
  readonly bundler: Bundler;
  dispose(): Promise<void>;
}

export function createBuildCache(): BuildCache {
  const bundler = new Bundler();
  return { files: new FileMemo(), bundler, dispose: () => bundler.dispose() };
}
