import { kilobytes } from '../tools/lib/files';
import { Problem } from '../tools/lib/problem';
import { ROOT } from '../tools/lib/root';
import { packNpm } from '../tools/pack-npm';
import { compileWithWechat } from '../tools/wechat/compile';
import { installWechatTools } from '../tools/wechat/install';
import { OWN_LIMIT, subPackageRoots, weigh } from '../tools/wechat/weigh';
import type { BenchReport } from './support/report';

/** Bytes of what WeChat's compiler makes of the mini program, the main package and each subpackage. */
export async function bench(): Promise<BenchReport> {
  const tools = installWechatTools(ROOT, () => undefined);
  await packNpm(ROOT);
  const compiled = await compileWithWechat(ROOT, tools);
  if ('failure' in compiled) throw new Problem(compiled.failure);
  return {
    title: `Compiled packages against ${kilobytes(OWN_LIMIT)} of our own (WeChat allows 2 MB)`,
    note: 'bytes are after WeChat’s compiler, before its compression on the way to a phone.',
    rows: weigh(compiled.files, subPackageRoots(ROOT)).map(({ name, files, bytes }) => ({
      package: name,
      files,
      bytes,
      ratio: Number((bytes / OWN_LIMIT).toFixed(3)),
    })),
  };
}
