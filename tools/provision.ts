import tcb from '@cloudbase/node-sdk';
import { collections } from '../database/collections';
import { facts } from '../database/seed';
import { readArguments } from './lib/arguments';
import { Problem, runTool } from './lib/problem';
import { ROOT } from './lib/root';
import { administrationOf } from './provision/administration';
import { carryOut, described, existingOf } from './provision/carry-out';
import { lacks, provisioning } from './provision/plan';
import { plantFacts } from './provision/plant';

/**
 * `npm run provision -- --env ID [--plan]`: brings an environment's database to what `database/` declares:
 * collections, their permission, their indexes, and the seed's facts (no samples). What is there stays; it may
 * be run again at any time. `--plan` only tells. Keys: TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY.
 */
const USAGE = 'npm run provision -- --env ID [--plan]';

runTool(async () => {
  const { values } = readArguments(USAGE, {
    options: { env: { type: 'string' }, plan: { type: 'boolean', default: false } },
  });
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env;
  if (values.env === undefined) throw new Problem(USAGE);
  if (!secretId || !secretKey)
    throw new Problem('TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY are not set (docs/deployment.md).');

  const credentials = { env: values.env, secretId, secretKey };
  const administration = administrationOf(ROOT, credentials, console.log);
  const existing = await existingOf(administration, Object.keys(collections)).catch((error: unknown) => {
    throw new Problem(`The environment ${credentials.env} did not answer: ${describe(error)}`);
  });
  const steps = provisioning(collections, existing);
  for (const { collection, unknown } of steps)
    if (unknown.length > 0)
      console.log(`${collection} has indexes of its own, left alone: ${unknown.join(', ')}`);
  if (values.plan) {
    for (const step of steps.filter(lacks)) console.log(`would make: ${described(step)}`);
    console.log(`${steps.filter(lacks).length} of ${steps.length} collections lack something`);
    return 0;
  }
  await carryOut(administration, steps, console.log);
  const written = await plantFacts(tcb.init(credentials).database(), facts(Date.now()));
  console.log(`${steps.length} collections stand as declared; ${written} documents of the seed were written`);
  return 0;
});

/** The manager SDK throws errors whose message is in `original` or nowhere. */
function describe(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : JSON.stringify(error);
}
