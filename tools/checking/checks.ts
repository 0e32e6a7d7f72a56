import path from 'node:path';
import { brokenArrows } from '../arrows/check';
import { readModules } from '../arrows/graph';
import { buildFunctions } from '../build-functions';
import { kilobytes } from '../lib/files';
import { ROOT } from '../lib/root';
import { checkMarkup } from '../markup/check';
import { packNpm } from '../pack-npm';
import { runPackage } from './command';
import { bannedWords } from './words';

export interface Check {
  name: string;
  /** What is wrong, a line each; none where all is well. */
  run(): Promise<readonly string[]>;
}

/** A function's bundle is loaded at every cold start. */
export const LARGEST_FUNCTION = 700 * 1024;

/** Everything that `npm run check` looks at. */
export const CHECKS: readonly Check[] = [
  command('types: server, tests, tools', 'typescript/bin/tsc', [
    '-p',
    'tsconfig.json',
    '--noEmit',
    '--pretty',
    'false',
  ]),
  command('types: browser', 'typescript/bin/tsc', [
    '-p',
    'tsconfig.browser.json',
    '--noEmit',
    '--pretty',
    'false',
  ]),
  command('types: mini program', 'typescript/bin/tsc', [
    '-p',
    'tsconfig.miniprogram.json',
    '--noEmit',
    '--pretty',
    'false',
  ]),
  { name: 'lint and format', run: lint },
  command('dead code', 'knip/bin/knip.js', ['--no-progress', '--reporter', 'compact']),
  { name: 'dependency arrows', run: async () => brokenArrows(readModules(ROOT)) },
  {
    name: 'packages, icons, WXML, WXSS, JSON',
    run: async () => {
      await packNpm(ROOT);
      return checkMarkup(ROOT);
    },
  },
  { name: 'function bundles', run: functionBundles },
  { name: 'words', run: async () => bannedWords(ROOT) },
];

function command(name: string, program: string, args: readonly string[]): Check {
  return {
    name,
    async run() {
      const { ok, output } = await runPackage(program, args);
      return ok ? [] : output.split('\n');
    },
  };
}

/** Biome's findings in the form of the other checks: `file:line  rule: what it says`. */
async function lint(): Promise<string[]> {
  const args = [
    'ci',
    '--colors=off',
    '--error-on-warnings',
    '--max-diagnostics=200',
    '--reporter=github',
    '.',
  ];
  const { ok, output } = await runPackage('@biomejs/biome/bin/biome', args);
  if (ok) return [];
  const findings = [
    ...output.matchAll(/^::(?:error|warning) title=([^,]+),file=([^,]+),line=(\d+),[^:]*::(.*)$/gm),
  ];
  if (findings.length === 0) return output.split('\n');
  return findings.map(
    ([, rule = '', file = '', line = '', says = '']) =>
      `${path.relative(ROOT, file)}:${line}  ${rule}: ${says}`,
  );
}

async function functionBundles(): Promise<string[]> {
  return (await buildFunctions(ROOT))
    .filter(({ bytes }) => bytes > LARGEST_FUNCTION)
    .map(({ name, bytes }) => `${name} is ${kilobytes(bytes)}, more than ${kilobytes(LARGEST_FUNCTION)}`);
}
