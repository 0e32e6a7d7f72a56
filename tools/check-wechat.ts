import { readArguments } from './lib/arguments';
import { kilobytes } from './lib/files';
import { Problem, runTool } from './lib/problem';
import { ROOT } from './lib/root';
import { table } from './lib/table';
import { unusedComponents } from './markup/check';
import { packNpm } from './pack-npm';
import { compileWithWechat } from './wechat/compile';
import { installWechatTools } from './wechat/install';
import { oldCompilers } from './wechat/old-compilers';
import { notShipped, OWN_LIMIT, type Package, subPackageRoots, WECHAT_LIMIT, weigh } from './wechat/weigh';

/** What the process ends with: all is well, it does not compile or holds what nobody uses, it is too heavy. A `Problem` of the tool itself is 1. */
const EXIT = { fine: 0, refused: 2, tooHeavy: 3 } as const;

/** `npm run check:wechat`: WeChat's own compilers over the whole mini program, offline, and the weight of what they make. */
async function main(): Promise<number> {
  readArguments('npm run check:wechat', { options: {} });
  const tools = installWechatTools(ROOT, console.log);
  await packNpm(ROOT);
  const { wcc, wcsc } = oldCompilers(ROOT, tools);
  const compiled = await compileWithWechat(ROOT, tools);
  const failure = 'failure' in compiled ? compiled.failure.split('\n') : [];
  const rows = [
    ['wcc (WXML, WXS)', `${wcc.files} files`, verdict(wcc.refused)],
    ['wcsc (WXSS)', `${wcsc.files} files`, verdict(wcsc.refused)],
    [
      'miniprogram-ci (the whole project)',
      'failure' in compiled ? '' : `${compiled.files.size} files`,
      verdict(failure),
    ],
  ];
  const unused = unusedComponents(ROOT);
  rows.push(['components that are declared or written and not used', '', verdict(unused)]);
  const left = 'failure' in compiled ? undefined : notShipped(ROOT, compiled.files);
  if (left !== undefined)
    rows.push([
      'files that nothing loads',
      `${left.onlyTypes.length} with types only, ${left.ofFunctions.length} for the functions only`,
      verdict(left.idle),
    ]);
  if (!('failure' in compiled))
    rows.push(['npm, packed as DevTools does', `${compiled.npmPackages} packages`, 'ok']);
  console.log(`${table(['gate', 'given', 'says'], rows)}\n`);
  const idle = (left?.idle ?? []).map((name) => `miniprogram/${name}:1  nothing that is shipped loads it`);
  const refused = [...wcc.refused, ...wcsc.refused, ...unused, ...idle];
  for (const line of [...refused, ...failure]) console.log(`  ${line}`);
  if ('failure' in compiled) return EXIT.refused;
  if (compiled.npmPackages === 0) throw new Problem('DevTools’ own "build npm" would pack nothing.');

  const packages = weigh(compiled.files, subPackageRoots(ROOT));
  console.log(describeWeights(packages));
  list('WeChat’s quality check remarks:', compiled.remarks);
  if (refused.length > 0) return EXIT.refused;
  const heavy = packages.filter(({ bytes }) => bytes > OWN_LIMIT);
  for (const { name, bytes } of heavy) console.log(`\n${name} is too heavy: ${kilobytes(bytes)}.`);
  return heavy.length > 0 ? EXIT.tooHeavy : EXIT.fine;
}

function verdict(faults: readonly string[]): string {
  return faults.length === 0 ? 'ok' : 'REFUSED';
}

function describeWeights(packages: readonly Package[]): string {
  const share = (bytes: number, limit: number): string => `${Math.round((bytes / limit) * 100)} %`;
  const rows = packages.map(({ name, bytes, files }) => [
    name,
    String(files),
    kilobytes(bytes),
    share(bytes, OWN_LIMIT),
    share(bytes, WECHAT_LIMIT),
  ]);
  const all = packages.reduce((sum, { bytes }) => sum + bytes, 0);
  const total = [
    'all together',
    String(packages.reduce((sum, { files }) => sum + files, 0)),
    kilobytes(all),
    '',
    '',
  ];
  return table(
    ['package, compiled', 'files', 'weight', 'of our 700 KB', 'of WeChat’s 2 MB'],
    [...rows, total],
    [1, 2, 3, 4],
  );
}

function list(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
}

runTool(main);
