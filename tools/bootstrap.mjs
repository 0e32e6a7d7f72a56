// Starts a TypeScript tool with plain node: `node tools/bootstrap.mjs tools/test.ts [arguments]`. On a fresh clone
// it installs the packages first, which is why it uses none itself.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST_NODE = 20;

/** @returns {'none' | 'outdated' | 'complete'} what is installed, measured by the lock file */
function installed() {
  const inside = path.join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(inside)) return 'none';
  const wanted = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(inside, 'utf8')).packages;
  const missing = Object.entries(wanted).filter(
    ([name, entry]) => name !== '' && !entry.optional && found[name]?.version !== entry.version,
  );
  return missing.length === 0 ? 'complete' : 'outdated';
}

function install() {
  const state = installed();
  if (state === 'complete') return;
  const command = state === 'none' ? 'ci' : 'install';
  console.log(`Installing the packages (npm ${command}); the first time this can take a few minutes …`);
  const npm = process.env.npm_execpath;
  const args = [command, '--include=dev', '--no-fund', '--no-audit'];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) {
    console.error('The packages could not be installed: what npm says above is why.');
    process.exit(done.status ?? 1);
  }
}

function handOver([script, ...args]) {
  const tool = spawn(process.execPath, ['--import', 'tsx', path.join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    // As in the cloud: whatever depends on the zone of the machine shows itself here.
    env: { ...process.env, TZ: 'UTC' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => tool.kill(signal));
  tool.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 130;
  });
}

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  console.error(`This needs Node ${OLDEST_NODE} or newer; this is ${process.version}.`);
  process.exit(1);
}
install();
handOver(process.argv.slice(2));
