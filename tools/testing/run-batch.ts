import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { readCounts } from '../../test/support/counts';

export interface FileResult {
  /** Relative to the project's root. */
  file: string;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
  /** What failed and why, and what the file printed, for a person; empty where all is well. */
  report: string;
}

/** What a batch has proven besides its tests, by kind. */
export type Counts = ReadonlyMap<string, number>;

/** A file that hangs is ended and counts as failed; the proofs' full size is for the night. */
const LIMIT_SECONDS = process.env['PROOF'] === 'full' ? 7_200 : 1_800;
/** Of what a failing file printed, the end is what tells. */
const LINES_SHOWN = 60;

interface Told {
  name: string;
  nesting: number;
  skip?: string | boolean;
  todo?: string | boolean;
  details: { type?: string; duration_ms?: number; error?: { failureType?: string; cause?: unknown } };
}

/**
 * Runs test files one after the other in one process, with node's test runner: each is a suite of its own, so that
 * its hooks are its own too. `onResult` hears of each file when it is through.
 */
export async function runBatch(
  root: string,
  files: readonly string[],
  onResult: (result: FileResult) => void,
): Promise<Counts> {
  const entry = writeEntry(root, files);
  const limit = LIMIT_SECONDS * files.length * 1000;
  const printed = new Printed();
  const waiting = new Map(files.map((file) => [file, new Hearing(file)]));
  let now: Hearing | undefined;
  const conclude = (hearing: Hearing, seconds: number): void => {
    waiting.delete(hearing.file);
    onResult(hearing.result(seconds, printed.of(hearing.file)));
  };
  try {
    for await (const event of run({ files: [entry], concurrency: 1, timeout: limit })) {
      if (event.type === 'test:stdout' || event.type === 'test:stderr')
        printed.add(event.type, event.data.message);
      if (event.type === 'test:start') {
        if (event.data.nesting === 0) now = waiting.get(event.data.name);
        now?.started(event.data.nesting, event.data.name);
      }
      if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
      // The runner's own type leaves out `details.type`, which tells a suite from a test.
      const told = event.data as Told;
      now?.ended(told, event.type === 'test:pass');
      if (now && told.nesting === 0) conclude(now, (told.details.duration_ms ?? 0) / 1000);
    }
    for (const hearing of waiting.values()) {
      hearing.fail([], `the process ended before this file did; it has ${limit / 1000} s`);
      conclude(hearing, 0);
    }
  } finally {
    rmSync(path.dirname(entry), { recursive: true });
  }
  return readCounts(printed.all());
}

/** Stands before what a file prints: events come later than what is printed, and not in its place. */
const MARK = '@file ';

/** What files of one process share is closed at the end of all of them. */
const AT_END = pathToFileURL(path.resolve(import.meta.dirname, '../../test/support/at-end.ts')).href;

/** A script whose suites are the files. */
function writeEntry(root: string, files: readonly string[]): string {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  const entry = path.join(mkdtempSync(path.join(root, '.cache/batch-')), 'batch.mjs');
  const suites = files.map((file) => {
    const url = pathToFileURL(path.join(root, file)).href;
    const mark = JSON.stringify(`\n${MARK}${file}\n`);
    return `describe(${JSON.stringify(file)}, async () => {
      before(() => { process.stdout.write(${mark}); process.stderr.write(${mark}); });
      await import(${JSON.stringify(url)});
    });`;
  });
  const imports = `import { before, describe } from 'node:test';\nimport ${JSON.stringify(AT_END)};`;
  writeFileSync(entry, [imports, ...suites].join('\n'));
  return entry;
}

/** What the process printed, which tells by its marks what belongs to which file. */
class Printed {
  readonly #streams = new Map<string, string>();

  add(stream: string, text: string): void {
    this.#streams.set(stream, (this.#streams.get(stream) ?? '') + text);
  }

  all(): string {
    return [...this.#streams.values()].join('\n');
  }

  /** Up to the next file's mark; what was printed while files were loaded belongs to none. */
  of(file: string): string {
    return [...this.#streams.values()]
      .flatMap((text) => text.split(`\n${MARK}`))
      .filter((part) => part.startsWith(`${file}\n`))
      .map((part) => part.slice(file.length + 1))
      .join('\n');
  }
}

/** What is heard of one file while it runs. */
class Hearing {
  readonly file: string;
  readonly #tally = { passed: 0, failed: 0, skipped: 0 };
  readonly #faults: string[] = [];
  readonly #above: string[] = [];

  constructor(file: string) {
    this.file = file;
  }

  started(nesting: number, name: string): void {
    this.#above[nesting] = name;
  }

  ended(told: Told, passed: boolean): void {
    const { details, nesting, name } = told;
    // A suite fails with its tests, which have been counted; without them it could not be loaded or prepared.
    if (details.type === 'suite' && (passed || details.error?.failureType === 'subtestsFailed')) return;
    if (isSet(told.skip) || isSet(told.todo)) this.#tally.skipped += 1;
    else if (passed) this.#tally.passed += 1;
    else {
      const titles = [...this.#above.slice(0, nesting), name].filter((title) => title !== this.file);
      this.fail(titles, details.error);
    }
  }

  fail(titles: readonly string[], error: unknown): void {
    this.#tally.failed += 1;
    this.#faults.push(describeFault(titles, error));
  }

  result(seconds: number, printed: string): FileResult {
    const report = this.#faults.length > 0 ? [...this.#faults, ...tail(printed)].join('\n') : '';
    return { file: this.file, ...this.#tally, seconds, report };
  }
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

function tail(printed: string): string[] {
  const lines = printed
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '');
  if (lines.length === 0) return [];
  return ['    it printed:', ...lines.slice(-LINES_SHOWN).map((line) => `      ${line}`)];
}
