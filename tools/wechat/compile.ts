import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { filesBelow } from '../lib/files';
import { Problem } from '../lib/problem';

export interface Compiled {
  /** Compiled files by name, with their size in bytes: what an upload would hold. */
  files: ReadonlyMap<string, number>;
  /** What WeChat's quality check would rather have otherwise, a line each. */
  remarks: readonly string[];
  /** Packages that DevTools' own "build npm" would pack. */
  npmPackages: number;
}

/** `undefined`: it compiled. */
export type CompileFailure = { failure: string };

const answer = v.union([
  v.object({ error: v.string() }),
  v.object({
    packed: v.number(),
    quality: v.array(
      v.object({ name: v.string(), success: v.boolean(), text: v.string(), detail: v.optional(v.unknown()) }),
    ),
  }),
]);

/** A minute alone; on a busy machine it was seen to need more than four. */
const LIMIT_MS = 900_000;

/** Compiles the mini program with WeChat's compiler, offline, from a copy of it, and weighs the result. */
export async function compileWithWechat(root: string, tools: string): Promise<Compiled | CompileFailure> {
  const work = path.join(root, '.cache/wechat/run');
  const project = path.join(work, 'project');
  const out = path.join(work, 'out');
  const scratch = path.join(work, 'scratch');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  cpSync(path.join(root, 'miniprogram'), path.join(project, 'miniprogram'), { recursive: true });
  cpSync(path.join(root, 'project.config.json'), path.join(project, 'project.config.json'));
  const printed = await runCompiler([tools, project, out, root], scratch);
  const file = path.join(out, 'answer.json');
  if (!existsSync(file)) throw new Problem(`WeChat’s compiler ended without an answer:\n${printed}`);
  const parsed = v.parse(answer, JSON.parse(readFileSync(file, 'utf8')));
  if ('error' in parsed) return { failure: parsed.error };
  const compiled = path.join(out, 'miniprogram');
  return {
    files: new Map(filesBelow(compiled).map((name) => [name, statSync(path.join(compiled, name)).size])),
    remarks: parsed.quality
      .filter(({ success }) => !success)
      .map(({ text, detail }) => `${text.replace(/[:\s]+$/, '')}${about(detail)}`),
    npmPackages: parsed.packed,
  };
}

/** The files that a remark is about, or whatever else it says of them. */
function about(detail: unknown): string {
  const named = v.safeParse(
    v.union([
      v.array(v.string()),
      v.pipe(
        v.object({ files: v.array(v.string()) }),
        v.transform(({ files }) => files),
      ),
    ]),
    detail,
  );
  if (named.success) return named.output.map((file) => `\n    ${file}`).join('');
  return detail === undefined ? '' : `: ${JSON.stringify(detail)}`;
}

/** Starts it in a scratch folder, for the folders it leaves behind, and ends it when it hangs. */
function runCompiler(args: readonly string[], scratch: string): Promise<string> {
  const script = fileURLToPath(new URL('./compiler-process.cjs', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: scratch });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    const watch = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(watch);
      resolve(Buffer.concat(chunks).toString('utf8').slice(-4000));
    });
  });
}
