import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { OutputFile } from 'esbuild';
import { replaceFile } from '../lib/files';
import { Problem } from '../lib/problem';
import { configOf, folderOf } from './places';

/** Puts a function's bundle in its place, with the `config.json` of its source and a `package.json` without dependencies. */
export function writeFunction(root: string, name: string, [bundle]: readonly OutputFile[]): void {
  if (bundle === undefined) throw new Error(`${name}: esbuild made no file`);
  const config = configOf(root, name);
  if (!existsSync(config)) {
    throw new Problem(
      `cloudfunctions/entry/${name} has no config.json: DevTools reads its open-API permissions there.`,
    );
  }
  const folder = folderOf(root, name);
  const manifest = { name, private: true, main: 'index.js', dependencies: {} };
  replaceFile(path.join(folder, 'index.js'), bundle.contents);
  replaceFile(path.join(folder, 'config.json'), readFileSync(config));
  replaceFile(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
