import { availableParallelism } from 'node:os';
import { CHECKS, type Check } from './checking/checks';
import { Problem, runTool } from './lib/problem';
import { table } from './lib/table';

interface Result {
  check: Check;
  findings: readonly string[];
  seconds: number;
}

/** Of a check that finds a great deal, the first lines are enough to start with. */
const LINES_SHOWN = 60;

/** `npm run check [-- part of a check's name …]`: every check, a table of them, and what each found. */
async function main(filters: readonly string[]): Promise<number> {
  const chosen = CHECKS.filter(
    ({ name }) => filters.length === 0 || filters.some((filter) => name.includes(filter)),
  );
  if (chosen.length === 0)
    throw new Problem(`There are these checks: ${CHECKS.map(({ name }) => name).join(' · ')}`);
  const results = await runAll(chosen);
  for (const { check, findings } of results.filter((result) => result.findings.length > 0)) {
    console.log(`\n${check.name}`);
    console.log(
      findings
        .slice(0, LINES_SHOWN)
        .map((line) => `  ${line}`)
        .join('\n'),
    );
    if (findings.length > LINES_SHOWN) console.log(`  … and ${findings.length - LINES_SHOWN} lines more`);
  }
  const rows = results.map(({ check, findings, seconds }) => [
    check.name,
    findings.length === 0 ? 'ok' : 'FAILED',
    `${seconds.toFixed(1)} s`,
  ]);
  console.log(`\n${table(['check', '', 'time'], rows, [2])}`);
  return results.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

/** As many at once as there are cores; the results keep the order of the list. */
async function runAll(checks: readonly Check[]): Promise<Result[]> {
  const results = new Map<Check, Result>();
  const waiting = [...checks];
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift())
      results.set(check, await runOne(check));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return checks.flatMap((check) => results.get(check) ?? []);
}

async function runOne(check: Check): Promise<Result> {
  const started = performance.now();
  const findings = await check.run().catch((error: unknown) => {
    if (error instanceof Problem) return error.message.split('\n');
    return (error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n');
  });
  return { check, findings, seconds: (performance.now() - started) / 1000 };
}

runTool(() => main(process.argv.slice(2)));
