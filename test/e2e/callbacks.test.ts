import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import { wish } from '../functions/wish';
import { eventually } from './support/eventually';
import { openStreet, type Street } from './support/street';

let street: Street;
before(async () => {
  street = await openStreet();
});
after(() => street.close());

test('[P7] the desk telephones an elder whom no message reaches, from 我的 to 说到了', async () => {
  const t = street.town;
  await t.as('elder').call('me.update', { phone: '13912345678' });
  const { id } = await t.as('elder').call('request.submit', wish);
  await t.as('dispatcher').call('request.decline', { id, reason: '这儿没有理发的', whereTo: '楼下理发店' });
  await t.pass(DAY / 2);

  const desk = await street.phone('dispatcher', { start: '/pages/me/me' });
  await desk.tap({ word: '等您打个电话' });
  await desk.at('packages/office/callbacks/callbacks');
  await desk.see('样例长者');
  await desk.tap('callback-ring');
  await desk.see('13912345678');
  await desk.answer('取消');
  await desk.tap('callback-missed');
  // Until it is written the buttons answer to nothing.
  await eventually('the call that nobody took is written', async () => {
    assert.equal(await desk.data('busy'), '');
  });
  await desk.tap('callback-reached');
  await desk.see('没有要打的电话');
  assert.deepEqual(await street.problems(), []);
});

test('words of danger do not queue: 120 first, and the desk rings before anything else, writes down what it heard, and goes on', async () => {
  const t = street.town;
  await t.as('elder').call('me.update', { phone: '13912345678' });
  const elder = await street.phone('elder', { start: '/packages/service/say/say?kind=grid' });
  await elder.tap('say-type');
  await elder.fill('say-text', '我胸口疼，喘不上气');
  await elder.at('packages/service/emergency/emergency');
  await elder.see('120');
  await elder.see('也告诉社区了');

  const desk = await street.phone('dispatcher', { start: '/packages/office/triage/triage' });
  await desk.see('胸口疼');
  await desk.tap({ word: '去打' });
  await desk.at('packages/office/danger/danger');
  await desk.see('急病、摔伤：');
  await desk.see('样例长者');
  await desk.tap('danger-ring');
  await desk.see('13912345678');
  await desk.answer('取消');
  await desk.fill('danger-note', '人没事，女儿到了');
  await desk.tap('danger-called');
  await desk.see('都打过电话了');
  await desk.see('人没事，女儿到了');
  await desk.tap('danger-desk');
  await desk.at('packages/office/triage/triage');
  await desk.gone('triage-danger');
  assert.deepEqual(await street.problems(), []);
});
