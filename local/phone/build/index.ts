import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import type { PhoneSheet } from '../runtime/project';
import { copyAssets } from './assets';
import { collectUnits, type Units } from './components';
import { projectEntry } from './entry';
import { BuildError, describe, type Finding } from './errors';
import { iconWords } from './icons';
import { phoneDocument } from './page';
import { writePhone } from './phone-script';
import { openProject, type Project } from './project';
import { asBuildError, bundleOptions, projectDefines, wechatModules } from './scripts';
import { compileSheet } from './styles';
import { compileTemplates } from './templates';

export { BuildError, type Finding } from './errors';

export interface BuildOptions {
  /** Folder that holds project.config.json, or app.json itself. */
  project: string;
  /** Folder that receives index.html, app.css, phone.js, bundle.js (with their maps) and `files/`. */
  out: string;
  minify?: boolean;
  /** Scripts that run in the phone after its own, such as an automation agent. Absolute paths. */
  extraScripts?: readonly string[];
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
}

/**
 * Compiles a native mini program for the browser phone. Throws a `BuildError` that lists every place where a
 * template, style, script or reference is wrong.
 */
export async function buildPhone(options: BuildOptions): Promise<BuildReport> {
  const started = performance.now();
  const minify = options.minify ?? false;
  const out = path.resolve(options.out);
  const project = openProject(path.resolve(options.project));
  const units = collectUnits(project);
  const scripts = scriptsOf(project, units);
  const templates = compileTemplates(project, units.all.keys());
  const notes: Finding[] = [...units.notes];
  const styleFiles = new Set<string>();
  const sheets = compileSheets(project, units, {
    scripts,
    templates: templates.files,
    notes,
    files: styleFiles,
  });
  const described = notes.map(describe);
  const entry = projectEntry(
    {
      appJson: project.appJson,
      pages: [...project.pages],
      units: Object.fromEntries(
        [...units.all].map(([at, { isPage, json, using }]) => [at, { isPage, json, using }]),
      ),
      global: units.global,
      themes: project.themes,
      sheets,
      notes: described,
    },
    templates.code,
    scripts,
  );
  mkdirSync(out, { recursive: true });
  const [bundled] = await Promise.all([
    bundleProject(entry, project, out, minify),
    writePhone(out, options.extraScripts ?? [], minify),
  ]);
  writeFileSync(path.join(out, 'index.html'), phoneDocument(titleOf(project)));
  const assets = copyAssets(project, path.join(out, 'files'));
  const size = (name: string): number => statSync(path.join(out, name)).size;
  return {
    ms: performance.now() - started,
    pages: [...project.pages],
    count: { units: units.all.size, templates: templates.count.templates, scripts: scripts.size, assets },
    size: { bundle: size('bundle.js'), phone: size('phone.js'), style: size('app.css') },
    notes: described,
    inputs: [...new Set([...templates.files, ...styleFiles, ...bundled])],
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

interface SheetSources {
  scripts: ReadonlyMap<string, string>;
  templates: readonly string[];
  notes: Finding[];
  files: Set<string>;
}

function compileSheets(project: Project, units: Units, sources: SheetSources): Record<string, PhoneSheet> {
  const iconNames = new Set<string>();
  for (const file of [...sources.scripts.values(), ...sources.templates]) {
    for (const word of iconWords(readFileSync(file, 'utf8'))) iconNames.add(word);
  }
  const sheets: Record<string, PhoneSheet> = {};
  for (const logical of ['app', ...units.all.keys()]) {
    const sheet = compileSheet(logical, { project, iconNames, notes: sources.notes, files: sources.files });
    if (sheet) sheets[logical] = sheet;
  }
  return sheets;
}

async function bundleProject(
  entry: string,
  project: Project,
  out: string,
  minify: boolean,
): Promise<string[]> {
  const result = await esbuild
    .build({
      ...bundleOptions(minify),
      define: projectDefines(),
      stdin: { contents: entry, resolveDir: project.root, sourcefile: 'project.js', loader: 'js' },
      outfile: path.join(out, 'bundle.js'),
      plugins: [wechatModules(project)],
    })
    .catch((error: unknown) => {
      throw asBuildError(error);
    });
  return Object.keys(result.metafile?.inputs ?? {})
    .filter((name) => name !== 'project.js')
    .map((name) => path.resolve(name));
}

function titleOf(project: Project): string {
  const title = project.appJson.window?.navigationBarTitleText;
  return typeof title === 'string' && title !== '' ? title : 'WeChat mini program';
}
