import { type CallReply, CONTRACT_VERSION } from '@contract/envelope';
import { functionOf } from '@contract/functions';
import { MINUTE } from '../cloudfunctions/core/calendar';
import type { Cloud, Plan } from '../local/cloud';
import { openTown } from '../tools/town';
import { BUSIEST } from './support/busiest';
import type { Busy, Deed } from './support/deeds';
import { SCHOOL } from './support/lists-of-school';
import { SERVICE } from './support/lists-of-service';
import { populated } from './support/population';
import type { BenchReport } from './support/report';
import { median } from './support/statistics';
import { NOW, openidOf } from './support/street';

/**
 * The busiest reads and writes, and every list of the school and of the services, through the deployed functions, over a young street
 * and over the same street a million documents later, in turn. Size, rounds and calls can be given:
 * `BENCH_SIZE=100000`, `BENCH_ROUNDS=200`, `BENCH_ONLY=request.get,venue`. A hundred thousand classes hold a
 * million check-ins.
 */
const SMALL = 1_000;
const LARGE = Number(process.env['BENCH_SIZE'] ?? '1000000');
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? '60');
const TARGETS = { ratio: 1.3, examinedPerReturned: 3 };

interface Street {
  size: number;
  cloud: Cloud;
  plans: Plan[];
}

export async function bench(): Promise<BenchReport> {
  const streets = [await openStreet(SMALL), await openStreet(LARGE)];
  try {
    const rows: BenchReport['rows'] = [];
    const only = (process.env['BENCH_ONLY'] ?? '').split(',');
    for (const [name, make] of Object.entries({ ...BUSIEST, ...SCHOOL, ...SERVICE }))
      if (only.some((word) => name.includes(word))) rows.push(await measure(name, make, streets));
    return {
      title: `the busiest reads and writes, and the lists of school and services, at ${SMALL} and at ${LARGE} documents a collection`,
      note: `p50 of ${ROUNDS} calls through the deployed function, the streets in turn. Targets: ratio at most ${TARGETS.ratio}, examined at most ${TARGETS.examinedPerReturned} times returned, no query without an index (the cloud refuses one). "!" misses.`,
      rows,
    };
  } finally {
    for (const { cloud } of streets) await cloud.close();
  }
}

async function openStreet(size: number): Promise<Street> {
  const data = populated(size, (line) => console.error(line));
  const cloud = await openTown({ data, durability: 'normal', ticking: false, instances: 1 });
  await cloud.clock.set(NOW);
  const plans: Plan[] = [];
  cloud.onPlan((plan) => plans.push(plan));
  return { size, cloud, plans };
}

async function measure(name: string, make: Busy, streets: readonly Street[]) {
  const times = new Map<Street, number[]>();
  const asked = new Map<Street, Plan[]>();
  // Few people ask everything here: the limit of their calls in a minute is not what is measured.
  for (const { cloud } of streets) await cloud.clock.advance(MINUTE + 1);
  for (let n = -5; n < ROUNDS; n += 1)
    for (const street of streets) {
      const { deed: one, undo } = make(n + 5, street.size);
      street.plans.length = 0;
      const began = performance.now();
      await call(street.cloud, one);
      const ms = performance.now() - began;
      const plans = [...street.plans];
      if (undo !== undefined) await call(street.cloud, undo);
      // The first ones warm the worker and the file.
      if (n < 0) continue;
      times.set(street, [...(times.get(street) ?? []), ms]);
      asked.set(street, [...(asked.get(street) ?? []), ...plans]);
    }
  const [small = 0, large = 0] = streets.map((street) => median(times.get(street) ?? []));
  const [before = [], after = []] = streets.map((street) => times.get(street) ?? []);
  // Round by round: what else this machine does in a second touches both of its two calls.
  const ratio = median(before.map((ms, round) => (after[round] ?? ms) / ms));
  const looked = streets.map((street) => {
    const all = (asked.get(street) ?? []).reduce((sum, { examined }) => sum + examined, 0);
    return perCall(all);
  });
  const plans = streets.flatMap((street) => asked.get(street) ?? []);
  // Of what returns nothing one look is due.
  const worst = Math.max(0, ...plans.map(({ examined, returned }) => examined / Math.max(1, returned)));
  const indexes = new Set(plans.map(({ kind, collection, index }) => `${collection}.${index ?? kind}`));
  const mark = (value: number, target: number) => `${value.toFixed(2)}${value > target ? '!' : ''}`;
  return {
    call: name,
    'small p50 ms': Number(small.toFixed(2)),
    'large p50 ms': Number(large.toFixed(2)),
    ratio: mark(ratio, TARGETS.ratio),
    'operations a call': streets.map((street) => perCall(asked.get(street)?.length)).join(' → '),
    'documents a call': looked.join(' → '),
    'examined / returned': mark(worst, TARGETS.examinedPerReturned),
    scans: plans.filter(({ kind }) => kind === 'COLLSCAN').length,
    indexes: [...indexes].sort().join(' '),
  };
}

const perCall = (all = 0): string => (all / ROUNDS).toFixed(1);

let calls = 0;

async function call(cloud: Cloud, { by, name, input }: Deed): Promise<void> {
  calls += 1;
  const request = { action: name, input, rid: `bench-${process.pid}-${calls}`, contract: CONTRACT_VERSION };
  // A person calls no more often than people do: otherwise they would be sent away for that alone.
  if (calls % 40 === 0) await cloud.clock.set(cloud.clock.now() + 2_000);
  const reply = (await cloud.invoke(functionOf(name), request, {
    openid: openidOf(by),
  })) as CallReply<unknown>;
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.refusal)}`);
}
