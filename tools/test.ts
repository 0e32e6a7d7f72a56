import { buildFunctions } from './build-functions';
import { ensureBrowser } from './lib/browser';
import { Problem, runTool } from './lib/problem';
import { ROOT } from './lib/root';
import { describePacking, packNpm } from './pack-npm';
import { type Batch, type Phase, planPhases, readDurations, testFiles, writeDurations } from './testing/plan';
import { type Counts, type FileResult, runBatch } from './testing/run-batch';

/**
 * `npm test [-- part of a path …]`: prepares what tests need (browser, packed npm, bundled functions), runs every
 * test file and closes with the line that counts tests.
 */
async function main(filters: readonly string[]): Promise<number> {
  const files = testFiles(ROOT, filters);
  if (files.length === 0)
    throw new Problem(`No test file's path contains ${filters.join(' or ') || 'anything'}.`);
  process.env['CHROME_PATH'] = ensureBrowser(console.log);
  const [packing, functions] = await Promise.all([packNpm(), buildFunctions()]);
  console.log(describePacking(packing));
  console.log(`functions bundled: ${functions.map(({ name }) => name).join(', ') || 'none'}\n`);

  const seconds = readDurations(ROOT);
  const results: FileResult[] = [];
  const counts: Counts[] = [];
  for (const phase of planPhases(files, seconds)) {
    await runPhase(phase, async (batch) => {
      counts.push(
        await runBatch(ROOT, batch.files, (result) => {
          results.push(result);
          seconds.set(result.file, result.seconds);
          console.log(describeResult(result, results.length, files.length));
        }),
      );
    });
  }
  writeDurations(ROOT, seconds);
  return conclude(results, counts);
}

async function runPhase(
  { batches, width, browsers }: Phase,
  run: (batch: Batch) => Promise<void>,
): Promise<void> {
  const waiting = [...batches];
  let open = 0;
  const next = (): Batch | undefined => {
    const at = waiting.findIndex(({ browser }) => !browser || open < browsers);
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  };
  const worker = async (): Promise<void> => {
    for (let batch = next(); batch !== undefined; batch = next()) {
      if (batch.browser) open += 1;
      await run(batch);
      if (batch.browser) open -= 1;
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}

function describeResult(result: FileResult, done: number, all: number): string {
  const mark = result.failed > 0 ? '✗' : '✓';
  const count = `${result.passed}${result.failed > 0 ? ` (${result.failed} failed)` : ''}`;
  const line = `${mark} [${done}/${all}] ${result.file}  ${count}  ${result.seconds.toFixed(1)} s`;
  return result.report === '' ? line : `${line}\n${result.report}`;
}

function conclude(results: readonly FileResult[], counts: readonly Counts[]): number {
  const sum = (of: 'passed' | 'failed' | 'skipped'): number =>
    results.reduce((total, result) => total + result[of], 0);
  const failing = results.filter((result) => result.failed > 0);
  // Once more, where whoever reads only the end finds it.
  if (failing.length > 0)
    console.log(`\nFailed in:\n${failing.map(({ file, report }) => `  ${file}\n${report}`).join('\n')}`);
  const silent = results.filter((result) => result.passed + result.failed + result.skipped === 0);
  if (silent.length > 0) console.log(`\nHold no test:\n${silent.map(({ file }) => `  ${file}`).join('\n')}`);
  const proven = describeCounts(counts);
  if (proven !== '') console.log(`\nproven: ${proven}`);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') > 0 || silent.length > 0 ? 1 : 0;
}

/** What the proofs have counted, by kind: 1050 cells, 624 faults … */
function describeCounts(counts: readonly Counts[]): string {
  const all = new Map<string, number>();
  for (const [kind, times] of counts.flatMap((some) => [...some]))
    all.set(kind, (all.get(kind) ?? 0) + times);
  return [...all].map(([kind, times]) => `${times} ${kind}`).join(', ');
}

runTool(() => main(process.argv.slice(2)));
