import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkTags, componentAt, idleIn, orphans, usedTags } from './components';
import { checkHandlers } from './handlers';
import { type MiniProgram, readMiniProgram } from './project';
import { checkStyle } from './styles';
import { compileTemplate, readTree, type TemplateTree } from './templates';

/** Everything about WXML, WXSS and JSON that is certain to go wrong in WeChat, as `file:line  what`. */
export function checkMarkup(root: string): string[] {
  const folder = path.join(root, 'miniprogram');
  const program = readMiniProgram(folder);
  const templates = program.files.filter((file) => file.endsWith('.wxml'));
  const styles = program.files.filter((file) => file.endsWith('.wxss'));
  const trees = treesOf(folder, program);

  const perUnit = program.units.flatMap((unit) => {
    const tree = trees.get(unit.name);
    if (tree === undefined) return [];
    return [...tree.missing, ...checkTags(program, unit, tree), ...checkHandlers(folder, unit, tree)];
  });
  const missingPages = program.pages
    .filter((page) =>
      ['wxml', 'ts', 'json'].some((ending) => !existsSync(path.join(folder, `${page}.${ending}`))),
    )
    .map((page) => `miniprogram/app.json:1  the page ${page} lacks its .wxml, .ts or .json`);
  const missingComponents = Object.entries(program.globalComponents)
    .filter(([, written]) => componentAt(program, 'app', written) === undefined)
    .map(([tag, written]) => `miniprogram/app.json:1  <${tag}> is ${written}, which does not exist`);
  return [
    ...new Set([
      ...templates.flatMap((file) => compileTemplate(folder, file)),
      ...styles.flatMap((file) => checkStyle(folder, file)),
      ...missingPages,
      ...missingComponents,
      ...perUnit,
      ...idleTags(program, trees),
      ...orphans(program),
    ]),
  ];
}

/** What WeChat would ship for nothing: components that no template uses, and units that nothing names. */
export function unusedComponents(root: string): string[] {
  const folder = path.join(root, 'miniprogram');
  const program = readMiniProgram(folder);
  return [...idleTags(program, treesOf(folder, program)), ...orphans(program)];
}

function treesOf(folder: string, program: MiniProgram): Map<string, TemplateTree> {
  return new Map(program.units.map((unit) => [unit.name, readTree(folder, `${unit.name}.wxml`)]));
}

/** Declared, and used by no template: of a unit by none of its own, of the app by none at all. */
function idleTags(program: MiniProgram, trees: ReadonlyMap<string, TemplateTree>): string[] {
  const used = new Set([...trees.values()].flatMap((tree) => [...usedTags(tree)]));
  const global = Object.keys(program.globalComponents)
    .filter((tag) => !used.has(tag))
    .map((tag) => `miniprogram/app.json:1  <${tag}> is declared but no template uses it`);
  const own = program.units.flatMap((unit) => {
    const tree = trees.get(unit.name);
    return tree === undefined ? [] : idleIn(unit, tree);
  });
  return [...global, ...own];
}
