import path from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { readCounts } from '../../test/support/counts';

export interface FileResult {
  /** Relative to the project's root. */
  file: string;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
  /** What it has proven besides its tests, by kind. */
  counts: ReadonlyMap<string, number>;
  /** What failed and why, and what the file printed, for a person; empty where all is well. */
  report: string;
}

/** A file that hangs is ended and counts as failed; the proofs' full size is for the night. */
const LIMIT_SECONDS = process.env['PROOF'] === 'full' ? 3_600 : 900;
/** Of what a failing file printed, the end is what tells. */
const LINES_SHOWN = 60;

interface Told {
  name: string;
  nesting: number;
  skip?: string | boolean;
  todo?: string | boolean;
  details: { type?: string; error?: unknown };
}

/** Runs one test file in a process of its own, with node's test runner. */
export async function runFile(root: string, file: string): Promise<FileResult> {
  const started = performance.now();
  const result = { file, passed: 0, failed: 0, skipped: 0, seconds: 0, report: '' };
  const faults: string[] = [];
  const printed: string[] = [];
  const above: string[] = [];
  const events = run({ files: [path.join(root, file)], concurrency: 1, timeout: LIMIT_SECONDS * 1000 });
  for await (const event of events) {
    if (event.type === 'test:start') above[event.data.nesting] = event.data.name;
    if (event.type === 'test:stdout' || event.type === 'test:stderr') printed.push(event.data.message);
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    // The runner's own type leaves out `details.type`, which tells a suite from a test.
    const told = event.data as Told;
    if (told.details.type === 'suite') continue;
    if (isSet(told.skip) || isSet(told.todo)) result.skipped += 1;
    else if (event.type === 'test:pass') result.passed += 1;
    else {
      result.failed += 1;
      faults.push(describeFault([...above.slice(0, told.nesting), told.name], told.details.error));
    }
  }
  result.seconds = (performance.now() - started) / 1000;
  const counts = readCounts(printed.join(''));
  if (faults.length > 0) result.report = [...faults, ...tail(printed)].join('\n');
  return { ...result, counts };
}

function isSet(mark: string | boolean | undefined): boolean {
  return mark !== undefined && mark !== false;
}

/** An assertion's message and place, without the runner's wrapping. */
function describeFault(titles: readonly string[], error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
  return [`  ✗ ${titles.join(' › ')}`, ...text.split('\n').map((line) => `      ${line}`)].join('\n');
}

function tail(printed: readonly string[]): string[] {
  const lines = printed
    .join('')
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '');
  if (lines.length === 0) return [];
  return ['    it printed:', ...lines.slice(-LINES_SHOWN).map((line) => `      ${line}`)];
}
