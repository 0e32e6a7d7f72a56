import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newRid, type Town, town } from '../support/town';

describe('the standards of a teaching point, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  test('六有 is lit by what is there and names it; what is missing is named too, and nobody filled in a form [S14] [S18]', async () => {
    const main = await t.as('stranger').call('venue.get', { id: 'main' });
    assert.equal(main.alias, '源课堂');
    const haves = new Map(main.haves?.map((one) => [one.have, one]));
    assert.equal(haves.size, 6);
    assert.deepEqual(haves.get('organisation'), {
      have: 'organisation',
      lit: true,
      because: '校长、副校长定了，校务委员 2 位',
    });
    assert.match(haves.get('plan')?.because ?? '', /排上了 \d+ 节课/);
    assert.deepEqual(haves.get('place'), {
      have: 'place',
      lit: false,
      because: '配套五项还差 5 项，看下面',
    });
    assert.equal(haves.get('funding')?.lit, false);
    const branch = await t.as('stranger').call('venue.get', { id: 'branch-jianguo' });
    assert.equal(branch.haves, null, 'the six stand at the main venue');
    assert.equal(branch.facility.length, 5);
  });

  test('the office checks the five points one by one; the fifth lights 有场地设施; others only read [S19]', async () => {
    const points = ['sign', 'rules', 'plan', 'equipment', 'archive'] as const;
    const no = await t.as('host').refused('venue.check', { id: 'main', point: 'sign', is: true });
    assert.equal(no.code, 'NOT_ALLOWED');
    const rid = newRid();
    for (const point of points) await t.as('office').call('venue.check', { id: 'main', point, is: true });
    await t.as('office').call('venue.check', { id: 'main', point: 'archive', is: false }, rid);
    await t.as('office').call('venue.check', { id: 'main', point: 'archive', is: true });
    const replayed = await t
      .as('office')
      .call('venue.check', { id: 'main', point: 'archive', is: false }, rid);
    assert.ok(
      replayed.facility.every(({ is }) => is === true),
      'an old press that comes late changes nothing',
    );
    const lit = replayed.haves?.filter((one) => one.lit).map(({ have }) => have);
    assert.ok(lit?.includes('place'));
    assert.equal(lit?.includes('rules'), false, 'rules are lit by rules that are in force');
    assert.equal(replayed.canKeep, true);
    assert.equal((await t.as('resident').call('venue.get', { id: 'main' })).canKeep, false);
  });

  test('seats, address and way in are 待填写 until the office has looked, and the code at the door opens the point [S16] [S17]', async () => {
    const before = await t.as('stranger').call('venue.get', { id: 'branch-jianguo' });
    assert.deepEqual([before.capacity, before.place, before.access], [null, null, []]);
    const described = {
      id: 'branch-jianguo',
      version: before.version,
      place: '样例路 1 号',
      access: ['一楼', '有坡道'],
      capacity: 40,
      funding: null,
    };
    assert.equal((await t.as('resident').refused('venue.describe', described)).code, 'NOT_ALLOWED');
    const after = await t.as('office').call('venue.describe', described);
    assert.deepEqual([after.capacity, after.place, after.access], [40, '样例路 1 号', ['一楼', '有坡道']]);
    const stale = await t.as('office').refused('venue.describe', { ...described, place: '样例路 2 号' });
    assert.equal(stale.code, 'STALE', 'somebody who read it before writes over nothing');
    const here = await t.as('stranger').call('venue.here', { code: after.code });
    assert.equal(here.venue.id, 'branch-jianguo');
    const wrong = await t.as('office').refused('venue.describe', { ...described, capacity: 0 });
    assert.deepEqual([wrong.code, wrong.field], ['INVALID_INPUT', 'capacity']);
  });
});
