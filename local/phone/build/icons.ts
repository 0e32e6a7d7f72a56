import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AtRule, Root, Rule } from 'postcss';

/**
 * TDesign's icons are a font that its style sheet loads from a CDN, which a phone without a network does
 * not reach. Where a packed component still points there, its glyphs become masks made of the same drawings
 * from npm, for the names that the project's sources mention.
 */
export function replaceIconFont(root: Root, names: ReadonlySet<string>): void {
  if (!removeCdnFont(root)) return;
  root.walkRules((rule) => {
    const name = /\.t-icon-([a-z0-9-]+):{1,2}before$/.exec(rule.selector)?.[1];
    if (name === undefined) return;
    const drawing = names.has(name) ? drawingOf(name) : undefined;
    if (drawing === undefined) rule.remove();
    else drawAsMask(rule, drawing);
  });
}

function removeCdnFont(root: Root): boolean {
  let found = false;
  root.walkAtRules('font-face', (face: AtRule) => {
    if (!/url\(\s*['"]?(https?:)?\/\/[^)]*tdesign/.test(face.toString())) return;
    found = true;
    face.remove();
  });
  return found;
}

function drawAsMask(rule: Rule, drawing: string): void {
  rule.removeAll();
  rule.append(
    { prop: 'content', value: '""' },
    { prop: 'display', value: 'block' },
    { prop: 'width', value: '1em' },
    { prop: 'height', value: '1em' },
    { prop: 'background', value: 'currentColor' },
    { prop: 'mask', value: `url("${drawing}") center/contain no-repeat` },
  );
}

const drawings = new Map<string, string | undefined>();

function drawingOf(name: string): string | undefined {
  if (!drawings.has(name)) drawings.set(name, readDrawing(name));
  return drawings.get(name);
}

function readDrawing(name: string): string | undefined {
  const file = path.join(drawingFolder(), `${name}.svg`);
  if (!existsSync(file)) return undefined;
  const svg = readFileSync(file, 'utf8').replaceAll('currentColor', '#000').replace('view-box', 'viewBox');
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

let folder: string | undefined;

function drawingFolder(): string {
  folder ??= path.join(
    path.dirname(createRequire(import.meta.url).resolve('tdesign-icons-svg/package.json')),
    'src',
  );
  return folder;
}

/** Words in a source that name an icon, whatever they mean there. */
export function iconNamesIn(source: string): ReadonlySet<string> {
  allNames ??= new Set(readdirSync(drawingFolder()).map((file) => file.replace(/\.svg$/, '')));
  const known = allNames;
  return new Set(source.match(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/g)?.filter((word) => known.has(word)));
}

let allNames: ReadonlySet<string> | undefined;
