import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStreet, type Street } from './support/street';

let street: Street;
before(async () => {
  street = await openStreet();
});
after(() => street.close());

test('a resident finds a class on 首页 and takes a seat in it', async () => {
  const phone = await street.phone('resident');
  await phone.see('的课');
  await phone.tap('rs-session >>> [aria-role=button]');
  await phone.at('packages/school/session/session');
  await phone.tap('session-main');
  await phone.see('座给您留好了');
  assert.deepEqual(await street.problems(), []);
});
