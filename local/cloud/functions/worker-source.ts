import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

let source: string | undefined;

/**
 * The worker's program as one CommonJS text. Bundled once a process: a worker that had to load a
 * TypeScript loader of its own would start four times as slowly.
 */
export function workerSource(): string {
  source ??= bundle();
  return source;
}

function bundle(): string {
  const built = buildSync({
    entryPoints: [fileURLToPath(new URL('./worker/main.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false,
  });
  const [file] = built.outputFiles;
  if (!file) throw new Error('the worker program could not be bundled');
  return file.text;
}
