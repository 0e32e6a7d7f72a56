import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Unit } from './project';
import type { TemplateTree } from './templates';

const EVENT = /^(?:capture-|mut-)?(?:bind|catch):?[a-z][\w-]*$/i;

/** Events bound to a method that the unit's script, or one that it imports, never mentions. */
export function checkHandlers(folder: string, unit: Unit, tree: TemplateTree): string[] {
  const script = `${unit.name}.ts`;
  if (!existsSync(path.join(folder, script))) return [`miniprogram/${script}:1  is missing`];
  const words = new Set(withImports(folder, script).match(/[A-Za-z_$][\w$]*/g));
  return tree.elements.flatMap(({ file, line, attributes }) =>
    attributes
      .filter(
        ({ name, value }) => EVENT.test(name) && value !== '' && !value.includes('{{') && !words.has(value),
      )
      .map(({ name, value }) => `miniprogram/${file}:${line}  ${name}="${value}": ${script} has no ${value}`),
  );
}

/** Behaviors bring methods of their own, so the modules that a script imports count too. */
function withImports(folder: string, script: string): string {
  const text = readFileSync(path.join(folder, script), 'utf8');
  const imports = [...text.matchAll(/from '(\.[^']+)'/g)].flatMap(([, written = '']) => {
    const base = path.join(folder, path.dirname(script), written);
    return [`${base}.ts`, path.join(base, 'index.ts')].filter((file) => existsSync(file));
  });
  return [text, ...imports.map((file) => readFileSync(file, 'utf8'))].join('\n');
}
