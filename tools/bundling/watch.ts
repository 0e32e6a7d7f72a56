import { context } from 'esbuild';
import { ROOT } from '../lib/root';
import { configOf, folderOf, functionNames } from './places';
import { bundleOptions } from './recipe';
import { writeFunction } from './write';

export interface FunctionWatch {
  stop(): Promise<void>;
}

/**
 * Builds every function and builds it again whenever a source of it changes. `onBuilt` is told after each build,
 * the first included; of a failed one it gets the errors and the former bundle stays.
 */
export async function watchFunctions(
  onBuilt: (built: { name: string; folder: string; errors: string[] }) => void,
  root: string = ROOT,
): Promise<FunctionWatch> {
  const contexts = await Promise.all(
    functionNames(root).map((name) => {
      const options = bundleOptions(root, name);
      return context({
        ...options,
        plugins: [
          ...(options.plugins ?? []),
          {
            name: 'companions',
            setup({ onEnd, onResolve }) {
              onResolve({ filter: /.*/ }, ({ kind, path: entry }) =>
                kind === 'entry-point' ? { path: entry, watchFiles: [configOf(root, name)] } : undefined,
              );
              onEnd(({ errors, outputFiles }) => {
                if (errors.length === 0) writeFunction(root, name, outputFiles ?? []);
                onBuilt({ name, folder: folderOf(root, name), errors: errors.map(({ text }) => text) });
              });
            },
          },
        ],
      });
    }),
  );
  await Promise.all(contexts.map((each) => each.watch()));
  return {
    stop: async () => {
      await Promise.all(contexts.map((each) => each.dispose()));
    },
  };
}
