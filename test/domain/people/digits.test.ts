import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freeDigits, hashOf } from '../../../cloudfunctions/people/family/digits';

const keys = { sign: (text: string) => `signed ${text}`, index: (text: string) => `hashed ${text}` };
const who = { personId: 'p1', rid: 'r1' };
const nobody = async () => false;

test('the same intention shows the same six digits again, another one others', async () => {
  const first = await freeDigits(keys, 'pairing', who, nobody);
  assert.match(first.digits, /^\d{6}$/);
  assert.equal(first.codeHash, hashOf(keys, 'pairing', first.digits));
  assert.deepEqual(await freeDigits(keys, 'pairing', who, nobody), first);
  assert.notEqual((await freeDigits(keys, 'pairing', { ...who, rid: 'r2' }, nobody)).digits, first.digits);
  assert.notEqual((await freeDigits(keys, 'joining', who, nobody)).codeHash, first.codeHash);
});

test('while somebody else holds them, the next ones are tried', async () => {
  const { codeHash: held } = await freeDigits(keys, 'pairing', who, nobody);
  const asked: string[] = [];
  const second = await freeDigits(keys, 'pairing', who, async (codeHash) => {
    asked.push(codeHash);
    return codeHash === held;
  });
  assert.deepEqual(asked, [held, second.codeHash]);
  assert.notEqual(second.codeHash, held);
});
