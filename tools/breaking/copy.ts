import { execFileSync } from 'node:child_process';
import {
  constants,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Breakage, places } from '../../test/broken/breakage';
import { Problem } from '../lib/problem';

/** What is made and not kept, and what would take long to make again. */
const MADE = ['miniprogram/miniprogram_npm', 'miniprogram/packages/numbers/miniprogram_npm'];

/**
 * The tree as it stands here, in a folder of its own and broken in one place. Copies, not links: neither
 * do our edits meanwhile reach the proof, nor does anything that it writes reach us.
 * @throws Problem where the text does not stand exactly once
 */
export function brokenCopy(root: string, breakage: Breakage): string {
  const text = readFileSync(path.join(root, breakage.file), 'utf8');
  if (places(breakage, text) !== 1)
    throw new Problem(`“${breakage.sentence}” does not apply to ${breakage.file} any more.`);
  const copy = mkdtempSync(path.join(tmpdir(), 'red-sesame-broken-'));
  for (const file of treeOf(root)) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    copyFileSync(path.join(root, file), path.join(copy, file), constants.COPYFILE_FICLONE);
  }
  for (const folder of MADE)
    if (existsSync(path.join(root, folder)))
      cpSync(path.join(root, folder), path.join(copy, folder), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
  writeFileSync(
    path.join(copy, breakage.file),
    text.replace(breakage.replaces, () => breakage.by),
  );
  return copy;
}

/** Everything that belongs to the project, what is not committed yet too. */
function treeOf(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed.split('\0').filter((file) => file !== '' && existsSync(path.join(root, file)));
}
