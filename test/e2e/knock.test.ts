import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { wish } from '../functions/wish';
import { openStreet, type Street } from './support/street';

let street: Street;
before(async () => {
  street = await openStreet();
});
after(() => street.close());

test('the grid worker says four digits at the door, the elder compares them, and does not open to three wrong ones [S68]', async () => {
  const t = street.town;
  const { id } = await t.as('elder').call('request.submit', { ...wish, kind: 'grid', text: '水管漏了' });
  await t.as('dispatcher').call('request.dispatch', {
    id,
    title: '水管漏水',
    category: 'hazard',
    tier: 'normal',
    helperId: 'sample_grid',
  });
  await t.as('grid').call('request.accept', { id });
  const digits = [...((await t.as('elder').call('request.get', { id })).knock?.code ?? '')];

  const grid = await street.phone('grid', { start: `/packages/grid/task/task?id=${id}` });
  await grid.see('到门口报这四个数');
  assert.equal((await grid.text('knock-code')).replace(/\s/g, ''), digits.join(''));
  await grid.network('none');
  await grid.restart();
  await grid.see('到门口报这四个数');

  const elder = await street.phone('elder', {
    elder: true,
    start: `/packages/service/request/request?id=${id}`,
  });
  await elder.see('对上了再开门');
  assert.equal((await elder.text('knock-code')).replace(/\s/g, ''), digits.join(''));
  await elder.tap('knock-miss');
  await elder.see('请他再报一遍');
  await elder.tap('knock-miss');
  await elder.see('别着急开门');
  await elder.tap('knock-miss');
  await elder.see('三遍都对不上，别开门');
  await elder.see('96110');
  assert.deepEqual(await street.problems(), []);
});
