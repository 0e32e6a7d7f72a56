import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PhoneSheet } from '../runtime/project';
import { copyAssets } from './assets';
import { type BuildCache, createBuildCache, type FileMemo } from './cache';
import { collectUnits, type Units } from './components';
import { projectScript, scriptsEntry } from './entry';
import { BuildError, describe, type Finding, type Note } from './errors';
import { iconNamesIn } from './icons';
import { phoneDocument } from './page';
import { writePhone } from './phone-script';
import { STYLE_EXTENSIONS } from './preprocess';
import { openProject, type Project } from './project';
import { asBuildError, bundleOptions, missingModules, projectDefines, wechatModules } from './scripts';
import { compileSheet } from './styles';
import { compileTemplates } from './templates';

export { type BuildCache, createBuildCache } from './cache';
export { BuildError } from './errors';

export interface BuildOptions {
  /** Folder that holds project.config.json, or app.json itself. */
  project: string;
  /** Folder that receives index.html, app.css, phone.js, project.js, bundle.js and `files/`. */
  out: string;
  minify?: boolean;
  /** Scripts that run in the phone after its own, such as an automation agent. Absolute paths. */
  extraScripts?: readonly string[];
  /** Of earlier builds of the same project to the same folder. */
  cache?: BuildCache;
}

export interface BuildReport {
  /** Milliseconds of the whole build. */
  ms: number;
  pages: string[];
  count: { units: number; templates: number; scripts: number; assets: number };
  /** Bytes. */
  size: { bundle: number; phone: number; style: number };
  /** `file:line:column message` of what WeChat takes and this phone does not; the phone reports them too. */
  notes: string[];
  /** Every file of the project that went into it: what a watcher watches. */
  inputs: string[];
  /** The compiled style sheets by unit. */
  sheets: Record<string, PhoneSheet>;
}

/**
 * Compiles a native mini program for the browser phone. Throws a `BuildError` that lists every place where a
 * template, style, script or reference is wrong.
 */
export async function buildPhone(options: BuildOptions): Promise<BuildReport> {
  if (options.cache) return build(options, options.cache);
  const cache = createBuildCache();
  try {
    return await build(options, cache);
  } finally {
    await cache.dispose();
  }
}

async function build(options: BuildOptions, cache: BuildCache): Promise<BuildReport> {
  const started = performance.now();
  const minify = options.minify ?? false;
  const out = path.resolve(options.out);
  const project = openProject(path.resolve(options.project));
  const units = collectUnits(project);
  const scripts = scriptsOf(project, units);
  const templates = cache.files.take(`templates ${[...units.all.keys()].join()}`, () => {
    const value = compileTemplates(project, units.all.keys());
    return { value, files: value.files };
  });
  const sources = [...scripts.values(), ...templates.files];
  const sheets = compileSheets(project, units, sources, cache.files);
  const notes = [...units.notes, ...templates.notes, ...sheets.notes];
  const data = projectScript(
    {
      appJson: project.appJson,
      pages: [...project.pages],
      units: Object.fromEntries(
        [...units.all].map(([at, { isPage, json, using }]) => [at, { isPage, json, using }]),
      ),
      global: units.global,
      themes: project.themes,
      sheets: sheets.byPath,
      notes: notes.map((note) => ({ kind: note.kind, message: describe(note) })),
    },
    templates.code,
  );
  mkdirSync(out, { recursive: true });
  const [bundled] = await Promise.all([
    bundleScripts(scriptsEntry(scripts), project, cache, out, minify),
    writePhone(out, options.extraScripts ?? [], minify),
  ]);
  writeFileSync(path.join(out, 'project.js'), data);
  writeFileSync(path.join(out, 'index.html'), phoneDocument(titleOf(project)));
  const assets = copyAssets(project, path.join(out, 'files'));
  const size = (name: string): number => statSync(path.join(out, name)).size;
  return {
    ms: performance.now() - started,
    pages: [...project.pages],
    count: { units: units.all.size, templates: templates.count.templates, scripts: scripts.size, assets },
    size: { bundle: size('bundle.js') + size('project.js'), phone: size('phone.js'), style: size('app.css') },
    notes: [...notes, ...bundled.notes].map(describe),
    inputs: [...new Set([...templates.files, ...sheets.files, ...bundled.inputs])],
    sheets: sheets.byPath,
  };
}

/** The script of each unit, and app's. WeChat refuses a page or component without one. */
function scriptsOf(project: Project, units: Units): Map<string, string> {
  const scripts = new Map<string, string>();
  const missing: Finding[] = [];
  for (const logical of ['app', ...units.all.keys()]) {
    const file = project.file(logical, ['.ts', '.js']);
    if (file !== undefined) scripts.set(logical, file);
    else missing.push({ file: `${project.stem(logical)}.js`, line: 1, column: 1, message: 'is missing' });
  }
  if (missing.length > 0) throw new BuildError(missing);
  return scripts;
}

interface Sheets {
  byPath: Record<string, PhoneSheet>;
  notes: Note[];
  files: string[];
}

function compileSheets(project: Project, units: Units, sources: readonly string[], memo: FileMemo): Sheets {
  const iconNames = new Set<string>();
  for (const file of sources) {
    const found = memo.take(`icons ${file}`, () => ({
      value: iconNamesIn(readFileSync(file, 'utf8')),
      files: [file],
    }));
    for (const name of found) iconNames.add(name);
  }
  const icons = [...iconNames].sort().join();
  const sheets: Sheets = { byPath: {}, notes: [], files: [] };
  for (const logical of ['app', ...units.all.keys()]) {
    const file = project.file(logical, STYLE_EXTENSIONS);
    if (file === undefined) continue;
    const compiled = memo.take(`sheet ${file} ${icons}`, () => {
      const value = compileSheet(file, project, iconNames);
      return { value, files: value.files };
    });
    sheets.byPath[logical] = { css: compiled.css, leaks: compiled.leaks };
    sheets.notes.push(...compiled.notes);
    sheets.files.push(...compiled.files);
  }
  return sheets;
}

/** Left as it is while no script was saved, and none came that another reference would now mean. */
function bundleScripts(
  entry: string,
  project: Project,
  { bundler, files }: BuildCache,
  out: string,
  minify: boolean,
): Promise<{ inputs: string[]; notes: Note[] }> {
  return files.takeLater(`bundle ${entry}`, async () => {
    const result = await bundler
      .bundle(entry, {
        ...bundleOptions(minify),
        define: projectDefines(),
        resolveDir: project.root,
        outfile: path.join(out, 'bundle.js'),
        plugins: [wechatModules(project, bundler.writes, bundler.absent)],
      })
      .catch((error: unknown) => {
        throw asBuildError(error);
      });
    const inputs = Object.keys(result.metafile?.inputs ?? {})
      .filter((name) => !/^(entry|missing):/.test(name))
      .map((name) => path.resolve(name));
    const missing = missingModules(result.warnings);
    const notes = [...missing, ...[...bundler.absent.values()].flat()];
    const files = [...inputs, ...new Set(inputs.map((file) => path.dirname(file)))];
    return { value: { inputs, notes }, files: missing.length === 0 ? files : undefined };
  });
}

function titleOf(project: Project): string {
  const title = project.appJson.window?.navigationBarTitleText;
  return typeof title === 'string' && title !== '' ? title : 'WeChat mini program';
}
