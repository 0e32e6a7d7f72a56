import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { InputOf } from '@contract/actions';
import { DAY } from '../../cloudfunctions/core/calendar';
import { personIdOf } from '../../database/seed/samples/people';
import { newRid, type Town, town } from '../support/town';

const UNIT = '样例单位甲';
const said: InputOf<'dual.register'> = {
  unit: UNIT,
  skills: ['repair', 'repair', 'phone'],
  free: ['weekend'],
  likes: ['comfort'],
};

describe('reporting to the community and the three sesame actions, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  test('said once, three lists come of it; the unit is read by nobody else, leaving forgets it [S62]', async () => {
    const rid = newRid();
    const view = await t.as('member').call('dual.register', said, rid);
    assert.deepEqual(view.skills, ['repair', 'phone']);
    await t.as('member-b').call('dual.register', { ...said, skills: ['repair'], free: ['evening'] });
    const lists = await t.as('stranger').call('dual.lists', {});
    assert.deepEqual(lists.supply, [
      { skill: 'repair', free: ['evening', 'weekend'] },
      { skill: 'phone', free: ['weekend'] },
    ]);
    assert.ok(lists.together.length > 0 && lists.together.every(({ kind }) => kind === 'comfort'));
    const seen = JSON.stringify([lists, (await t.as('dispatcher').call('dual.lists', {})).mine]);
    assert.equal(seen.includes(UNIT) || seen.includes('sample_'), false);

    assert.equal((await t.as('member').call('dual.leave', {})).here, false);
    assert.equal((await t.as('member').call('dual.register', said, rid)).here, false, 'a late replay');
    assert.deepEqual((await t.as('stranger').call('dual.lists', {})).supply, [
      { skill: 'repair', free: ['evening'] },
    ]);
    assert.equal(
      (await t.as('member').refused('dual.register', { ...said, skills: [] })).code,
      'INVALID_INPUT',
    );
    assert.equal((await t.as('member').call('dual.register', said)).unit, UNIT, 'and back again');
  });

  test('what is offered has a number, an end and no telephone; a promise is a member’s and is withdrawn at will [S67]', async () => {
    const rid = newRid();
    const offer = { kind: 'thing', text: '一架轮椅，能借', days: 7 } as const;
    const card = await t.as('resident').call('share.put', offer, rid);
    assert.equal((await t.as('resident').call('share.put', offer, rid)).id, card.id);
    assert.match(card.no, /^[0-9A-Z]{5}$/);
    const promise = { kind: 'promise', text: '楼道灯坏了找我', days: 7 } as const;
    assert.equal((await t.as('resident').refused('share.put', promise)).code, 'NOT_ALLOWED');
    const mine = await t.as('member').call('share.put', promise);
    assert.equal(mine.until, null);

    const page = await t.as('stranger').call('sesame.get', {});
    assert.deepEqual([page.offers.length, page.promises.length, page.mayPromise], [1, 1, false]);

    const other = await t.as('member-b').call('share.put', { ...promise, text: '下雪天扫门口' });
    const membership = { personId: personIdOf('member-b'), role: 'member', scope: 'jianguo' } as const;
    await t.as('admin').call('role.revoke', { ...membership, why: '转走了' });
    const after = (await t.as('stranger').call('sesame.get', {})).promises;
    assert.equal(
      after.some(({ id }) => id === other.id),
      false,
      'nobody promises as a member who is none any more',
    );
    assert.equal(after.length, 1);
    assert.equal((await t.as('resident').refused('share.withdraw', { id: mine.id })).code, 'NOT_ALLOWED');
    await t.as('member').call('share.withdraw', { id: mine.id });
    assert.equal((await t.as('stranger').call('sesame.get', {})).promises.length, 0);

    t.openApi.checkTexts = 'risky';
    assert.equal((await t.as('resident').refused('share.put', offer)).code, 'TEXT_REFUSED');
    t.openApi.checkTexts = 'pass';
    await t.pass(8 * DAY);
    assert.equal((await t.as('stranger').call('sesame.get', {})).offers.length, 0, 'its last day has passed');
  });
});
