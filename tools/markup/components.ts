import { existsSync } from 'node:fs';
import path from 'node:path';
import type { MiniProgram, Unit } from './project';
import { BUILT_IN_TAGS } from './tags';
import type { TemplateTree } from './templates';

/** The component that a path in `usingComponents` means, without ending, relative to the mini program. */
export function componentAt(program: MiniProgram, from: string, written: string): string | undefined {
  const candidates = written.startsWith('/')
    ? [written.slice(1)]
    : [path.posix.join(path.posix.dirname(from), written), `miniprogram_npm/${written}`];
  return candidates
    .flatMap((candidate) => [candidate, `${candidate}/index`])
    .find((candidate) => existsSync(path.join(program.folder, `${candidate}.json`)));
}

/** Tags that nobody knows, and tags that a unit makes known but does not use. */
export function checkTags(program: MiniProgram, unit: Unit, tree: TemplateTree): string[] {
  const known = new Set([
    ...BUILT_IN_TAGS,
    ...Object.keys(program.globalComponents),
    ...Object.keys(unit.usingComponents),
    ...unit.generics,
  ]);
  const unknown = tree.elements
    .filter(({ tag }) => !known.has(tag))
    .map(
      ({ file, line, tag }) =>
        `miniprogram/${file}:${line}  <${tag}> is no component of ${unit.name}.json or app.json`,
    );
  const missing = Object.entries(unit.usingComponents)
    .filter(([, written]) => componentAt(program, unit.name, written) === undefined)
    .map(([tag, written]) => `miniprogram/${unit.name}.json:1  <${tag}> is ${written}, which does not exist`);
  return [...unknown, ...missing];
}

/** Components that a unit declares for nothing. */
export function idleIn(unit: Unit, tree: TemplateTree): string[] {
  const used = usedTags(tree);
  return Object.keys(unit.usingComponents)
    .filter((tag) => !used.has(tag))
    .map((tag) => `miniprogram/${unit.name}.json:1  <${tag}> is declared but not used`);
}

/** Tags of a template and those that it hands on as a generic (`generic:item="x-row"`). */
export function usedTags(tree: TemplateTree): Set<string> {
  return new Set(
    tree.elements.flatMap(({ tag, attributes }) => [
      tag,
      ...attributes.filter(({ name }) => name.startsWith('generic:')).map(({ value }) => value),
    ]),
  );
}

/** Units that no page list, tab bar or component names: nothing would ever show them. */
export function orphans(program: MiniProgram): string[] {
  const named = new Set([
    ...program.pages,
    ...(program.customTabBar ? ['custom-tab-bar/index'] : []),
    ...Object.values(program.globalComponents).flatMap(
      (written) => componentAt(program, 'app', written) ?? [],
    ),
    ...program.units.flatMap((unit) =>
      Object.values(unit.usingComponents).flatMap(
        (written) => componentAt(program, unit.name, written) ?? [],
      ),
    ),
  ]);
  return program.units
    .filter(({ name }) => !named.has(name))
    .map(
      ({ name, isComponent }) =>
        `miniprogram/${name}.json:1  ${isComponent ? 'no page or component uses it' : 'is in no page list of app.json'}`,
    );
}
