import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postcss, { type ChildNode, CssSyntaxError } from 'postcss';

/** Whether a style sheet parses, imports what exists, and loads nothing that WeChat would not load. */
export function checkStyle(folder: string, file: string): string[] {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const findings: string[] = [];
  const find = (node: ChildNode, message: string): void => {
    findings.push(`miniprogram/${file}:${node.source?.start?.line ?? 1}  ${message}`);
  };
  try {
    postcss.parse(text).walk((node) => {
      if (node.type === 'atrule' && node.name === 'import') {
        const named = /["']([^"']+)["']/.exec(node.params)?.[1] ?? '';
        if (!existsSync(imported(folder, file, named)))
          find(node, `@import of ${named}, which does not exist`);
      }
      if (node.type === 'atrule' && node.name === 'layer')
        find(node, 'WeChat’s style compiler does not know @layer');
      if (node.type === 'rule' && node.parent?.type === 'rule')
        find(node, 'WeChat’s style compiler does not know nested rules');
      if (node.type !== 'decl') return;
      const address = /url\(\s*["']?(?!data:)([^"')]+)/.exec(node.value)?.[1];
      if (address !== undefined)
        find(node, `url(${address}): a style sheet can hold a picture or font only as data`);
    });
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    findings.push(`miniprogram/${file}:${error.line ?? 1}  ${error.reason}`);
  }
  return findings;
}

function imported(folder: string, file: string, named: string): string {
  const target = named.startsWith('/') ? named.slice(1) : path.join(path.dirname(file), named);
  return path.join(folder, path.extname(target) === '' ? `${target}.wxss` : target);
}
