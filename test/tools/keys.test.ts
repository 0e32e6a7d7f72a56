import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openVault } from '../../cloudfunctions/core/vault';
import { type Keys, newKeys, rotatedKeys } from '../../tools/provision/keys';

const vaultOf = ({ RS_KEYS, RS_PEPPER, RS_CANARY }: Keys) => openVault(RS_KEYS, RS_PEPPER, RS_CANARY);

test('new keys start a function, and no two environments get the same', () => {
  const keys = newKeys();
  const vault = vaultOf(keys);
  assert.equal(vault.open(vault.seal('13800000000')), '13800000000');
  const other = newKeys();
  assert.notEqual(other.RS_KEYS, keys.RS_KEYS);
  assert.notEqual(other.RS_PEPPER, keys.RS_PEPPER);
  assert.throws(() => vaultOf({ ...keys, RS_KEYS: other.RS_KEYS }), 'a canary of other keys');
});

test('after a rotation the new key seals, what the old one sealed still opens, and callers are still found', () => {
  const before = newKeys();
  const old = vaultOf(before);
  const after = vaultOf(rotatedKeys(rotatedKeys(before)));
  assert.equal(after.open(old.seal('3 单元 502')), '3 单元 502');
  assert.match(after.seal('x'), /^k3\./);
  assert.equal(after.index('13800000000'), old.index('13800000000'));
});
