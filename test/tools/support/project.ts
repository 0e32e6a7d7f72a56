import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { ROOT } from '../../../tools/lib/root';

/** A small project in a folder of its own, with this project's packages; gone when the test is over. */
export function project(t: TestContext, files: Readonly<Record<string, string | object>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'sesame-tools-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'), 'junction');
  write(root, files);
  return root;
}

export function write(root: string, files: Readonly<Record<string, string | object>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
}

/** A page of a mini program. */
export function page(
  name: string,
  wxml: string,
  usingComponents: Record<string, string> = {},
  script = 'Page({});',
) {
  return {
    [`miniprogram/${name}.json`]: { usingComponents },
    [`miniprogram/${name}.wxml`]: wxml,
    [`miniprogram/${name}.ts`]: script,
  };
}
