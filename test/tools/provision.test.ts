import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import tcb from '@cloudbase/node-sdk';
import { collections } from '../../database/collections';
import { facts } from '../../database/seed';
import { type Cloud, startCloud } from '../../local/cloud';
import type { Administration } from '../../tools/provision/administration';
import { carryOut, existingOf } from '../../tools/provision/carry-out';
import { lacks, provisioning } from '../../tools/provision/plan';
import { plantFacts } from '../../tools/provision/plant';
import { declarations } from '../../tools/town';

const NAMES = Object.keys(collections);

/** An environment in memory; `dies` fails at that call, as a cut line does. */
function environment(dies = Number.POSITIVE_INFINITY) {
  const made = new Map<string, string[]>();
  const rules = new Map<string, string>();
  const said: string[] = [];
  let calls = 0;
  let limit = dies;
  const change = (run: () => void) => {
    calls += 1;
    if (calls > limit) throw new Error('the line was cut');
    run();
  };
  const administration: Administration = {
    collections: async () => [...made.keys()],
    indexesOf: async (name) => made.get(name) ?? [],
    createCollection: async (name) =>
      change(() => {
        assert.ok(!made.has(name), `${name} was made twice`);
        made.set(name, ['_id_', '_openid_1']);
      }),
    createIndexes: async (name, indexes) =>
      change(() => made.get(name)?.push(...indexes.map(({ IndexName }) => IndexName))),
    permit: async (name, rule) => change(() => rules.set(name, rule)),
  };
  return {
    made,
    rules,
    administration,
    async run() {
      const steps = provisioning(collections, await existingOf(administration, NAMES));
      await carryOut(administration, steps, (line) => said.push(line));
      return steps;
    },
    said,
    calls: () => calls,
    reconnect() {
      limit = Number.POSITIVE_INFINITY;
    },
  };
}

describe('an environment is brought to what database/ declares', () => {
  test('an empty one gets every collection with its permission and indexes, and a second run finds nothing to make', async () => {
    const { made, rules, said, run } = environment();
    await run();
    assert.equal(said.length, NAMES.length);
    for (const [name, { indexes }] of Object.entries(collections)) {
      assert.equal(rules.get(name), 'ADMINONLY');
      assert.deepEqual(
        made.get(name)?.slice(2),
        indexes.map(({ IndexName }) => IndexName),
      );
    }
    assert.deepEqual((await run()).filter(lacks), []);
  });

  test('a run that was cut off anywhere is finished by the next one', async () => {
    const undisturbed = environment();
    await undisturbed.run();
    for (let call = 0; call < undisturbed.calls(); call += 1) {
      const { made, administration, run, reconnect } = environment(call);
      await assert.rejects(run(), /cut/);
      reconnect();
      await run();
      const steps = provisioning(collections, await existingOf(administration, NAMES));
      assert.deepEqual(steps.filter(lacks), [], `cut at call ${call}`);
      assert.equal(made.size, NAMES.length);
    }
  });

  test('an index that nobody declared is named and left alone; a new one is added to what is there', () => {
    const [step] = provisioning(
      { persons: collections.persons },
      new Map([['persons', ['_id_', 'roles', 'by_hand']]]),
    );
    assert.deepEqual(step?.unknown, ['by_hand']);
    assert.equal(step?.create, false);
    assert.deepEqual(
      step?.indexes.map(({ IndexName }) => IndexName),
      collections.persons.indexes.map(({ IndexName }) => IndexName).filter((name) => name !== 'roles'),
    );
  });

  describe('the seed’s facts, through the real SDK', () => {
    let cloud: Cloud;
    before(async () => {
      process.env['TENCENTCLOUD'] = 'true';
      cloud = await startCloud({ data: ':memory:', collections: declarations(), functions: [] });
    });
    after(() => cloud.close());

    test('are written once, and what the street has filled in since stays', async () => {
      const serviceUrl = cloud.adminUrl;
      const database = tcb.init({ env: cloud.env, secretId: 'any', secretKey: 'any', serviceUrl }).database();
      const seed = facts(cloud.clock.now());
      const all = Object.values(seed).flat().length;
      assert.equal(await plantFacts(database, seed), all);
      await database.collection('venues').doc('main').update({ place: '街道给的地址' });
      assert.equal(await plantFacts(database, seed), 0);
      const { data } = await database.collection('venues').doc('main').get();
      assert.equal(data[0].place, '街道给的地址');
    });
  });
});
