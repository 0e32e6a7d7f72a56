import path from 'node:path';
import { BuildError, type Finding, type Note } from './errors';
import { isObject, type JsonObject, readJson, stringMap } from './json';
import type { Project } from './project';

/** A page or a component with what its JSON says, every reference resolved to `/logical/path`. */
export interface Unit {
  readonly path: string;
  readonly isPage: boolean;
  readonly json: JsonObject;
  /** The page's or component's own `usingComponents`. */
  readonly using: Record<string, string>;
}

export interface Units {
  /** By logical path; a component comes before what uses it. */
  readonly all: ReadonlyMap<string, Unit>;
  /** `usingComponents` of app.json. */
  readonly global: Record<string, string>;
  /** Things WeChat would take and this phone cannot (plugins): reported when the phone starts. */
  readonly notes: Note[];
}

/** Finds every page and component that app.json reaches. Throws a `BuildError` that lists all that is missing. */
export function collectUnits(project: Project): Units {
  const walk = new Walk(project);
  const appFile = path.join(project.root, 'app.json');
  const global = walk.resolveAll(stringMap(project.appJson.usingComponents), 'app', appFile);
  for (const page of project.pages) walk.visit(page, true, appFile);
  if (project.appJson.tabBar?.custom === true) walk.visit('custom-tab-bar/index', false, appFile);
  walk.finish();
  return { all: walk.units, global, notes: walk.notes };
}

class Walk {
  readonly units = new Map<string, Unit>();
  readonly notes: Note[] = [];
  private readonly started = new Set<string>();
  private readonly missing: Finding[] = [];

  constructor(private readonly project: Project) {}

  visit(logical: string, isPage: boolean, mentionedIn: string): void {
    if (this.started.has(logical)) return;
    this.started.add(logical);
    const { project } = this;
    const jsonFile = project.file(logical, ['.json']);
    const json = jsonFile === undefined ? {} : readJson(jsonFile);
    if (project.file(logical, ['.wxml']) === undefined)
      this.miss(mentionedIn, `"${logical}": ${logical}.wxml is missing`);
    const file = jsonFile ?? `${project.stem(logical)}.json`;
    const using = this.resolveAll(stringMap(json.usingComponents), logical, file);
    const generics = this.generics(json, logical, file);
    this.units.set(logical, { path: logical, isPage, json: { ...json, ...generics }, using });
  }

  resolveAll(references: Record<string, string>, from: string, file: string): Record<string, string> {
    const using: Record<string, string> = {};
    for (const [name, reference] of Object.entries(references)) {
      const target = this.resolve(reference, from, file);
      if (target !== undefined) using[name] = `/${target}`;
    }
    return using;
  }

  finish(): void {
    if (this.missing.length > 0) throw new BuildError(this.missing);
  }

  private resolve(reference: string, from: string, file: string): string | undefined {
    const { project } = this;
    const place = { file, line: 1, column: 1 };
    if (/^(plugin|dynamicLib):\/\//.test(reference)) {
      const message = `"${reference}": plugins cannot be had outside WeChat`;
      this.notes.push({ kind: 'component', ...place, message });
      return undefined;
    }
    const tries = project
      .candidates(reference, from)
      .flatMap((candidate) => [candidate, `${candidate}/index`]);
    const found = tries.find((candidate) => project.file(candidate, ['.json', '.wxml']) !== undefined);
    if (found !== undefined) {
      this.visit(found, false, file);
      return found;
    }
    if (isExtendedLibrary(project, reference)) {
      const message = `"${reference}": WeChat brings this library (useExtendedLib); here its npm package must be installed`;
      this.notes.push({ kind: 'component', ...place, message });
    } else this.miss(file, `component not found: "${reference}"`);
    return undefined;
  }

  private generics(json: JsonObject, from: string, file: string): JsonObject {
    if (!isObject(json.componentGenerics)) return {};
    const entries = Object.entries(json.componentGenerics).map(([name, value]) => {
      if (!isObject(value) || typeof value.default !== 'string') return [name, true] as const;
      const target = this.resolve(value.default, from, file);
      return [name, target === undefined ? true : { default: `/${target}` }] as const;
    });
    return { componentGenerics: Object.fromEntries(entries) };
  }

  private miss(file: string, message: string): void {
    this.missing.push({ file, line: 1, column: 1, message });
  }
}

/** `useExtendedLib` of app.json names libraries that WeChat adds itself. */
function isExtendedLibrary(project: Project, reference: string): boolean {
  const { useExtendedLib } = project.appJson;
  return (
    isObject(useExtendedLib) && useExtendedLib.weui !== undefined && reference.startsWith('weui-miniprogram/')
  );
}
