import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { AppJson } from '../runtime/app-json';
import { failAt } from './errors';
import { isObject, type JsonObject, readJson, stringList, stringMap } from './json';

/** The folder that WeChat's npm build makes; also the head of the logical path of a packed component. */
const NPM = 'miniprogram_npm/';

/**
 * A mini program on disk. Files are named by their logical path as WeChat names them: from the mini
 * program's root, without extension, without a leading slash (`pages/index/index`).
 */
export interface Project {
  /** Absolute path of the folder that holds app.json. */
  readonly root: string;
  readonly config: JsonObject;
  readonly appJson: AppJson;
  /** Every page, main package first, then subpackages in their order. */
  readonly pages: readonly string[];
  /** theme.json's variables, for `@name` values in app.json and in pages' configuration. */
  readonly themes: JsonObject;
  /** Absolute path of a logical path, still without its extension. */
  stem(logical: string): string;
  /** The first existing file of a logical path with one of the extensions (with their dot). */
  file(logical: string, extensions: readonly string[]): string | undefined;
  /** A reference with the aliases of app.json's `resolveAlias` replaced. */
  unalias(reference: string): string;
  /** Logical path that a reference in a `usingComponents` (or a template, or a style) means, before it is checked. */
  candidates(reference: string, from: string): string[];
}

/** @param folder holds project.config.json, or app.json itself. Throws a `BuildError`. */
export function openProject(folder: string): Project {
  const configFile = path.join(folder, 'project.config.json');
  const config = existsSync(configFile) ? readJson(configFile) : {};
  const root = path.resolve(
    folder,
    typeof config.miniprogramRoot === 'string' ? config.miniprogramRoot : '.',
  );
  const appFile = path.join(root, 'app.json');
  if (!existsSync(appFile)) failAt(appFile, 'is missing: not a mini program');
  const raw = readJson(appFile);
  const appJson = checkApp(raw, appFile);
  const aliases = stringMap(raw.resolveAlias);
  const stem = (logical: string): string => stemOf(root, logical);
  return {
    root,
    config,
    appJson,
    pages: pagesOf(appJson),
    themes: themesOf(root, raw),
    stem,
    file: (logical, extensions) =>
      extensions.map((end) => stem(logical) + end).find((file) => existsSync(file)),
    unalias: (reference) => unalias(reference, aliases),
    candidates: (reference, from) => candidatesOf(unalias(reference, aliases), from),
  };
}

function checkApp(raw: JsonObject, file: string): AppJson {
  const pages = stringList(raw.pages);
  if (pages.length === 0) failAt(file, '"pages" must list at least one page');
  const listed = raw.subpackages ?? raw.subPackages;
  const subpackages = (Array.isArray(listed) ? listed.filter(isObject) : []).map((item) => ({
    root: String(item.root ?? '').replace(/^\/|\/$/g, ''),
    ...(typeof item.name === 'string' ? { name: item.name } : {}),
    pages: stringList(item.pages),
  }));
  // app.json was written for WeChat; the members that this phone reads are checked here and where they are used.
  return { ...raw, pages, subpackages } as AppJson;
}

function pagesOf(appJson: AppJson): string[] {
  const inPackages = (appJson.subpackages ?? []).flatMap((item) =>
    item.pages.map((page) => path.posix.join(item.root, page)),
  );
  return [...appJson.pages.map((page) => page.replace(/^\//, '')), ...inPackages];
}

function themesOf(root: string, raw: JsonObject): JsonObject {
  if (typeof raw.themeLocation !== 'string') return {};
  const file = path.join(root, raw.themeLocation);
  if (!existsSync(file))
    failAt(path.join(root, 'app.json'), `"themeLocation": ${raw.themeLocation} is missing`);
  return readJson(file);
}

/** `miniprogram_npm` of the project when the package was packed there, else the package in node_modules. */
function stemOf(root: string, logical: string): string {
  const inProject = path.join(root, logical);
  if (!logical.startsWith(NPM)) return inProject;
  const { name, rest } = splitPackage(logical.slice(NPM.length));
  if (existsSync(path.join(root, NPM, name))) return inProject;
  const folder = packageFolder(root, name);
  return folder === undefined ? inProject : path.join(folder, rest);
}

export function splitPackage(reference: string): { name: string; rest: string } {
  const parts = reference.split('/');
  const length = reference.startsWith('@') ? 2 : 1;
  return { name: parts.slice(0, length).join('/'), rest: parts.slice(length).join('/') };
}

/** The folder inside an installed npm package that WeChat's npm build would copy. */
export function packageFolder(root: string, name: string): string | undefined {
  for (let at = root; ; at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name);
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest)) {
      const { miniprogram } = readJson(manifest);
      const inside = path.join(folder, typeof miniprogram === 'string' ? miniprogram : 'miniprogram_dist');
      return existsSync(inside) && statSync(inside).isDirectory() ? inside : undefined;
    }
    if (at === path.dirname(at)) return undefined;
  }
}

/** `resolveAlias` of app.json: `{ "~/*": "/*" }`. */
function unalias(reference: string, aliases: Record<string, string>): string {
  for (const [pattern, target] of Object.entries(aliases)) {
    const head = pattern.replace(/\*$/, '');
    if (!reference.startsWith(head)) continue;
    return `/${target.replace(/\*$/, '')}${reference.slice(head.length)}`.replace(/\/+/g, '/');
  }
  return reference;
}

/** Order as WeChat looks: from the root with a slash, else beside the file, else a packed npm package. */
function candidatesOf(reference: string, from: string): string[] {
  if (reference.startsWith('/')) return [reference.slice(1)];
  const beside = path.posix.join(path.posix.dirname(from), reference);
  if (reference.startsWith('.')) return [beside];
  return [beside, ...npmFolders(from).map((folder) => folder + reference), reference];
}

/** A subpackage may carry its own miniprogram_npm: looked for from the file's folder upwards. */
function npmFolders(from: string): string[] {
  const folders: string[] = [];
  for (let at = path.posix.dirname(from); at !== '.' && at !== '/'; at = path.posix.dirname(at)) {
    folders.push(`${at}/${NPM}`);
  }
  return [...folders, NPM];
}
