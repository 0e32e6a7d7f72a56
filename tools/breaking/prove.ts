import { spawn } from 'node:child_process';
import type { Proof } from '../../test/broken/breakage';

export type Verdict =
  /** It failed, and for this. */
  | { is: 'failed'; says: string }
  /** The proof passed: it does not notice. */
  | { is: 'survived' }
  /** It failed, but not for what was broken. */
  | { is: 'unclear'; says: string };

const LIMIT_MS = 15 * 60_000;

/** Runs the proof in a broken copy, in a process of its own. */
export async function prove(copy: string, { file, title, env, says }: Proof): Promise<Verdict> {
  const named = title === undefined ? [] : [`--test-name-pattern=${title}`];
  const test = spawn(process.execPath, ['--import', 'tsx', '--test', '--test-reporter=tap', ...named, file], {
    cwd: copy,
    env: { ...process.env, ...env, TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
  });
  let output = '';
  for (const stream of [test.stdout, test.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const status = await new Promise<number | null>((resolve) => {
    test.on('close', resolve);
  });
  if (status === 0) return { is: 'survived' };
  const lines = output.split('\n').map((line) => line.trim());
  const telling = lines.find((line) => says.test(line));
  return telling === undefined
    ? { is: 'unclear', says: lines.find((line) => line.startsWith('error:')) ?? lines.at(-1) ?? '' }
    : { is: 'failed', says: telling };
}
