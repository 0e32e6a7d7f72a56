import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow, hashFiles, kilobytes, replaceFile, syncFolder } from './lib/files';
import { runTool } from './lib/problem';
import { ROOT } from './lib/root';
import { bundled, bundlesWanted } from './packing/bundles';
import { npmComponents, npmFilesNamed } from './packing/components';
import { packIcons } from './packing/icons';
import { markupClosure } from './packing/markup';
import { type NpmPackage, readPackages } from './packing/packages';
import { packageOf, packageScripts } from './packing/scripts';
import { readSources, type SourceFile } from './packing/sources';

export interface PackReport {
  /** False where what was packed before still fits. */
  packed: boolean;
  components: number;
  icons: number;
  files: number;
  bytes: number;
}

/**
 * Packs the root `dependencies` into `miniprogram/miniprogram_npm`, as DevTools' "build npm" does, but only what the
 * mini program reaches, and with TDesign's icons inside the package instead of on a CDN. Does nothing where nothing
 * changed. Throws a `Problem` for a component, script or icon that does not exist.
 */
export async function packNpm(root: string = ROOT): Promise<PackReport> {
  const miniprogram = path.join(root, 'miniprogram');
  const sources = readSources(miniprogram);
  const packages = readPackages(root);
  const stampFile = path.join(root, '.cache/pack-npm.json');
  const stamp = stampOf(sources, packages);
  const before = readStamp(stampFile);
  const target = path.join(miniprogram, 'miniprogram_npm');
  const wanted = bundlesWanted(sources);
  const inPlace = [...wanted].every(([folder, names]) =>
    [...names].every((name) => existsSync(path.join(miniprogram, folder, 'miniprogram_npm', `${name}.js`))),
  );
  if (before?.stamp === stamp && inPlace && filesBelow(target).length === before.report.files) {
    return { ...before.report, packed: false };
  }
  const { files, report } = await collect(root, miniprogram, sources, packages);
  syncFolder(target, files);
  for (const [folder, names] of wanted)
    syncFolder(path.join(miniprogram, folder, 'miniprogram_npm'), await bundled(names));
  replaceFile(stampFile, JSON.stringify({ stamp, report }));
  return report;
}

async function collect(
  root: string,
  miniprogram: string,
  sources: readonly SourceFile[],
  packages: ReadonlyMap<string, NpmPackage>,
): Promise<{ files: Map<string, string>; report: PackReport }> {
  const components = npmComponents(sources, packages);
  const parts = components.flatMap((base) =>
    ['json', 'js', 'wxml', 'wxss'].map((ending) => `${base}.${ending}`).filter((file) => existsSync(file)),
  );
  const ownScripts = sources.filter((source) => /\.(ts|js)$/.test(source.name));
  const scripts = await packageScripts({
    root,
    miniprogram,
    packages,
    entries: [
      ...ownScripts.map((source) => path.join(miniprogram, source.name)),
      ...parts.filter((file) => file.endsWith('.js')),
    ],
  });
  const markup = markupClosure([...parts, ...npmFilesNamed(sources, packages)]);
  const packed = new Map<string, SourceFile>();
  for (const file of new Set([...markup, ...scripts])) {
    const name = packedName(file, packages);
    packed.set(name, { name, text: readFileSync(file, 'utf8') });
  }
  const icons = await withIcons(packed, sources);
  const files = new Map([...packed.values()].map((file) => [file.name, file.text]));
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { files, report: { packed: true, components: components.length, icons, files: files.size, bytes } };
}

/** Replaces TDesign's icon sheet among the packed files; answers how many icons it has then. */
async function withIcons(packed: Map<string, SourceFile>, sources: readonly SourceFile[]): Promise<number> {
  const name = 'tdesign-miniprogram/icon/icon.wxss';
  const sheet = packed.get(name);
  if (sheet === undefined) return 0;
  const others = [...packed.values()].filter((file) => !file.name.startsWith('tdesign-miniprogram/icon/'));
  const icons = await packIcons({ sheet: sheet.text, sources, packed: others });
  packed.set(name, { name, text: icons.sheet });
  return icons.names.length;
}

function packedName(file: string, packages: ReadonlyMap<string, NpmPackage>): string {
  const pack = packageOf(file, packages);
  if (pack === undefined) throw new Error(`${file} belongs to no package`);
  const below = path.relative(pack.folder, file);
  const name = below === pack.main ? 'index.js' : below.split(path.sep).join('/');
  return `${pack.name}/${name}`;
}

function stampOf(sources: readonly SourceFile[], packages: ReadonlyMap<string, NpmPackage>): string {
  const tools = [
    'pack-npm.ts',
    ...filesBelow(path.join(ROOT, 'tools/packing')).map((file) => `packing/${file}`),
  ];
  return hashFiles([
    ...sources.map((source) => [source.name, source.text] as const),
    ...[...packages.values()].map((pack) => [pack.name, pack.version] as const),
    // What is bundled is of the version that is locked.
    ['package-lock.json', readFileSync(path.join(ROOT, 'package-lock.json'))] as const,
    ...tools.map((file) => [file, readFileSync(path.join(ROOT, 'tools', file))] as const),
  ]);
}

function readStamp(file: string): { stamp: string; report: PackReport } | undefined {
  if (!existsSync(file)) return undefined;
  // Written by this file alone; anything else in it only means that the packing is done again.
  return JSON.parse(readFileSync(file, 'utf8')) as { stamp: string; report: PackReport };
}

/** One line for a person. */
export function describePacking(report: PackReport): string {
  const size = `${report.components} components, ${report.icons} icons, ${report.files} files, ${kilobytes(report.bytes)}`;
  return report.packed ? `miniprogram_npm packed: ${size}` : `miniprogram_npm is up to date: ${size}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  runTool(async () => {
    console.log(describePacking(await packNpm()));
    return 0;
  });
}
