import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BenchReport } from '../bench/support/report';
import { readArguments } from './lib/arguments';
import { Problem, runTool } from './lib/problem';
import { ROOT } from './lib/root';

/** `npm run bench -- NAME [--json]`: prints a table, or one JSON object. Benches assert nothing. */
runTool(async () => {
  const names = readdirSync(path.join(ROOT, 'bench'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.basename(file, '.ts'));
  const usage = `npm run bench -- NAME [--json], with NAME one of: ${names.join(', ')}`;
  const { values, positionals } = readArguments(usage, {
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [name] = positionals;
  if (name === undefined || !names.includes(name)) throw new Problem(usage);
  const file = path.join(ROOT, 'bench', `${name}.ts`);
  // Every bench exports `bench`.
  const { bench } = (await import(pathToFileURL(file).href)) as { bench: () => Promise<BenchReport> };
  // A browser that test files share is closed at the end of their run, and a bench is none: it goes with the process.
  const report = await bench().finally(() => setImmediate(() => process.exit()));
  if (values.json) console.log(JSON.stringify(report));
  else {
    console.log(report.title);
    console.table(report.rows);
    console.log(report.note);
  }
  return 0;
});
