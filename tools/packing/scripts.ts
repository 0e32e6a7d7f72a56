import path from 'node:path';
import { type BuildFailure, build, type Message, type OnResolveArgs, type OnResolveResult } from 'esbuild';
import { Problem } from '../lib/problem';
import { isBundled } from './bundles';
import { type NpmPackage, scriptFile, splitBare } from './packages';

interface ScriptQuestion {
  root: string;
  miniprogram: string;
  packages: ReadonlyMap<string, NpmPackage>;
  /** Absolute files to start from: the mini program's own scripts and those of the packed components. */
  entries: readonly string[];
}

/** Every script inside the packages that these entries load, directly or through others, as absolute paths. */
export async function packageScripts(question: ScriptQuestion): Promise<string[]> {
  if (question.entries.length === 0) return [];
  const { metafile } = await build({
    absWorkingDir: question.root,
    entryPoints: [...question.entries],
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'unused',
    format: 'cjs',
    logLevel: 'silent',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    plugins: [
      {
        name: 'packages',
        setup: ({ onResolve }) => onResolve({ filter: /.*/ }, (args) => resolve(args, question)),
      },
    ],
  }).catch((failure: BuildFailure) => {
    throw new Problem(failure.errors.map(describe).join('\n'));
  });
  return Object.keys(metafile.inputs)
    .map((input) => path.join(question.root, input))
    .filter((file) => packageOf(file, question.packages) !== undefined);
}

/** Where a script is wrong; the messages of the resolver below say it themselves. */
function describe({ text, location, pluginName }: Message): string {
  return location === null || pluginName !== '' ? text : `${location.file}:${location.line}  ${text}`;
}

/** The package that a file belongs to. */
export function packageOf(file: string, packages: ReadonlyMap<string, NpmPackage>): NpmPackage | undefined {
  return [...packages.values()].find((pack) => file.startsWith(`${pack.folder}${path.sep}`));
}

function resolve(args: OnResolveArgs, question: ScriptQuestion): OnResolveResult | undefined {
  if (args.kind === 'entry-point') return undefined;
  if (isBundled(args.path)) return { path: args.path, external: true };
  const owner = packageOf(args.importer, question.packages);
  const packed = /miniprogram_npm\/(.+)$/.exec(args.path)?.[1];
  if (owner === undefined && packed !== undefined) return fromPackage(packed, args, question);
  if (/^[./]/.test(args.path)) {
    // The mini program's own files are entries already; a missing one is the type checker's to report.
    if (owner === undefined) return { path: args.path, external: true };
    const file = scriptFile(path.resolve(args.resolveDir, args.path));
    if (file === undefined) throw missing(args);
    return { path: file };
  }
  const nested = owner === undefined ? undefined : nestedScript(args, owner);
  return nested === undefined ? fromPackage(args.path, args, question) : { path: nested };
}

/** Mini program packages carry what they need in a `miniprogram_npm` of their own. */
function nestedScript(args: OnResolveArgs, owner: NpmPackage): string | undefined {
  return scriptFile(path.join(owner.folder, 'miniprogram_npm', args.path));
}

function fromPackage(specifier: string, args: OnResolveArgs, { packages }: ScriptQuestion): OnResolveResult {
  const bare = splitBare(specifier);
  const pack = bare && packages.get(bare.name);
  if (bare === undefined || pack === undefined) {
    throw new Problem(
      `${args.importer} imports ${args.path}, which is none of the "dependencies" in package.json: only those go into the mini program.`,
    );
  }
  const file =
    bare.below === '' && pack.main !== undefined
      ? path.join(pack.folder, pack.main)
      : path.join(pack.folder, bare.below);
  const found = scriptFile(file);
  if (found === undefined) throw missing(args);
  return { path: found };
}

function missing(args: OnResolveArgs): Problem {
  return new Problem(`${args.importer} imports ${args.path}, which does not exist.`);
}
