import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AGENT } from '../../../local/automator';
import { filesBelow } from '../../../tools/lib/files';
import { ROOT } from '../../../tools/lib/root';
import { packNpm } from '../../../tools/pack-npm';

/** Another build of the product instead of its sources: what WeChat's compiler made of them, for one. */
const PROJECT = path.resolve(ROOT, process.env['E2E_PROJECT'] ?? '.');
const BUILDS = path.join(ROOT, 'dist/phone-e2e');
const SOURCES = ['miniprogram', 'local/phone', 'local/automator/agent'];
/** A build of another test file that takes longer than this was given up. */
const GIVEN_UP_MS = 120_000;

/** The folder of the product's phone with the agent in it; test files share one build of the same sources. */
export async function builtPhone(): Promise<string> {
  await packNpm();
  const out = path.join(BUILDS, stampOf());
  const lock = `${out}.building`;
  while (!existsSync(out)) {
    if (!take(lock)) {
      await sleep(200);
      continue;
    }
    try {
      if (existsSync(out)) break;
      const unfinished = `${out}.new`;
      rmSync(unfinished, { recursive: true, force: true });
      // The compilers take two seconds to load, and only the first of all test files needs them.
      const { buildPhone } = await import('../../../local/phone/build');
      await buildPhone({ project: PROJECT, out: unfinished, extraScripts: [AGENT], minify: true });
      renameSync(unfinished, out);
      forgetOthers(path.basename(out));
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
  return out;
}

function take(lock: string): boolean {
  mkdirSync(BUILDS, { recursive: true });
  const held = statSync(lock, { throwIfNoEntry: false });
  if (held && Date.now() - held.mtimeMs > GIVEN_UP_MS) rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function stampOf(): string {
  const hash = createHash('sha256');
  const folders = SOURCES.map((folder) => path.join(ROOT, folder));
  for (const folder of PROJECT === ROOT ? folders : [...folders, PROJECT]) {
    for (const name of filesBelow(folder)) {
      const { size, mtimeMs } = statSync(path.join(folder, name));
      hash.update(`${folder}/${name} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Builds of older sources; one that is younger may still be served to another test file. */
function forgetOthers(current: string): void {
  for (const name of readdirSync(BUILDS)) {
    const file = path.join(BUILDS, name);
    if (name.startsWith(current) || Date.now() - statSync(file).mtimeMs < 10 * GIVEN_UP_MS) continue;
    rmSync(file, { recursive: true, force: true });
  }
}
