import path from 'node:path';
import type { BuildOptions } from 'esbuild';
import { folderOf } from './places';
import { withoutUnusedParts } from './unused-parts';

/** Functions that write files into cloud storage. */
const UPLOADS: readonly string[] = ['report'];

/** How a function is bundled: CommonJS for Node 18, with everything in it. Nothing is written. */
export function bundleOptions(root: string, name: string): BuildOptions & { write: false } {
  return {
    absWorkingDir: root,
    entryPoints: [path.join(root, 'cloudfunctions/entry', name, 'index.ts')],
    outfile: path.join(folderOf(root, name), 'index.js'),
    tsconfig: path.join(root, 'tsconfig.json'),
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    mainFields: ['main', 'module'],
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    // So that an uncaught error does not print the whole bundle as its source line.
    lineLimit: 400,
    logLevel: 'silent',
    plugins: [withoutUnusedParts(UPLOADS.includes(name))],
  };
}
