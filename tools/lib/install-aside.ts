import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem';

/** Packages that few need, in a folder of their own below `.cache`, installed when somebody asks for them. */
export interface Aside {
  /** Of the folder below `.cache`. */
  name: string;
  /** What is told while it takes its time. */
  title: string;
  /** Exact versions by package. */
  versions: Readonly<Record<string, string>>;
}

/** Installs them unless they are there. Answers the folder; their `node_modules` is in it. @throws Problem */
export function installAside(
  root: string,
  { name, title, versions }: Aside,
  say: (line: string) => void,
): string {
  const folder = path.join(root, '.cache', name);
  const manifest = `${JSON.stringify({ private: true, dependencies: versions }, null, 2)}\n`;
  const stamp = path.join(folder, 'installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === manifest) return folder;

  say(`Installing ${title} …`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), manifest);
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const done =
    npm === undefined
      ? spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...args], { cwd: folder, encoding: 'utf8' });
  if (done.status !== 0) throw new Problem(`It was not possible to install ${title}:\n${done.stderr}`);
  writeFileSync(stamp, manifest);
  return folder;
}
