import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStreet, type Street } from './support/street';

/** WeChat's own letters are large on this phone (rules 4.9). */
const LARGE = { fontSize: 22 };
const OFFER = '字小的话，换成大字版？';

let street: Street;
before(async () => {
  street = await openStreet();
});
after(() => street.close());

test('whoever has large letters in WeChat is offered the large version once: 不用 is remembered', async () => {
  const phone = await street.phone('resident');
  await phone.see('的课');
  await phone.gone('home-larger');
  await phone.conditions(LARGE);
  await phone.reLaunch('/pages/home/home');
  await phone.see(OFFER);
  await phone.tap('home-as-it-is');
  await phone.gone('home-larger');
  await phone.reLaunch('/pages/home/home');
  await phone.see('的课');
  await phone.gone('home-larger');
  assert.deepEqual(await street.problems(), []);
});

test('[P2] 换大字 makes it large at once, and it stays so', async () => {
  const phone = await street.phone('elder');
  await phone.conditions(LARGE);
  await phone.reLaunch('/pages/home/home');
  await phone.tap('home-larger');
  await phone.see('不用打字，说一句就行');
  await phone.reLaunch('/pages/home/home');
  await phone.see('不用打字，说一句就行');
  await phone.gone('home-larger');
  assert.deepEqual(await street.problems(), []);
});
