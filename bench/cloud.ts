import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { type Declarations, startCloud } from '../local/cloud';
import { openStore } from '../local/cloud/store';
import type { BenchReport } from './support/report';

/**
 * What the way through the SDK, HTTP and the wire protocol costs over the store underneath: each
 * operation on both sides in turn, on files, with synchronous FULL. Nothing is asserted.
 */
const DOCUMENTS = 5_000;
const ROUNDS = 400;
const AT_ONCE = 32;

const collections: Declarations = {
  matters: {
    indexes: [
      {
        IndexName: 'owner',
        MgoKeySchema: {
          MgoIsUnique: false,
          MgoIndexKeys: [
            { Name: 'owner', Direction: '1' },
            { Name: 'at', Direction: '-1' },
          ],
        },
      },
    ],
  },
};

const document = (n: number) => ({
  _id: `d${n}`,
  owner: `o${n % 500}`,
  at: n,
  open: n % 3 === 0,
  left: 1_000_000,
  text: '一句话'.repeat(20),
});

interface Operation {
  name: string;
  raw(n: number): unknown;
  sdk(n: number): Promise<unknown>;
}

export async function bench(): Promise<BenchReport> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-cloud-'));
  const store = openStore({ file: path.join(folder, 'raw.db'), collections, durability: 'full' });
  const cloud = await startCloud({ data: path.join(folder, 'cloud'), collections, durability: 'full' });
  const all = Array.from({ length: DOCUMENTS }, (_, n) => document(n));
  store.insert('matters', all);
  cloud.store.insert('matters', all);
  process.env['TENCENTCLOUD'] = 'true';
  process.env['TCB_CONTEXT_CNFG'] = JSON.stringify({ URL: cloud.adminUrl });
  const database = tcb.init({ env: cloud.env, secretId: 'none', secretKey: 'none' }).database();
  const _ = database.command;
  const matters = () => database.collection('matters');
  const operations: Operation[] = [
    {
      name: 'get by id',
      raw: (n) => store.find('matters', { _id: `d${n}` }),
      sdk: (n) => matters().doc(`d${n}`).get(),
    },
    {
      name: 'newest 20 of an owner',
      raw: (n) => store.find('matters', { owner: `o${n}` }, { sort: { at: -1 }, limit: 20 }),
      sdk: (n) =>
        matters()
          .where({ owner: `o${n}` })
          .orderBy('at', 'desc')
          .limit(20)
          .get(),
    },
    {
      name: 'count of an owner',
      raw: (n) => store.count('matters', { owner: `o${n}` }),
      sdk: (n) =>
        matters()
          .where({ owner: `o${n}` })
          .count(),
    },
    {
      name: 'guarded update',
      raw: (n) =>
        store.modify(
          'matters',
          { _id: `d${n}`, left: { $gt: 0 } },
          { $inc: { left: -1 } },
          { multi: false, merge: true, upsert: false },
        ),
      sdk: (n) =>
        matters()
          .where({ _id: `d${n}`, left: _.gt(0) })
          .options({ multiple: false })
          .update({ left: _.inc(-1) }),
    },
    {
      name: 'add',
      raw: (n) => store.insert('matters', [{ ...document(n), _id: `raw-${n}` }]),
      sdk: (n) => matters().add({ ...document(n), _id: `sdk-${n}` }),
    },
  ];
  try {
    const rows = [];
    for (const operation of operations) rows.push(await measure(operation));
    return {
      title: 'the local cloud: through the SDK over HTTP, against the store underneath',
      note: `${DOCUMENTS} documents, ${ROUNDS} rounds in turn, synchronous FULL; calls/s with ${AT_ONCE} at once. Ratios are comparable between machines, times are not.`,
      rows,
    };
  } finally {
    await cloud.close();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure({ name, raw, sdk }: Operation) {
  const under: number[] = [];
  const through: number[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    under.push(await timed(() => raw(n)));
    through.push(await timed(() => sdk(n)));
  }
  const began = performance.now();
  let next = ROUNDS;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let n = next++; n < 3 * ROUNDS; n = next++) await sdk(n);
    }),
  );
  const perSecond = (2 * ROUNDS * 1000) / (performance.now() - began);
  return {
    operation: name,
    'store p50 ms': round(median(under)),
    'SDK p50 ms': round(median(through)),
    'SDK p95 ms': round(percentile(through, 0.95)),
    ratio: round(median(through) / median(under)),
    'calls/s': Math.round(perSecond),
  };
}

async function timed(run: () => unknown): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

const percentile = (times: readonly number[], part: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * part)] ?? 0;
const median = (times: readonly number[]): number => percentile(times, 0.5);
const round = (value: number): number => Number(value.toPrecision(3));
