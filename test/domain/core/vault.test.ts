import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canaryOf, openVault } from '../../../cloudfunctions/core/vault';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const pepper = 'a pepper for the tests';

test('what is sealed is read again and says nothing of itself', () => {
  const vault = openVault(`a:${key(1)}`, pepper, undefined);
  const sealed = vault.seal('13800000000');
  assert.equal(vault.open(sealed), '13800000000');
  assert.ok(!sealed.includes('13800000000'));
  assert.notEqual(sealed, vault.seal('13800000000'));
});

test('after a rotation old values open and new ones carry the new key', () => {
  const old = openVault(`a:${key(1)}`, pepper, undefined);
  const rotated = openVault(`b:${key(2)},a:${key(1)}`, pepper, canaryOf(old));
  assert.equal(rotated.open(old.seal('门牌')), '门牌');
  assert.ok(rotated.seal('x').startsWith('b.'));
  assert.equal(rotated.index('13800000000'), old.index('13800000000'));
});

test('a wrong key fails at the start, before anything is written with it', () => {
  const canary = canaryOf(openVault(`a:${key(1)}`, pepper, undefined));
  assert.throws(() => openVault(`a:${key(9)}`, pepper, canary));
  assert.throws(() => openVault('a:short', pepper, undefined), /32 bytes/);
});

test('an altered value is noticed', () => {
  const vault = openVault(`a:${key(1)}`, pepper, undefined);
  const [id, iv, tag, text] = vault.seal('13800000000').split('.');
  const other = Buffer.from(text ?? '', 'base64url');
  other[0] = (other[0] ?? 0) ^ 1;
  assert.throws(() => vault.open([id, iv, tag, other.toString('base64url')].join('.')));
});

test('a ring that has lost the old key says so instead of answering nothing', () => {
  const old = openVault(`a:${key(1)}`, pepper, undefined);
  const sealed = old.seal('三单元 402');
  const both = openVault(`b:${key(2)},a:${key(1)}`, pepper, canaryOf(old));
  const anew = both.seal(both.open(sealed));
  const rotated = openVault(`b:${key(2)}`, pepper, canaryOf(both));
  assert.equal(rotated.open(anew), '三单元 402', 'sealed anew, it needs the old key no more');
  assert.throws(() => rotated.open(sealed), /no key a/);
});
