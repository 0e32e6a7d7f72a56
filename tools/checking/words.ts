import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files';

/** Text that must not stand in the project, and why. */
export interface Ban {
  pattern: RegExp;
  says: string;
  /** Paths that it concerns; everything where it is left out. */
  where?: RegExp;
}

const TEXT = /\.(md|ts|mjs|cjs|js|json|wxml|wxss|wxs|css|html|yml|yaml|sh)$|^\.ci\/run$|^\.npmrc$/;
const PRODUCT = /^(miniprogram|cloudfunctions|database)\//;

export const BANS: readonly Ban[] = [
  {
    pattern: /\/(?:work|farm)\/[\w.-]|\/tmp\/[\w.-]+\/|\/root\/|\/home\/\w+\//,
    says: 'a path of one machine',
  },
  { pattern: /registry\.npm|npmmirror|"resolved":/, says: 'the host of a package registry' },
  {
    pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/,
    says: 'work left undone: do it, or file an issue',
    where: /\.(ts|mjs|cjs|wxml|wxss|md)$/,
  },
  {
    pattern: /\b(?:it|test|describe|suite)\.(?:only|skip|todo)\b/,
    says: 'a test that does not run',
    where: /^test\//,
  },
  { pattern: /@ts-(?:ignore|nocheck|expect-error)/, says: 'the compiler told to look away', where: /\.ts$/ },
  { pattern: /\b(?:as any|: any|<any>)\b/, says: 'a type given up', where: /\.ts$/ },
  {
    pattern: /(?:eslint-disable|biome-ignore[^:]*:\s*$|biome-ignore-all)/,
    says: 'a lint rule switched off without a reason',
    where: /\.ts$/,
  },
  {
    pattern: /console\.(?:log|debug|info)\(/,
    says: 'printing in what is shipped: core/log is the way',
    where: PRODUCT,
  },
  {
    pattern: /^(?!\s*(?:\*|\/\/|\/\*)).*? · /m,
    says: 'a separator written out: `joined` of miniprogram/lib/text.ts keeps it from opening a line',
    where: /^miniprogram\/.*\.(?:wxml|ts)$/,
  },
  { pattern: /lorem ipsum|占位文案|测试数据|示例文字/i, says: 'filler text', where: PRODUCT },
];

/** This list, and the test of it, name what they look for. */
const EXEMPT = /^(tools\/checking|test\/tools)\/words\b/;

/** Folders that are made, not written. */
const MADE = /^(node_modules|dist|coverage|\.git|\.data|\.cache|miniprogram\/(.+\/)?miniprogram_npm)$/;

/** Every banned text in the project's own files, as `file:line  why: the text`. */
export function bannedWords(root: string, bans: readonly Ban[] = BANS): string[] {
  return filesBelow(root, (name) => MADE.test(name))
    .filter((name) => TEXT.test(name) && !EXEMPT.test(name))
    .flatMap((name) => wordsIn(name, readFileSync(path.join(root, name), 'utf8'), bans));
}

function wordsIn(file: string, text: string, bans: readonly Ban[]): string[] {
  const concerned = bans.filter((ban) => ban.where?.test(file) ?? true);
  if (!concerned.some((ban) => ban.pattern.test(text))) return [];
  return text.split('\n').flatMap((line, index) =>
    concerned.flatMap((ban) => {
      const found = ban.pattern.exec(line)?.[0];
      return found === undefined ? [] : `${file}:${index + 1}  ${ban.says}: ${found}`;
    }),
  );
}
