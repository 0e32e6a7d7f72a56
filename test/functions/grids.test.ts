import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import { type ProofTown, proofTown } from '../proof/support/proof-town';
import { wish } from './wish';

describe('who covers which grid, and who stands in', () => {
  let t: ProofTown;
  before(async () => {
    t = await proofTown();
  });
  beforeEach(() => t.begin());
  after(() => t.close());

  const north = 'jianguo-north';
  const orders = {
    title: '楼道灯坏了',
    category: 'hazard',
    tier: 'normal',
    helperId: 'sample_grid',
  } as const;
  const second = () =>
    t.as('admin').call('role.grant', {
      personId: 'sample_resident',
      role: 'grid_worker',
      scope: 'jianguo-south',
      why: '新来的网格员',
    });
  const cover = (from: number, days: number) =>
    t.as('dispatcher').call('grid.cover', {
      id: north,
      awayId: 'sample_grid',
      coverId: 'sample_resident',
      from,
      to: from + (days - 1) * DAY,
    });
  const report = async (building: string) => {
    const matter = { ...wish, kind: 'grid', text: '灯坏了', building } as const;
    return (await t.as('elder').call('request.submit', matter)).id;
  };
  const helperOf = async (id: string) => {
    await t.as('dispatcher').call('request.dispatch', { id, ...orders });
    const [stored] = t.store.find('requests', { _id: id }, { limit: 1 }).documents;
    return stored?.['helperId'];
  };

  test('the worker of the grid in which the building lies stands first, with the reason', async () => {
    await second();
    const first = async (building: string) => {
      const { items } = await t.as('dispatcher').call('desk.helpers', { id: await report(building) });
      return { id: items[0]?.id, why: items[0]?.why };
    };
    assert.deepEqual(await first('样例楼 1 栋'), {
      id: 'sample_grid',
      why: '这栋楼归他管（建国社区北片（样例））',
    });
    assert.deepEqual(await first('样例南小区样例楼3栋'), {
      id: 'sample_resident',
      why: '这栋楼归他管（建国社区南片（样例））',
    });
  });

  test('while somebody stands in, what is sent to who is away goes to who covers; before and after it does not', async () => {
    await second();
    const tomorrow = t.clock.now() + DAY;
    await cover(tomorrow, 2);
    assert.equal(await helperOf(await report('样例楼 1 栋')), 'sample_grid', 'not yet');
    await t.pass(DAY);
    const id = await report('样例楼 1 栋');
    const { items } = await t.as('dispatcher').call('desk.helpers', { id });
    assert.ok(!items.some((one) => one.id === 'sample_grid'), 'who is away is not offered');
    assert.match(items[0]?.why ?? '', /这几天归他代班，这栋楼在那片/);
    assert.equal(await helperOf(id), 'sample_resident');
    await t.pass(2 * DAY);
    assert.equal(await helperOf(await report('样例楼 1 栋')), 'sample_grid', 'over');
  });

  test('taken back it is over at once; both are told', async () => {
    await second();
    const { grids } = await cover(t.clock.now(), 3);
    const key = grids.find(({ id }) => id === north)?.covers[0]?.key ?? '';
    const told = (await t.as('resident').call('me.inbox', { after: null })).items.map(({ title }) => title);
    assert.ok(told.includes('请您代几天班'));
    await t.as('dispatcher').call('grid.uncover', { id: north, key });
    assert.equal(await helperOf(await report('样例楼 1 栋')), 'sample_grid');
  });

  test('nobody covers for themselves, for a stranger, in the past, or twice at once', async () => {
    await second();
    const now = t.clock.now();
    const wrong = { id: north, awayId: 'sample_grid', coverId: 'sample_grid', from: now, to: now + DAY };
    const field = async (input: typeof wrong) =>
      (await t.as('dispatcher').refused('grid.cover', input)).field;
    assert.equal(await field(wrong), 'coverId');
    assert.equal(await field({ ...wrong, coverId: 'sample_member' }), 'coverId');
    assert.equal(await field({ ...wrong, awayId: 'sample_resident' }), 'awayId');
    const right = { ...wrong, coverId: 'sample_resident' };
    assert.equal(await field({ ...right, from: now - 3 * DAY, to: now - 2 * DAY }), 'to');
    await cover(now, 3);
    assert.equal(await field({ ...right, from: now + DAY, to: now + 5 * DAY }), 'from');
  });

  test('a dispatcher looks after their own community; residents choose quarter and building by hand', async () => {
    assert.equal(
      (await t.as('dispatcher').refused('grid.list', { communityId: 'second' })).code,
      'NOT_ALLOWED',
    );
    assert.equal((await t.as('admin').call('grid.list', { communityId: 'second' })).grids.length, 1);
    const quarters = [{ name: '样例新小区', buildings: ['1 栋', '2 栋'] }];
    await t.as('dispatcher').call('grid.describe', { id: north, quarters });
    // The street calls it otherwise: everywhere at once, without a release.
    const renamed = await t.as('dispatcher').call('grid.describe', { id: north, name: '铁路北片', quarters });
    assert.equal(renamed.grids.find(({ id }) => id === north)?.name, '铁路北片');
    assert.equal((await t.as('grid').call('grid.board', {})).gridName, '铁路北片');
    assert.equal((await t.as('grid').call('role.mine', {})).powers[0]?.place, '铁路北片');
    const { code } = await t.as('resident').call('role.mine', {});
    const { choices } = await t.as('admin').call('role.find', { code });
    const places = choices.find(({ role }) => role === 'grid_worker')?.places ?? [];
    assert.ok(places.some(({ id, name }) => id === north && name === '铁路北片'));
    await t.as('dispatcher').call('grid.describe', { id: north, quarters });
    assert.equal(
      (await t.as('grid').call('role.mine', {})).powers[0]?.place,
      '铁路北片',
      'not said, not changed',
    );
    const seen = await t.as('stranger').call('grid.quarters', { communityId: 'jianguo' });
    assert.deepEqual(seen.quarters[0], quarters[0]);
    assert.equal(seen.quarters.length, 2, 'the other grid’s too');
  });
});
