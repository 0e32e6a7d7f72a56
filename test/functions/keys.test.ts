import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { canaryOf, openVault } from '../../cloudfunctions/core/vault';
import { type Town, town } from '../support/town';
import { wish } from './wish';

const PEPPER = 'a pepper that outlives each rotation';
const secret = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const K1 = `k1:${secret(1)}`;
const K2 = `k2:${secret(2)}`;

/** As an operator sets them; the canary is sealed with the first key of `canary`. */
function keys(ring: string, canary = ring): Record<string, string> {
  const RS_CANARY = canaryOf(openVault(canary, PEPPER, undefined));
  return { RS_KEYS: ring, RS_PEPPER: PEPPER, RS_CANARY };
}

/** One street whose keys are changed while its documents stay, as a deployment does it. */
describe('keys are changed (L3)', () => {
  const data = mkdtempSync(path.join(tmpdir(), 'street-keys-'));
  after(() => rmSync(data, { recursive: true, force: true }));

  async function under<T>(environment: Record<string, string>, what: (t: Town) => Promise<T>): Promise<T> {
    const t = await town({ data, environment });
    try {
      return await what(t);
    } finally {
      await t.close();
    }
  }
  const person = (t: Town) => t.store.find('persons', { _id: 'sample_resident' }).documents[0] ?? {};
  const matter = (t: Town, id: string) => t.store.find('requests', { _id: id }).documents[0] ?? {};
  const reveal = async (t: Town, id: string) => {
    const desk = t.as('dispatcher');
    const read = async (field: 'phone' | 'door' | 'pickup') =>
      (await desk.call('request.reveal', { id, field })).value;
    return [await read('phone'), await read('door'), await read('pickup')];
  };
  /** By which keys the values in it are sealed. */
  const sealedBy = (stored: unknown) =>
    [...JSON.stringify(stored).matchAll(/"(k\d)\.[\w-]+\.[\w-]+\.[\w-]+"/g)].map(([, key]) => key);

  const asked = {
    ...wish,
    kind: 'errand',
    text: '放学看一会儿',
    itemId: 'item-child-care-1',
    child: { nickname: '样例娃', age: 'to6', pickUp: '小芝麻开门' },
    agreed: ['child'],
  } as const;
  let old = '';

  test('sealed with the first key, a telephone, a door and the word for picking up are nowhere in clear', () =>
    under(keys(K1), async (t) => {
      await t.as('resident').call('me.update', { phone: '13912345678', door: '三单元 402' });
      old = (await t.as('resident').call('request.submit', asked)).id;
      assert.deepEqual(sealedBy(person(t)), ['k1', 'k1']);
      assert.deepEqual(sealedBy(matter(t, old)), ['k1', 'k1', 'k1']);
      assert.doesNotMatch(JSON.stringify([person(t), matter(t, old)]), /13912345678|三单元|小芝麻/);
      assert.deepEqual(await reveal(t, old), [asked.phone, asked.door, '小芝麻开门']);
    }));

  test('with a new key before it, old values open, new ones carry the new key, and a value written again does too', () =>
    under(keys(`${K2},${K1}`, K1), async (t) => {
      assert.deepEqual(await reveal(t, old), [asked.phone, asked.door, '小芝麻开门']);
      const own = await t.as('resident').call('data.export', {});
      assert.match(JSON.stringify(own), /13912345678/);
      assert.deepEqual(sealedBy(person(t)), ['k1', 'k1'], 'reading changes nothing');

      const { id } = await t.as('resident').call('request.submit', asked);
      assert.deepEqual(sealedBy(matter(t, id)), ['k2', 'k2', 'k2']);
      assert.deepEqual(await reveal(t, id), [asked.phone, asked.door, '小芝麻开门']);

      const bare = { ...asked, phone: '', door: '', building: '' };
      const again = (await t.as('resident').call('request.submit', bare)).id;
      assert.deepEqual(sealedBy(matter(t, again)), ['k2', 'k2', 'k2'], 'what is taken over is sealed anew');
      assert.deepEqual(await reveal(t, again), ['13912345678', '三单元 402', '小芝麻开门']);

      const index = person(t)['phoneIndex'];
      await t.as('resident').call('me.update', { phone: '13912345678' });
      assert.deepEqual(sealedBy(person(t)).sort(), ['k1', 'k2'], 'the door was not written');
      assert.equal(person(t)['phoneIndex'], index, 'the caller is still found by the number');
      await t.as('resident').call('me.update', { door: '三单元 402' });
      assert.deepEqual(sealedBy(person(t)), ['k2', 'k2']);
    }));

  test('a ring without the old key opens what was sealed anew; what was not, it refuses by name and writes nothing', () =>
    under(keys(K2), async (t) => {
      assert.match(JSON.stringify(await t.as('resident').call('data.export', {})), /13912345678/);
      const standing = JSON.stringify(matter(t, old));
      const logged = t.logs.entries().length;
      for (const field of ['phone', 'door', 'pickup'] as const) {
        const refusal = await t.as('dispatcher').refused('request.reveal', { id: old, field });
        assert.equal(refusal.code, 'INTERNAL');
      }
      assert.equal(JSON.stringify(matter(t, old)), standing);
      assert.match(JSON.stringify(t.logs.entries().slice(logged)), /KEY_MISSING/);
    }));

  for (const [what, environment] of [
    ['keys that do not open the canary', keys(K2, K1)],
    ['another key under the same name', { ...keys(K1), RS_KEYS: `k1:${secret(9)}` }],
    ['a canary that was altered', { ...keys(K1), RS_CANARY: `${keys(K1)['RS_CANARY']}x` }],
  ] as const)
    test(`with ${what} no function starts, and nothing is written`, () =>
      under(environment, async (t) => {
        const standing = JSON.stringify(person(t));
        await assert.rejects(
          t.as('resident').call('me.update', { phone: '13900000000' }),
          /VaultError: (no key k1 in RS_KEYS|RS_CANARY does not open with RS_KEYS)/,
        );
        await assert.rejects(t.sweep(), /VaultError/);
        assert.equal(JSON.stringify(person(t)), standing);
      }));
});
