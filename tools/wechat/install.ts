import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../lib/problem';

/** Pinned: how they behave offline is nowhere documented, so a new version has to be tried before it is trusted. */
const VERSIONS = { 'miniprogram-ci': '2.1.42', 'miniprogram-compiler': '0.2.3' };

/**
 * WeChat's own compilers, 280 MB, in a folder of their own, so that nobody installs them who does not ask for them.
 * Answers the folder; their `node_modules` is in it.
 */
export function installWechatTools(root: string, say: (line: string) => void): string {
  const folder = path.join(root, '.cache/wechat/tools');
  const manifest = `${JSON.stringify({ private: true, dependencies: VERSIONS }, null, 2)}\n`;
  const file = path.join(folder, 'package.json');
  const stamp = path.join(folder, 'installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === manifest) return folder;

  say('Installing WeChat’s compilers (280 MB, about a minute, once) …');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, manifest);
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const done =
    npm === undefined
      ? spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...args], { cwd: folder, encoding: 'utf8' });
  if (done.status !== 0) throw new Problem(`WeChat’s compilers could not be installed:\n${done.stderr}`);
  writeFileSync(stamp, manifest);
  return folder;
}
