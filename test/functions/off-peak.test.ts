import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startOfWeek, timeOnDay } from '../../cloudfunctions/core/calendar';
import { type Town, town } from '../support/town';
import { published, station } from './plan';

describe('错峰送课团, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());
  const news = async (key: string) => (await t.as(key).call('me.inbox', { after: null })).items;

  test('stations say when work is slack; the same time and topic pool into a group; the class comes to one and all are told [S53] [S58]', async () => {
    const here = await t.as('member').call('station.report', { id: null, report: station });
    const shop = { ...station, name: '样例小店', kind: 'shop' as const, size: 3 };
    await t
      .as('resident')
      .call('station.report', { id: null, report: { ...shop, slots: ['2-afternoon', '4-morning'] } });
    await t.as('daughter').call('station.report', { id: null, report: { ...shop, slots: ['5-evening'] } });
    const { groups } = await t.as('office').call('station.pool', {});
    const [first, ...rest] = groups;
    assert.deepEqual(
      [first?.slot, first?.topic, first?.heads, first?.stations.length],
      ['2-afternoon', 'safety', 15, 2],
    );
    assert.deepEqual(
      rest.map(({ slot, heads }) => [slot, heads]),
      [
        ['4-morning', 3],
        ['5-evening', 3],
      ],
    );

    const { venues } = await t.as('office').call('session.choices', {});
    assert.deepEqual(
      venues.find(({ id }) => id === here.id),
      { id: here.id, name: '样例骑手站', station: true, seats: 12 },
    );
    const tuesday = startOfWeek(t.clock.now(), 2) + 24 * 3_600_000;
    const id = await published(t, {
      courseId: 'c-traffic',
      venueId: here.id,
      startsAt: timeOnDay(tuesday, '14:30'),
      minutes: 20,
      capacity: 20,
    });
    for (const key of ['member', 'resident'])
      assert.equal((await news(key)).filter(({ title }) => title === '课送来了').length, 1, key);
    assert.equal((await news('daughter')).length, 0, 'who is not free then is left in peace');
    const seat = await t.as('grid').call('session.take', { id });
    assert.deepEqual([seat.venue.name, seat.venueDetail.place], ['样例骑手站', '样例路口']);
    assert.equal((await t.as('member').call('station.mine', {})).items[0]?.classes[0]?.id, id);
  });

  test('only who reported a station changes it or sends the class away', async () => {
    const { id } = await t.as('member').call('station.report', { id: null, report: station });
    assert.equal(
      (await t.as('office').refused('station.report', { id, report: station })).code,
      'NOT_ALLOWED',
    );
    assert.equal((await t.as('member').call('station.open', { id, open: false })).open, false);
    const { groups } = await t.as('office').call('station.pool', {});
    assert.ok(!groups.some(({ stations }) => stations.some((one) => one.id === id)));
  });

  test('seven programmes are settings of one class; cohorts stand with their programme [S45] [S46] [S47] [S53] [S59]', async () => {
    const id = await published(t, {
      courseId: 'c-secretary',
      cohort: 1,
      startsAt: timeOnDay(t.clock.now(), '09:00', 20),
    });
    const { program } = await t.as('elder').call('session.get', { id });
    assert.equal(program, 'lead_goose');
    const { coming } = await t.as('elder').call('session.program', { program });
    assert.deepEqual(coming.find((card) => card.id === id)?.cohort, 1);
  });
});
