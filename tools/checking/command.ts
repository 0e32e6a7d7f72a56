import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../lib/root';

export interface Outcome {
  ok: boolean;
  /** What it printed, both streams in order. */
  output: string;
}

/** Runs the program of an installed package (its path inside `node_modules`) with this node, in the project's folder. */
export function runPackage(program: string, args: readonly string[]): Promise<Outcome> {
  const environment = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'node_modules', program), ...args], {
      cwd: ROOT,
      env: environment,
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ ok: code === 0, output: Buffer.concat(chunks).toString('utf8').trim() }),
    );
  });
}
