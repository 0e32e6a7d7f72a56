import { rmSync } from 'node:fs';
import type { Breakage } from '../test/broken/breakage';
import { breakages } from '../test/broken/breakages';
import { brokenCopy } from './breaking/copy';
import { prove, type Verdict } from './breaking/prove';
import { ensureBrowser } from './lib/browser';
import { Problem, runTool } from './lib/problem';
import { ROOT } from './lib/root';
import { table } from './lib/table';
import { packNpm } from './pack-npm';

/**
 * `npm run broken [-- WORD …] [--at-once N]`: breaks the product in one place after another, each in a
 * copy of its own, and runs the proof that is there to notice. One that notices nothing has survived.
 */
runTool(async () => {
  const { words, atOnce } = read(process.argv.slice(2));
  const chosen = breakages.filter(
    (one) =>
      words.length === 0 ||
      words.some((word) =>
        [one.kind, one.sentence, one.file, one.proof.file].some((of) => of.includes(word)),
      ),
  );
  if (chosen.length === 0) throw new Problem(`No breakage is about ${words.join(' or ')}.`);
  process.env['CHROME_PATH'] = ensureBrowser(console.log);
  await packNpm();
  const verdicts = new Map<Breakage, Verdict>();
  const waiting = [...chosen];
  const worker = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const verdict = await breakAndProve(one);
      verdicts.set(one, verdict);
      console.log(`[${verdicts.size}/${chosen.length}] ${one.sentence}: ${said(verdict)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const rows = chosen.map((one) => {
    const { file, env = {}, title = '' } = one.proof;
    const how = [...Object.entries(env).map(([name, value]) => `${name}=${value}`), file, title];
    return [one.kind, one.sentence, how.filter((part) => part !== '').join(' '), word(verdicts.get(one))];
  });
  console.log(`\n${table(['kind', 'broken', 'proof', ''], rows)}`);
  return [...verdicts.values()].every(({ is }) => is === 'failed') ? 0 : 1;
});

async function breakAndProve(one: Breakage): Promise<Verdict> {
  const copy = brokenCopy(ROOT, one);
  try {
    return await prove(copy, one.proof);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function read(args: readonly string[]): { words: string[]; atOnce: number } {
  const at = args.indexOf('--at-once');
  const atOnce = at < 0 ? 1 : Number(args[at + 1]);
  if (!Number.isInteger(atOnce) || atOnce < 1) throw new Problem('--at-once wants a number.');
  return { words: args.filter((_, place) => at < 0 || (place !== at && place !== at + 1)), atOnce };
}

const word = (verdict: Verdict | undefined): string =>
  verdict?.is === 'failed' ? 'failed as it should' : (verdict?.is.toUpperCase() ?? '');

function said(verdict: Verdict): string {
  const text = verdict.is === 'survived' ? '' : `\n    ${verdict.says.slice(0, 200)}`;
  return `${word(verdict)}${text}`;
}
