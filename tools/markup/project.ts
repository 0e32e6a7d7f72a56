import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { filesBelow } from '../lib/files';
import { Problem } from '../lib/problem';
import { isPacked } from '../packing/sources';

/** A page or component: a JSON with a template and a script beside it. */
export interface Unit {
  /** Without ending, relative to the mini program's folder: `pages/home/home`. */
  name: string;
  /** Tags of its own, with the path or package as it is written. */
  usingComponents: Readonly<Record<string, string>>;
  generics: readonly string[];
  isComponent: boolean;
}

export interface MiniProgram {
  folder: string;
  /** Every page, those of subpackages with their root. */
  pages: readonly string[];
  /** Tags for every page and component. */
  globalComponents: Readonly<Record<string, string>>;
  customTabBar: boolean;
  units: readonly Unit[];
  /** Every source file, relative. */
  files: readonly string[];
}

const subPackage = v.object({ root: v.string(), pages: v.array(v.string()) });
const appConfig = v.object({
  pages: v.array(v.string()),
  subPackages: v.optional(v.array(subPackage), []),
  usingComponents: v.optional(v.record(v.string(), v.string()), {}),
  tabBar: v.optional(v.object({ custom: v.optional(v.boolean(), false) }), {}),
});
const unitConfig = v.object({
  component: v.optional(v.boolean(), false),
  usingComponents: v.optional(v.record(v.string(), v.string()), {}),
  componentGenerics: v.optional(v.record(v.string(), v.unknown()), {}),
});

/** Reads what the JSON files say. Throws a `Problem` for one that cannot be read. */
export function readMiniProgram(folder: string): MiniProgram {
  const files = filesBelow(folder, isPacked);
  const app = parse(appConfig, folder, 'app.json');
  const units = files
    .filter(
      (file) =>
        file.endsWith('.json') && file !== 'app.json' && existsSync(path.join(folder, stem(file, '.wxml'))),
    )
    .map((file): Unit => {
      const config = parse(unitConfig, folder, file);
      return {
        name: stem(file, ''),
        usingComponents: config.usingComponents,
        generics: Object.keys(config.componentGenerics),
        isComponent: config.component,
      };
    });
  return {
    folder,
    pages: [
      ...app.pages,
      ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
    ],
    globalComponents: app.usingComponents,
    customTabBar: app.tabBar.custom ?? false,
    units,
    files,
  };
}

function stem(file: string, ending: string): string {
  return file.replace(/\.[^./]+$/, ending);
}

function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  folder: string,
  file: string,
): v.InferOutput<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  } catch (error) {
    throw new Problem(`miniprogram/${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new Problem(`miniprogram/${file}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
}
