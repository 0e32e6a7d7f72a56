import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { type Element, elementsOf } from '../lib/wxml';

/** A template with everything that it imports and includes. */
export interface TemplateTree {
  /** Each element with the file it stands in, relative to the mini program. */
  elements: (Element & { file: string })[];
  /** Files that are named but missing, as findings. */
  missing: string[];
}

/** What glass-easel's compiler, the one of WeChat's new component framework, has to say about a template. */
export function compileTemplate(folder: string, file: string): string[] {
  const group = TmplGroup.newDev();
  try {
    // The compiler's own typing of what it found.
    const found = (group.addTmpl(
      file.replace(/\.wxml$/, ''),
      readFileSync(path.join(folder, file), 'utf8'),
    ) ?? []) as {
      message: string;
      startLine: number;
    }[];
    return found.map(({ message, startLine }) => `miniprogram/${file}:${startLine + 1}  ${message}`);
  } finally {
    group.free();
  }
}

/** Reads a template and, through `<import>` and `<include>`, those that it is made of. */
export function readTree(folder: string, file: string): TemplateTree {
  const tree: TemplateTree = { elements: [], missing: [] };
  const read = new Set<string>();
  const walk = (current: string): void => {
    if (read.has(current)) return;
    read.add(current);
    const elements = elementsOf(readFileSync(path.join(folder, current), 'utf8'));
    for (const element of elements) {
      tree.elements.push({ ...element, file: current });
      const target = referenced(element, current);
      if (target === undefined) continue;
      if (!existsSync(path.join(folder, target))) {
        tree.missing.push(
          `miniprogram/${current}:${element.line}  <${element.tag}> names ${target}, which does not exist`,
        );
      } else if (target.endsWith('.wxml')) walk(target);
    }
  };
  walk(file);
  return tree;
}

/** The file that an element loads from the package, where it names one outright. */
function referenced(element: Element, from: string): string | undefined {
  if (!['import', 'include', 'wxs', 'image', 'cover-image'].includes(element.tag)) return undefined;
  const src = element.attributes.find(({ name }) => name === 'src')?.value;
  if (src === undefined || src === '' || src.includes('{{') || /^[a-z]+:/.test(src)) return undefined;
  const target = src.startsWith('/') ? src.slice(1) : path.posix.join(path.posix.dirname(from), src);
  const isTemplate = element.tag === 'import' || element.tag === 'include';
  return isTemplate && !target.endsWith('.wxml') ? `${target}.wxml` : target;
}
