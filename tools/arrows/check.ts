import type { Import, Module } from './graph';
import { RULES, type Rule } from './rules';

/** Every broken arrow, as `file:line  what it does: what holds`. */
export function brokenArrows(modules: readonly Module[], rules: readonly Rule[] = RULES): string[] {
  const single = modules.flatMap((module) => rules.flatMap((rule) => breaches(module, rule)));
  return [...single, ...foreignSubpackages(modules), ...cycles(modules)];
}

function breaches(module: Module, rule: Rule): string[] {
  if (!rule.from.test(module.file) || rule.except?.test(module.file)) return [];
  const imports = module.imports
    .filter((each) => isForbidden(each, rule))
    .map(({ line, target }) => `${module.file}:${line}  imports ${target}: ${rule.says}`);
  const ambient = module.ambient
    .filter(({ what }) => rule.ambient?.includes(what))
    .map(({ line, what }) => `${module.file}:${line}  uses ${NAMES[what]}: ${rule.says}`);
  return [...imports, ...ambient];
}

const NAMES = {
  clock: 'the clock (Date.now, new Date(), performance.now)',
  randomness: 'Math.random',
  wx: 'wx',
  'wx.cloud': 'wx.cloud',
} as const;

function isForbidden(each: Import, rule: Rule): boolean {
  if (rule.imports === undefined || !rule.imports.test(each.target)) return false;
  if (rule.unless?.test(each.target)) return false;
  return !(rule.typesAllowed && each.typeOnly);
}

/** A subpackage loads from itself and the main package only: another one may not be on the phone. */
function foreignSubpackages(modules: readonly Module[]): string[] {
  return modules.flatMap(({ file, imports }) => {
    const own = /^miniprogram\/packages\/[^/]+\//.exec(file)?.[0];
    if (own === undefined) return [];
    return imports
      .filter(
        ({ target, typeOnly }) =>
          !typeOnly && target.startsWith('miniprogram/packages/') && !target.startsWith(own),
      )
      .map(
        ({ line, target }) => `${file}:${line}  imports ${target}: a subpackage cannot load from another one`,
      );
  });
}

/** Product modules that load each other in a circle: which one runs first is then an accident. */
function cycles(modules: readonly Module[]): string[] {
  const product = modules.filter(({ file }) => /^(miniprogram|cloudfunctions|database)\//.test(file));
  const next = new Map(
    product.map(({ file, imports }) => [
      file,
      imports.filter(({ typeOnly }) => !typeOnly).map(({ target }) => target),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      found.push(`${file}  imports itself in a circle: ${[...trail.slice(start), file].join(' → ')}`);
      return;
    }
    if (done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}
