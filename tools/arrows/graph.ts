import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files';
import { type ModuleFacts, parseModule } from './parse';

export interface Import {
  /** A file of the project (relative, forward slashes), or a package or node module as it is written. */
  target: string;
  typeOnly: boolean;
  line: number;
}

export interface Module {
  file: string;
  imports: Import[];
  ambient: ModuleFacts['ambient'];
}

/** The folders that hold code of the project. */
export const CODE = ['miniprogram', 'cloudfunctions', 'database', 'local', 'test', 'bench', 'tools'];

/** Every TypeScript module of the project with what it imports. */
export function readModules(root: string): Module[] {
  return CODE.flatMap((folder) =>
    filesBelow(path.join(root, folder), (name) => /(^|\/)(miniprogram_npm|node_modules|fixtures)$/.test(name))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => `${folder}/${name}`),
  ).map((file) => {
    const { imports, ambient } = parseModule(file, readFileSync(path.join(root, file), 'utf8'));
    return {
      file,
      ambient,
      imports: imports.map((each) => ({ ...each, target: targetOf(root, file, each.specifier) })),
    };
  });
}

/** A relative path or `@contract/…` becomes the file it means; anything else stays as it is. */
function targetOf(root: string, file: string, specifier: string): string {
  const contract = /^@contract\/(.+)$/.exec(specifier)?.[1];
  const relative = specifier.startsWith('.');
  if (contract === undefined && !relative) return specifier;
  const base =
    contract === undefined
      ? path.join(path.dirname(file), specifier)
      : path.join('miniprogram/contract', contract);
  const found = [base, `${base}.ts`, path.join(base, 'index.ts')].find(
    (each) => path.extname(each) !== '' && existsSync(path.join(root, each)),
  );
  return (found ?? base).split(path.sep).join('/');
}
