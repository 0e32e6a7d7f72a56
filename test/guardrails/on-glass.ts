import path from 'node:path';
import { build } from 'esbuild';
import type { Page as Glass } from 'playwright-core';
import { ROOT } from '../../tools/lib/root';
import type { AuditLimits } from './glass/main';

const NAME = '__audit';
let script: Promise<string> | undefined;
const known = new WeakSet<Glass>();

/** What is wrong with the page on top (`glass/`), in one go in the browser. */
export async function audited(glass: Glass, limits: AuditLimits): Promise<string[]> {
  if (!known.has(glass)) {
    script ??= bundled();
    await glass.evaluate(await script);
    known.add(glass);
  }
  const found: unknown = await glass.evaluate(`${NAME}.audit(${JSON.stringify(limits)})`);
  if (!Array.isArray(found)) throw new Error('the audit did not answer');
  return found.map(String);
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, 'test/guardrails/glass/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: NAME,
  });
  // Indirect: what a script declares at its top is the page's.
  return `globalThis.${NAME} = (() => { ${outputFiles[0]?.text ?? ''}; return ${NAME}; })()`;
}
