import type { Import, Module } from './graph';
import type { Ambient } from './parse';
import { RULES, type Rule } from './rules';

/** Every broken arrow, as `file:line  what it does: what holds`. */
export function brokenArrows(modules: readonly Module[], rules: readonly Rule[] = RULES): string[] {
  const single = modules.flatMap((module) => rules.flatMap((rule) => breaches(module, rule)));
  const inherited = rules
    .filter(({ alsoThroughImports }) => alsoThroughImports)
    .flatMap((rule) => throughImports(modules, rule));
  return [...single, ...inherited, ...foreignSubpackages(modules), ...cycles(modules)];
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

/** Imports of modules outside the rule that take what the rule forbids, themselves or through others. */
function throughImports(modules: readonly Module[], rule: Rule): string[] {
  const byFile = new Map(modules.map((module) => [module.file, module]));
  const concerned = (file: string): boolean => rule.from.test(file) && !rule.except?.test(file);
  const takes = new Map<string, Ambient | undefined>();
  const taken = (file: string): Ambient | undefined => {
    const module = byFile.get(file);
    if (module === undefined) return undefined;
    if (!takes.has(file)) {
      takes.set(file, undefined);
      const own = module.ambient.find(({ what }) => rule.ambient?.includes(what))?.what;
      takes.set(
        file,
        own ??
          behaviour(module)
            .map(({ target }) => taken(target))
            .find((what) => what !== undefined),
      );
    }
    return takes.get(file);
  };
  return modules
    .filter(({ file }) => concerned(file))
    .flatMap((module) =>
      behaviour(module).map((each) => ({ ...each, file: module.file, what: taken(each.target) })),
    )
    .flatMap(({ file, line, target, what }) =>
      what === undefined || concerned(target)
        ? []
        : `${file}:${line}  imports ${target}, which uses ${NAMES[what]}: ${rule.says}`,
    );
}

function behaviour(module: Module): Import[] {
  return module.imports.filter(({ typeOnly }) => !typeOnly);
}

const NAMES = {
  clock: 'the clock (Date.now, new Date(), performance.now)',
  randomness: 'Math.random',
  wx: 'wx',
  page: 'App, Page, Component or Behavior',
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
