import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { filesBelow } from '../lib/files';

/** Test files that run at the same time. */
export interface Phase {
  name: string;
  /** Relative to the project's root. */
  files: string[];
  /** How many of them at once. */
  width: number;
}

/** What starts a browser of its own. */
const BROWSER = /^test\/(e2e|guardrails|local\/(phone|stage|automator))\//;
/** What puts the machine under load, and would slow down or be slowed down by others. */
const ALONE = /^test\/race\//;

/** Every test file whose path contains one of the filters (all of them where there is none). */
export function testFiles(root: string, filters: readonly string[]): string[] {
  return filesBelow(path.join(root, 'test'))
    .map((file) => `test/${file}`)
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)));
}

/**
 * Quick ones first, then those with a browser, then the races one by one; within a phase the slowest starts first.
 * Of the quick ones one more at once than there are cores: a town waits for its own answers. A browser has a core.
 */
export function planPhases(files: readonly string[], seconds: ReadonlyMap<string, number>): Phase[] {
  const cores = availableParallelism();
  const bySlowness = [...files].sort((a, b) => (seconds.get(b) ?? 0) - (seconds.get(a) ?? 0));
  const phases: Phase[] = [
    {
      name: 'quick',
      width: cores + 1,
      files: bySlowness.filter((file) => !BROWSER.test(file) && !ALONE.test(file)),
    },
    { name: 'browser', width: cores, files: bySlowness.filter((file) => BROWSER.test(file)) },
    { name: 'race', width: 1, files: bySlowness.filter((file) => ALONE.test(file)) },
  ];
  return phases.filter((phase) => phase.files.length > 0);
}

/** How long each file took the last time, so that the slowest can start first. */
export function readDurations(root: string): Map<string, number> {
  const file = durationsFile(root);
  // Written by `writeDurations` alone.
  return new Map(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as [string, number][]) : []);
}

export function writeDurations(root: string, seconds: ReadonlyMap<string, number>): void {
  mkdirSync(path.dirname(durationsFile(root)), { recursive: true });
  writeFileSync(durationsFile(root), JSON.stringify([...seconds]));
}

function durationsFile(root: string): string {
  return path.join(root, '.cache/test-seconds.json');
}
