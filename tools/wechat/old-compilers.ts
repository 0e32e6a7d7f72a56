import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files';

/**
 * wcc and wcsc, the compilers for WXML and WXSS that DevTools was built on: of 2019 and 2020, so stricter than what
 * runs today. What they accept, every phone accepts. Answers what each refuses, a line for every file.
 */
export function oldCompilers(root: string, tools: string): { wcc: OldResult; wcsc: OldResult } {
  const folder = path.join(root, 'miniprogram');
  const files = filesBelow(folder).map((name) => `./${name}`);
  const ends = (...endings: string[]): string[] =>
    files.filter((name) => endings.some((ending) => name.endsWith(ending)));
  const styles = ends('.wxss');
  return {
    wcc: compileAll(program(tools, 'wcc'), folder, ends('.wxml', '.wxs'), () => ['-d']),
    wcsc: compileAll(program(tools, 'wcsc'), folder, styles, (left) => ['-js', '-pc', String(left.length)]),
  };
}

export interface OldResult {
  files: number;
  refused: readonly string[];
}

/** They stop at the first fault; so the file at fault is put aside and the others are tried again. */
function compileAll(
  compiler: string,
  folder: string,
  files: readonly string[],
  options: (left: readonly string[]) => string[],
): OldResult {
  const refused: string[] = [];
  let left = [...files];
  while (left.length > 0) {
    const done = spawnSync(compiler, [...options(left), ...left], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
    if (done.error !== undefined) throw done.error;
    if (done.status === 0) break;
    const message = done.stderr.trim().split('\n')[0] ?? '';
    refused.push(message.replace(/^(ERR: )?\.\//, 'miniprogram/'));
    const culprit = left.find((name) => message.includes(name));
    if (culprit === undefined) break;
    left = left.filter((name) => name !== culprit);
  }
  return { files: files.length, refused };
}

/** npm does not always keep the bit that lets them run. */
function program(tools: string, name: string): string {
  const system = process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux';
  const ending = process.platform === 'win32' ? '.exe' : '';
  const file = path.join(tools, 'node_modules/miniprogram-compiler/bin', system, `${name}${ending}`);
  chmodSync(file, 0o755);
  return file;
}
