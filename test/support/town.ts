import type { ActionName, InputOf, OutputOf } from '@contract/actions';
import { type CallReply, CONTRACT_VERSION } from '@contract/envelope';
import type { RefusalReply } from '@contract/errors';
import { functionOf } from '@contract/functions';
import { demonstration } from '../../database/seed';
import { openidOf } from '../../database/seed/samples/people';
import type { Cloud } from '../../local/cloud';
import { openTown, plant, type TownOptions } from '../../tools/town';
import { leakScan } from './leaks';
import { MORNING } from './morning';
import { standing } from './standing';

/** A town of its own for each test file: in memory, on a free port, with the demonstration in it. */
export interface Town extends Cloud {
  as(key: string): Resident;
  /** Moves the town's clock, then runs the timer once. */
  pass(ms: number): Promise<void>;
  /** One tick of the timer. */
  sweep(): Promise<void>;
}

/** Somebody who uses the mini program; `call` is what their phone does. */
export interface Resident {
  key: string;
  /** The reply as it came. */
  ask<Name extends ActionName>(
    name: Name,
    input: InputOf<Name>,
    rid?: string,
  ): Promise<CallReply<OutputOf<Name>>>;
  /** The output; fails the test when it is refused. */
  call<Name extends ActionName>(name: Name, input: InputOf<Name>, rid?: string): Promise<OutputOf<Name>>;
  /** The refusal; fails the test when it is not refused. */
  refused<Name extends ActionName>(name: Name, input: InputOf<Name>, rid?: string): Promise<RefusalReply>;
}

let counter = 0;
/** A request id that no other intention has. */
export function newRid(): string {
  counter += 1;
  return `rid-${process.pid}-${counter.toString().padStart(6, '0')}`;
}

/**
 * The board of numbers is counted for who asks for it: its sixty counts would be two thirds of what a tick asks
 * where a test lets days pass. Every tick looks at everything: a test says when one comes.
 */
export const UNCOUNTED = { numbersMinutes: 100_000_000, patientMinutes: 0 };
const ENVIRONMENT = { RS_SETTINGS: JSON.stringify(UNCOUNTED) };

const SMALL = { data: ':memory:', durability: 'off', ticking: false, instances: 2, at: MORNING } as const;

/** Without options it stands in the cloud of the town before it, whose functions are warm. */
export async function town(options: Partial<TownOptions> = {}): Promise<Town> {
  if (Object.keys(options).length > 0)
    return asTown(await openTown({ ...SMALL, environment: ENVIRONMENT, ...options }));
  return standingTown('plain');
}

/** A town like the one before it of this process with the same name, which was opened with the same options. */
export async function standingTown(name: string, options: Partial<TownOptions> = {}): Promise<Town> {
  const open = () => openTown({ ...SMALL, environment: ENVIRONMENT, ...options, seed: () => ({}) });
  const cloud = await standing(name, open);
  plant(cloud, demonstration(cloud.clock.now()));
  return asTown(cloud);
}

function asTown(cloud: Cloud): Town {
  scanForLeaks(cloud);
  return Object.assign(cloud, {
    as: (key: string) => resident(cloud, key),
    async pass(ms: number) {
      await cloud.clock.advance(ms);
      await cloud.fireTimer('sweep');
    },
    sweep: async () => {
      await cloud.fireTimer('sweep');
    },
  });
}

/** A leak fails the test that met it: its call throws; what a log line shows, closing the town does. */
function scanForLeaks(cloud: Cloud): void {
  const scan = leakScan();
  const { invoke, close } = cloud;
  const listened = cloud.logs.onEntry((entry) => scan.log(entry));
  cloud.invoke = async (name, data, caller) => {
    scan.heard(caller?.openid, data);
    const answer = await invoke(name, data, caller);
    scan.reply(data, answer);
    return answer;
  };
  cloud.close = async () => {
    await close();
    listened();
    scan.conclude();
  };
}

function resident(cloud: Cloud, key: string): Resident {
  const ask: Resident['ask'] = async (name, input, rid = newRid()) => {
    const reply = await cloud.invoke(
      functionOf(name),
      { action: name, input, rid, contract: CONTRACT_VERSION },
      { openid: openidOf(key) },
    );
    // What the functions answer is the contract's reply.
    return reply as CallReply<OutputOf<typeof name>>;
  };
  return {
    key,
    ask,
    async call(name, input, rid) {
      const reply = await ask(name, input, rid);
      if (!reply.ok) throw new Error(`${key} ${name}: refused with ${JSON.stringify(reply.refusal)}`);
      return reply.output;
    },
    async refused(name, input, rid) {
      const reply = await ask(name, input, rid);
      if (reply.ok) throw new Error(`${key} ${name}: was not refused`);
      return reply.refusal;
    },
  };
}
