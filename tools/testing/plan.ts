import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { filesBelow } from '../lib/files';

/** Test files that run one after the other in one process: to start one takes longer than most files. */
export interface Batch {
  /** Relative to the project's root. */
  files: string[];
  /** It starts a browser. */
  browser: boolean;
}

/** Batches that run at the same time. */
export interface Phase {
  batches: Batch[];
  /** How many of them at once. */
  width: number;
  /** How many of these may have a browser. */
  browsers: number;
}

const BROWSER = /^test\/(e2e|guardrails|local\/(phone|stage|automator))\//;
/** What puts the machine under load, and would slow down or be slowed down by others. */
const ALONE = /^test\/race\//;
/** How many files of a folder share a process, the first that fits. All others have one of their own. */
const TOGETHER: readonly (readonly [RegExp, number])[] = [
  [/^test\/domain\//, 40],
  [/^test\/functions\//, 30],
  [/^test\/e2e\//, 12],
  [/^test\/local\/cloud\//, 20],
  [/^test\/local\/phone\//, 13],
  [/^test\/local\/automator\//, 10],
  [/^test\/(guardrails|interleavings|race|tools)\//, 20],
];

/** What stands together: `test/functions`, and each part of `test/local` for itself. */
const FOLDER = /^test\/(local\/)?[^/]+\//;

/** Seconds of a file that has not run here yet, the first that fits; of all others one. */
const GUESSES: readonly (readonly [RegExp, number])[] = [
  [/^test\/proof\//, 240],
  [/^test\/(e2e|guardrails)\//, 20],
  [/^test\/local\/automator\//, 12],
  [/^test\/(functions|interleavings|local\/phone)\//, 5],
];

/** Every test file whose path contains one of the filters (all of them where there is none). */
export function testFiles(root: string, filters: readonly string[]): string[] {
  return filesBelow(path.join(root, 'test'))
    .map((file) => `test/${file}`)
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)));
}

/**
 * Everything that bears company first, the slowest at the start, then the races one by one. One process more at
 * once than there are cores, since they wait for answers; but only one browser a core, or a page gets too slow.
 */
export function planPhases(files: readonly string[], seconds: ReadonlyMap<string, number>): Phase[] {
  const cores = availableParallelism();
  const alone = files.filter((file) => ALONE.test(file));
  const phases: Phase[] = [
    {
      batches: slowestFirst(batchesOf(files.filter((file) => !ALONE.test(file))), seconds),
      width: cores + 1,
      browsers: cores,
    },
    { batches: batchesOf(alone), width: 1, browsers: 1 },
  ];
  return phases.filter(({ batches }) => batches.length > 0);
}

function batchesOf(files: readonly string[]): Batch[] {
  const open = new Map<string, Batch>();
  const batches: Batch[] = [];
  for (const file of files) {
    const [, most] = TOGETHER.find(([some]) => some.test(file)) ?? [undefined, 1];
    const folder = FOLDER.exec(file)?.[0] ?? file;
    const known = open.get(folder);
    if (known && known.files.length < most) {
      known.files.push(file);
      continue;
    }
    const batch = { files: [file], browser: BROWSER.test(file) };
    batches.push(batch);
    open.set(folder, batch);
  }
  return batches;
}

function slowestFirst(batches: readonly Batch[], seconds: ReadonlyMap<string, number>): Batch[] {
  const guess = (file: string): number => GUESSES.find(([some]) => some.test(file))?.[1] ?? 1;
  const all = ({ files }: Batch): number =>
    files.reduce((sum, file) => sum + (seconds.get(file) ?? guess(file)), 0);
  return batches.toSorted((a, b) => all(b) - all(a));
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
