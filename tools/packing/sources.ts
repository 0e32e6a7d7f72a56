import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { filesBelow } from '../lib/files';
import { Problem } from '../lib/problem';

/** A source file of the mini program, its name relative to the mini program's folder. */
export interface SourceFile {
  name: string;
  text: string;
}

/** What the packing makes, in the main package and in subpackages. */
export const isPacked = (name: string): boolean => /(^|\/)miniprogram_npm$/.test(name);

const SOURCE = /\.(json|ts|js|wxml|wxss|wxs)$/;

/** What the mini program is written in: everything that can name a component, a script, a style or an icon. */
export function readSources(miniprogram: string): SourceFile[] {
  return filesBelow(miniprogram, isPacked)
    .filter((name) => SOURCE.test(name) && !name.endsWith('.d.ts'))
    .map((name) => ({ name, text: readFileSync(path.join(miniprogram, name), 'utf8') }));
}

const componentConfig = v.object({
  usingComponents: v.optional(v.record(v.string(), v.string()), {}),
  componentGenerics: v.optional(
    v.record(v.string(), v.union([v.boolean(), v.object({ default: v.optional(v.string()) })])),
    {},
  ),
});

/** The components that a page's, component's or the app's JSON names, as they are written there. */
export function componentsNamedIn(source: SourceFile): string[] {
  let json: unknown;
  try {
    json = JSON.parse(source.text);
  } catch (error) {
    throw new Problem(`${source.name} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const config = v.safeParse(componentConfig, json);
  if (!config.success) return [];
  const generics = Object.values(config.output.componentGenerics).flatMap((generic) =>
    typeof generic === 'object' && generic.default !== undefined ? [generic.default] : [],
  );
  return [...Object.values(config.output.usingComponents), ...generics];
}

/** Files under `miniprogram_npm/` that a source names by path, such as a theme's style sheet. */
export function packedFilesNamedIn(source: SourceFile): string[] {
  return [...source.text.matchAll(/miniprogram_npm\/([^'"\s)]+)/g)].flatMap((match) => match[1] ?? []);
}
