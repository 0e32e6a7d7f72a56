import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { MINUTE } from '../../cloudfunctions/core/calendar';
import { wish } from '../functions/wish';
import { eventually } from './support/eventually';
import { openStreet, type Street } from './support/street';

let street: Street;
before(async () => {
  street = await openStreet();
  // Ten in the morning in Shanghai: nothing waits for the end of the quiet hours.
  await street.town.clock.set(Date.UTC(2027, 4, 12, 2));
});
after(() => street.close());

/** A matter of the elder in the grid worker's hands. */
async function inHand(text: string): Promise<string> {
  const { town } = street;
  const { id } = await town.as('elder').call('request.submit', { ...wish, kind: 'grid', text });
  const orders = { title: text, category: 'hazard', tier: 'normal', helperId: 'sample_grid' } as const;
  await town.as('dispatcher').call('request.dispatch', { id, ...orders });
  await town.as('grid').call('request.accept', { id });
  return id;
}

test('two matters of one building are one trip; the elder sees who comes and compares the digits; without a network a need is handed in once [S60] [S68]', async () => {
  await inHand('水管漏了');
  await inHand('楼道灯坏了');
  const grid = await street.phone('grid', { start: '/packages/grid/board/board' });
  await grid.see('顺路，一趟 2 件');
  await grid.see('同一栋楼');
  await grid.tap('board-go');
  await grid.at('packages/grid/trip/trip');
  const code = (await grid.text('trip-code')).replace(/\s/g, '');
  assert.match(code, /^\d{4}$/);

  const elder = await street.phone('elder', { elder: true });
  await elder.see('今天上门');
  await elder.tap({ word: '看敲门码' });
  await elder.at('packages/service/coming/coming');
  assert.equal((await elder.text('knock-code')).replace(/\s/g, ''), code);
  await elder.see('对上了再开门');

  await street.pass(30 * MINUTE);
  await grid.tap('trip-main');
  await grid.see('在路上');
  await grid.restart();
  await grid.network('none');
  await grid.tap('board-trip');
  await grid.see('现在没网，照样能记');
  assert.equal((await grid.text('trip-code')).replace(/\s/g, ''), code, 'downloaded beforehand');
  await grid.tap('trip-met');
  await grid.tap('trip-often');
  await grid.tap('trip-need-errand');
  await grid.fill('trip-need-text', '想请人取降压药');
  await grid.tap('trip-record');
  await grid.see('没信号，照样记下了');
  await grid.see('等着传');
  await grid.network('wifi');
  await grid.unsee('等着传');
  await grid.see('要办的交上去了');

  const { open } = await street.town.as('elder').call('request.mine', {});
  assert.equal(open.filter((card) => card.title === '想请人取降压药').length, 1);
  await grid.tap('trip-main');
  await grid.see('走完了，辛苦');
  assert.deepEqual(await street.problems(), []);
});

test('a member plans to knock in a building; who lives there is told, the desk can compare, and three wrong numbers keep the door shut [S67] [S68]', async () => {
  const member = await street.phone('member', { start: '/packages/service/sesame/sesame' });
  await member.tap('sesame-knock');
  await member.at('packages/grid/plan/plan');
  await member.fill('plan-typed', '样例楼 2 栋');
  await member.tap('plan-add');
  await member.tap('plan-time');
  await member.tap('plan-go');
  await member.at('packages/grid/trip/trip');
  await member.see('样例楼 2 栋');
  await street.pass(MINUTE);

  const resident = await street.phone('resident', { start: '/packages/service/coming/coming' });
  await resident.see('到您家敲门，问问缺啥');
  for (const says of ['请他再报一遍', '别着急开门', '三遍都对不上，别开门']) {
    await resident.tap('knock-miss');
    await resident.see(says);
  }
  await resident.see('96110');
  const code = (await resident.text('knock-code')).replace(/\s/g, '');
  const desk = await street.phone('dispatcher', { start: '/packages/office/visits/visits' });
  await desk.see([...code].join(' '));
  await desk.see('样例楼 2 栋');
  assert.deepEqual(await street.problems(), []);
});

test('whoever comes gives a photograph of theirs, the elder sees it beside the code, and one tap takes it away again [S68]', async () => {
  const matter = await inHand('门锁松了');
  const grid = await street.phone('grid', { start: '/packages/people/portrait/portrait' });
  await grid.see('没放照片');
  await grid.tap('portrait-put');
  await grid.tap('portrait-yes');
  await grid.tap('privacy-agree');
  await grid.answer('拍摄');
  await grid.glass.locator('.phone-camera__shutter').tap();
  await grid.see('核对完人家就看得到');
  const { town } = street;
  const at = town.clock.now() + 10 * MINUTE;
  await town.as('grid').call('trip.plan', { communityId: 'jianguo', at, matters: [matter], buildings: [] });
  // WeChat answers when it answers.
  await eventually('the picture is looked through', async () => {
    assert.equal((await town.as('grid').call('portrait.get', {})).picture?.shown, true);
  });
  const elder = await street.phone('elder', { start: '/packages/service/coming/coming' });
  await elder.find('face-picture');
  assert.match(await elder.text('knock-code'), /^[\d\s]+$/);
  await grid.tap('portrait-remove');
  await grid.answer('撤下');
  await grid.see('没放照片');
  await elder.restart();
  await elder.see('对上了再开门');
  assert.equal(await elder.count('face-picture'), 0);
  assert.deepEqual(await street.problems(), []);
});
