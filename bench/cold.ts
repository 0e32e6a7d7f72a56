import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { buildFunctions } from '../tools/build-functions';
import { ROOT } from '../tools/lib/root';
import type { BenchReport } from './support/report';
import { median } from './support/statistics';

const ROUNDS = 15;
/** The variables without which a bundle refuses to start; they open nothing. */
const KEYS = `k:${Buffer.alloc(32, 7).toString('base64')}`;

/** Milliseconds that a fresh process spends in `require` of that file or package. */
function loading(what: string): number {
  const script = `const t=process.hrtime.bigint();require(${JSON.stringify(what)});process.stdout.write(String(process.hrtime.bigint()-t))`;
  const nanoseconds = execFileSync(process.execPath, ['-e', script], {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      ...process.env,
      RS_KEYS: KEYS,
      RS_PEPPER: 'the pepper of a bench',
      TENCENTCLOUD_REGION: 'local',
      SCF_NAMESPACE: 'bench',
    },
  });
  return Number(nanoseconds) / 1e6;
}

/** A cold start's own share: loading each bundle against loading the stock server SDK, in turn. */
export async function bench(): Promise<BenchReport> {
  const functions = await buildFunctions();
  const times = new Map<string, number[]>(
    ['wx-server-sdk', ...functions.map(({ name }) => name)].map((name) => [name, []]),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    times.get('wx-server-sdk')?.push(loading('wx-server-sdk'));
    for (const { name, folder } of functions) times.get(name)?.push(loading(path.join(folder, 'index.js')));
  }
  const stock = median(times.get('wx-server-sdk') ?? []);
  return {
    title: `Loading a function bundle against loading the stock SDK (median of ${ROUNDS} fresh processes each)`,
    note: 'ratio at most 0.4 and at most 700 KB are the aims; nothing is asserted.',
    rows: [
      { what: 'wx-server-sdk', ms: round(stock), ratio: 1, bytes: 0 },
      ...functions.map(({ name, bytes }) => {
        const ms = median(times.get(name) ?? []);
        return { what: name, ms: round(ms), ratio: round(ms / stock), bytes };
      }),
    ],
  };
}

const round = (value: number): number => Number(value.toFixed(2));
