import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newRid, type Town, town } from '../support/town';
import { wish } from './wish';

const NUMBER = '13912345678';

describe('somebody rings the desk', () => {
  let t: Town;
  before(async () => {
    t = await town();
    await t.as('elder').call('me.update', { phone: NUMBER });
    await t.as('resident').call('me.update', { phone: '13900001111' });
    await t.as('elder').call('request.submit', wish);
  });
  after(() => t.close());

  test('the desk finds who has this number, with what is under way, and nobody else; a part of a number finds nobody', async () => {
    const { people } = await t.as('dispatcher').call('caller.find', { phone: '139 1234 5678' });
    assert.deepEqual(
      people.map(({ id, name, open }) => [id, name, open.length]),
      [['sample_elder', '样例长者', 1]],
    );
    assert.doesNotMatch(JSON.stringify(people), /13912345678|三单元/);
    assert.equal(
      (await t.as('dispatcher').refused('caller.find', { phone: '139123' })).code,
      'INVALID_INPUT',
    );
    assert.equal((await t.as('dispatcher').refused('caller.find', { phone: '' })).code, 'INVALID_INPUT');
    assert.deepEqual((await t.as('dispatcher').call('caller.find', { phone: '13999999999' })).people, []);
  });

  test('who was found sees it, once for each time and with who it was', async () => {
    const before = (await t.as('elder').call('data.get', {})).reads.filter(
      ({ field }) => field === 'caller',
    ).length;
    const rid = newRid();
    await t.as('dispatcher').call('caller.find', { phone: NUMBER }, rid);
    await t.as('dispatcher').call('caller.find', { phone: NUMBER }, rid);
    const reads = (await t.as('elder').call('data.get', {})).reads.filter(({ field }) => field === 'caller');
    assert.equal(reads.length, before + 1);
    assert.equal(reads[0]?.who.role, '社区受理员');
    const other = (await t.as('resident').call('data.get', {})).reads;
    assert.deepEqual(other, []);
  });

  test('another community’s people are not found here; an elder and a spouse on one number are both', async () => {
    await t.as('daughter').call('me.update', { phone: NUMBER });
    await t.as('member').call('me.update', { phone: NUMBER, communityId: 'second' });
    const { people } = await t.as('dispatcher').call('caller.find', { phone: NUMBER });
    assert.deepEqual(people.map(({ id }) => id).sort(), ['sample_daughter', 'sample_elder']);
  });
});
