import { readdirSync, statSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { type AbsentExports, absentExports } from './absent-exports';
import { type ConstantWrites, constantWrites } from './read-only';

/** What was made from files, kept until one of them changes. */
export class FileMemo {
  private readonly kept = new Map<string, { stamps: string[]; files: string[]; value: unknown }>();

  /** `make` says which files its value came from. What it throws is not kept. */
  take<T>(key: string, make: () => Made<T>): T {
    const known = this.known(key);
    // A key always stands for one kind of value: each caller has its own prefix.
    return known ? (known.value as T) : this.keep(key, make());
  }

  /** As `take`, for what is made over time. */
  async takeLater<T>(key: string, make: () => Promise<Made<T>>): Promise<T> {
    const known = this.known(key);
    return known ? (known.value as T) : this.keep(key, await make());
  }

  private known(key: string): { value: unknown } | undefined {
    const known = this.kept.get(key);
    return known?.files.every((file, index) => stampOf(file) === known.stamps[index]) ? known : undefined;
  }

  private keep<T>(key: string, { value, files }: Made<T>): T {
    if (files === undefined) return value;
    const list = [...files];
    this.kept.set(key, { files: list, stamps: list.map(stampOf), value });
    return value;
  }
}

/** A value and the files, or folders whose names matter, that it came from; undefined where nobody can say. */
interface Made<T> {
  value: T;
  files: Iterable<string> | undefined;
}

function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return readdirSync(file).join('/');
  return stats ? `${stats.mtimeMs}-${stats.size}` : 'none';
}

/** esbuild's own memory of the modules it has parsed. */
export class Bundler {
  /** Scripts that are bundled with their writes to constants made to throw. */
  readonly writes: ConstantWrites = new Map();
  /** Scripts that import what is not there. */
  readonly absent: AbsentExports = new Map();
  private context: esbuild.BuildContext | undefined;
  private entry = '';

  /** Bundles `entry`, a script, with the options of the first call. */
  async bundle(
    entry: string,
    options: esbuild.BuildOptions & { resolveDir: string },
  ): Promise<esbuild.BuildResult> {
    this.entry = entry;
    this.context ??= await this.create(options);
    return this.rebuild(this.context);
  }

  /** What esbuild refuses and WeChat does not is patched, one kind after the other. */
  private async rebuild(context: esbuild.BuildContext): Promise<esbuild.BuildResult> {
    try {
      return await context.rebuild();
    } catch (error) {
      const writes = constantWrites(error) ?? new Map();
      const absent = absentExports(error) ?? new Map();
      const isNew =
        [...writes.keys()].some((file) => !this.writes.has(file)) ||
        [...absent.keys()].some((file) => !this.absent.has(file));
      if (!isNew) throw error;
      for (const [file, names] of writes) this.writes.set(file, names);
      for (const [file, notes] of absent) this.absent.set(file, notes);
      return this.rebuild(context);
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
