import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { canaryOf, openVault } from '../cloudfunctions/core/vault';
import { collections } from '../database/collections';
import { demonstration, type Seed } from '../database/seed';
import { type Cloud, type CloudOptions, type FunctionDeclaration, startCloud } from '../local/cloud';
import { buildFunctions } from './build-functions';
import { ROOT } from './lib/root';

/**
 * The product on one machine: the deployed bundles with the timeouts of cloudbaserc.json, the
 * indexes of database/, keys that are good for nothing else, and the demonstration's documents.
 */
export interface TownOptions
  extends Pick<
    CloudOptions,
    'data' | 'port' | 'timers' | 'fallback' | 'durability' | 'onLog' | 'onWarn' | 'scan'
  > {
  /** Documents of an empty town; the demonstration by default. */
  seed?: (now: number) => Seed;
  /** What the clock of an empty town shows; the machine's time by default. */
  at?: number | undefined;
  /** Variables of the functions beside the town's own. */
  environment?: Record<string, string>;
  /** Most workers of one function at once. */
  instances?: number;
  /** False: the timer runs only when it is fired by hand, so that a test may let weeks pass at once. */
  ticking?: boolean;
}

export async function openTown(options: TownOptions): Promise<Cloud> {
  await buildFunctions();
  const { seed = demonstration, at, environment = {}, instances, ticking = true, ...rest } = options;
  const functions = townFunctions(environment, instances);
  const cloud = await startCloud({
    scan: 'reject',
    ...rest,
    collections: declarations(),
    functions: ticking ? functions : functions.map(asleep),
    messages: { '*': 'push' },
    templateTitles: TEMPLATE_TITLES,
  });
  if (cloud.store.count('venues', { order: { $gte: 0 } }).total > 0) return cloud;
  if (at !== undefined) await cloud.clock.set(at);
  plant(cloud, seed(cloud.clock.now()));
  return cloud;
}

/** What an operator would have chosen on mp.weixin.qq.com (docs/deployment.md). */
const TEMPLATE_TITLES = {
  'TOWN-PROGRESS': '办理进度提醒',
  'TOWN-CLASS': '上课提醒',
  'TOWN-VISIT': '上门提醒',
};

/** A timer that comes by itself once a year; `fireTimer` still fires it by hand. */
function asleep(declared: FunctionDeclaration): FunctionDeclaration {
  return { ...declared, triggers: declared.triggers.map(({ name }) => ({ name, cron: '0 0 0 1 1 * *' })) };
}

export function plant(cloud: Cloud, seed: Seed): void {
  for (const [collection, documents] of Object.entries(seed)) {
    // Documents of the seed are plain objects; the store takes any.
    if (documents.length > 0)
      cloud.store.insert(
        collection,
        documents.map((document) => ({ ...document })),
      );
  }
}

export function declarations(): NonNullable<CloudOptions['collections']> {
  return Object.fromEntries(
    Object.entries(collections).map(([name, { indexes }]) => [name, { indexes: [...indexes] }]),
  );
}

/** As deployed: name, timeout, memory and triggers from the files that deployment reads. */
function townFunctions(environment: Record<string, string> = {}, instances = 8): FunctionDeclaration[] {
  const deployment = JSON.parse(readFileSync(path.join(ROOT, 'cloudbaserc.json'), 'utf8')) as Deployment;
  return deployment.functions.map(({ name, timeout, memorySize, triggers = [] }) => ({
    name,
    file: path.join(ROOT, 'dist/cloudfunctions', name, 'index.js'),
    timeoutSeconds: timeout,
    memoryMb: memorySize,
    environment: { ...townKeys(), ...environment },
    triggers: triggers.map((trigger) => ({ name: trigger.name, cron: trigger.config })),
    openApi: grantedTo(name),
    instances,
  }));
}

/** What WeChat lets a function call, by the file that DevTools uploads with it. */
function grantedTo(name: string): string[] {
  const file = path.join(ROOT, 'cloudfunctions/entry', name, 'config.json');
  // Its shape is held by test/tools/deployment.test.ts.
  const config = JSON.parse(readFileSync(file, 'utf8')) as { permissions: { openapi: string[] } };
  return config.permissions.openapi;
}

/** The part of cloudbaserc.json that is read here. */
interface Deployment {
  functions: {
    name: string;
    timeout: number;
    memorySize: number;
    triggers?: { name: string; config: string }[];
  }[];
}

/** Fixed keys, so that a town's data can be opened again; production makes its own (docs/deployment.md). */
function townKeys(): Record<string, string> {
  const key = createHash('sha256').update('a town on one machine').digest('base64');
  const keys = `town:${key}`;
  const pepper = 'the pepper of a town on one machine';
  return {
    RS_KEYS: keys,
    RS_PEPPER: pepper,
    RS_CANARY: canaryOf(openVault(keys, pepper, undefined)),
    RS_TEMPLATES: JSON.stringify({ progress: 'TOWN-PROGRESS', class: 'TOWN-CLASS', visit: 'TOWN-VISIT' }),
  };
}
