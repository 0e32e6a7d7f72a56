import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY, HOUR } from '../../cloudfunctions/core/calendar';
import { published } from '../functions/plan';
import { openStreet, type Street } from './support/street';

describe('圆桌 37℃, on the phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
    const { town } = street;
    for (const key of ['member', 'elder']) await town.as(key).call('session.take', { id: 's-table' });
  });
  after(() => street.close());

  test('before the table whoever has a seat proposes what to talk about; the others read it [S52]', async () => {
    const elder = await street.phone('elder', { start: '/packages/school/session/session?id=s-table' });
    await elder.tap('session-propose');
    await elder.tap('session-topic-send');
    await elder.see('想聊啥？写一句');
    await elder.fill('session-topic', '楼道的旧家具');
    await elder.tap('session-topic-send');
    await elder.see('楼道的旧家具');
    const member = await street.phone('member', { start: '/packages/school/session/session?id=s-table' });
    await member.see('楼道的旧家具');
    const { town } = street;
    const { startsAt } = await town.as('member').call('session.get', { id: 's-table' });
    await street.pass(startsAt - town.clock.now() + HOUR / 4);
  });

  test('the host turns the quiet clock on, writes down what was agreed, the owner says yes on their phone, and it is a matter in their hands [S52]', async () => {
    const host = await street.phone('host', { start: '/packages/office/console/console?id=s-table' });
    await host.tap('speaking-start');
    await host.see('还能说');
    await host.tap('speaking-off');
    await host.unsee('还能说');
    await host.tap('accord-add');
    await host.tap('accord-topic');
    await host.tap('accord-owner');
    await host.tap('accord-day');
    await host.tap('accord-record');
    await host.see('等他点头');

    const member = await street.phone('member', { start: '/packages/school/session/session?id=s-table' });
    await member.see('请您牵头，成不成？');
    await member.tap('roundtable-yes');
    await member.tap('roundtable-matter');
    await member.at('packages/grid/task/task');
    await member.see('楼道的旧家具');

    // 圆桌回音: its day goes by, the owner says why it is not done, and who looks reads that first.
    await street.pass(8 * DAY);
    await member.reLaunch('/packages/school/session/session?id=s-table');
    await member.tap('roundtable-explain');
    await member.fill('roundtable-words', '等车来拉');
    await member.tap('roundtable-say');
    await member.see('等车来拉');
    assert.deepEqual(await street.problems(), []);
  });

  test('the next table opens with what became of it, for whoever comes, and says why [S52]', async () => {
    const { town } = street;
    const next = await published(town, { courseId: 'c-hallway' });
    const newcomer = await street.phone('resident', {
      start: `/packages/school/session/session?id=${next}`,
    });
    await newcomer.see('上次说的事，先报结果');
    await newcomer.see('楼道的旧家具：等车来拉');
    await newcomer.unsee('办好了');

    // The owner has it done after all, and who proposed it says so: the same line has changed by itself.
    const { decisions } = await town.as('member').call('roundtable.get', { id: 's-table' });
    const id = decisions[0]?.requestId ?? '';
    await town.as('member').call('request.start', { id, note: '' });
    await town.as('member').call('request.complete', { id, note: '拉走了' });
    await town.as('dispatcher').call('request.pass', { id, note: '' });
    await town.as('elder').call('request.confirm', { id, level: null, words: '' });
    await newcomer.reLaunch(`/packages/school/session/session?id=${next}`);
    await newcomer.see('办好了');
    assert.deepEqual(await street.problems(), []);
  });
});
