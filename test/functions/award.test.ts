import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { InputOf } from '@contract/actions';
import { DAY } from '../../cloudfunctions/core/calendar';
import { newRid, type Town, town } from '../support/town';

const NAME = '样例网格员甲';
const said: InputOf<'award.nominate'> = {
  kind: 'grid_worker',
  fields: ['hazard', 'dispute'],
  name: NAME,
  words: '下雪天先去看独居的，再回家铲自家门口',
  communityId: 'jianguo',
};
const story = '下雪天先去看独居的长者。';

describe('commendations, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const nominated = async () => (await t.as('resident').call('award.nominate', said)).id;
  async function inCommittee(): Promise<string> {
    const id = await nominated();
    await t.as('dispatcher').call('award.take_up', { id });
    await t.as('dispatcher').call('award.verify', { id, story, note: '问过三家', consent: 'spoken' });
    return id;
  }
  async function onNotice(): Promise<string> {
    const id = await inCommittee();
    await t.as('committee').call('award.agree', { id });
    await t.as('committee-b').call('award.agree', { id });
    return id;
  }

  test('anyone nominates with one sentence; until the notice the name is for the desks and who nominated [S75] [S77]', async () => {
    const rid = newRid();
    const view = await t.as('resident').call('award.nominate', said, rid);
    assert.equal((await t.as('resident').call('award.nominate', said, rid)).id, view.id);
    assert.deepEqual(view.fields, ['hazard', 'dispute']);
    assert.equal((await t.as('member').refused('award.get', { id: view.id })).code, 'NOT_FOUND');
    assert.equal(
      (await t.as('stranger').refused('award.object', { id: view.id, words: '不' })).code,
      'NOT_FOUND',
    );
    assert.equal((await t.as('dispatcher').call('award.get', { id: view.id })).name, NAME);
    const board = JSON.stringify(await t.as('stranger').call('award.board', { after: null }));
    assert.equal(board.includes(NAME), false);
    assert.ok((await t.as('resident').call('award.mine', {})).items.some(({ id }) => id === view.id));
    assert.equal((await t.as('resident').refused('award.desk', {})).code, 'NOT_ALLOWED');
    t.openApi.checkTexts = 'risky';
    assert.equal((await t.as('resident').refused('award.nominate', said)).code, 'TEXT_REFUSED');
    t.openApi.checkTexts = 'pass';
  });

  test('two different members carry it, neither who nominated nor who verified decides [S76]', async () => {
    const id = await inCommittee();
    assert.equal((await t.as('dispatcher').refused('award.agree', { id })).code, 'NOT_ALLOWED');
    const first = await t.as('committee').call('award.agree', { id });
    assert.equal(first.state, 'committee');
    assert.equal((await t.as('committee').refused('award.agree', { id })).code, 'AWARD_NOT_NOW');
    assert.equal((await t.as('committee-b').call('award.agree', { id })).state, 'publicity');

    const own = (await t.as('committee').call('award.nominate', said)).id;
    await t.as('dispatcher').call('award.take_up', { id: own });
    await t.as('dispatcher').call('award.verify', { id: own, story, note: '', consent: 'paper' });
    assert.equal((await t.as('committee').refused('award.agree', { id: own })).code, 'AWARD_OWN_HAND');
    const mine = (await t.as('dispatcher').call('award.nominate', said)).id;
    assert.equal((await t.as('dispatcher').refused('award.take_up', { id: mine })).code, 'AWARD_OWN_HAND');
  });

  test('two who disagree end it with a reason that only the nominator and the desks read', async () => {
    const id = await inCommittee();
    await t.as('committee').call('award.disagree', { id, reason: '再等一年' });
    await t.as('committee-b').call('award.disagree', { id, reason: '再看看' });
    const view = await t.as('resident').call('award.get', { id });
    assert.deepEqual([view.state, view.reason], ['not_adopted', '再看看']);
    assert.equal((await t.as('member').refused('award.get', { id })).code, 'NOT_FOUND');
  });

  test('the notice has its days; without an objection it is a commendation, and the story can be read [S78]', async () => {
    const id = await onNotice();
    const { notices } = await t.as('stranger').call('award.board', { after: null });
    const card = notices.find((one) => one.id === id);
    assert.deepEqual([card?.name, card?.story], [NAME, story]);
    assert.ok((card?.until ?? 0) > t.clock.now() + 4 * DAY);
    const reader = await t.as('stranger').call('award.get', { id });
    assert.deepEqual([reader.words, reader.history.length, reader.work], ['', 0, null]);

    await t.pass((card?.until ?? 0) - t.clock.now() + 1000);
    assert.equal((await t.as('stranger').call('award.get', { id })).state, 'commended');
    const { items } = await t.as('stranger').call('award.board', { after: null });
    assert.ok(items.some((one) => one.id === id));
    const told = (await t.as('resident').call('me.inbox', { after: null })).items.map(({ title }) => title);
    assert.ok(told.includes('您推荐的人受表彰了'), told.join());

    await t.as('office').call('award.link', { id, courseId: 'c-quarrel' });
    assert.equal((await t.as('stranger').call('award.get', { id })).courseId, 'c-quarrel');
    assert.equal((await t.as('office').refused('award.link', { id, courseId: 'none' })).code, 'NOT_FOUND');
    assert.equal((await t.as('member').refused('award.link', { id, courseId: null })).code, 'NOT_ALLOWED');
  });

  test('an objection by anyone stops the notice, is looked into, and nobody learns who objected', async () => {
    const id = await onNotice();
    await t.as('elder').call('award.object', { id, words: '这事不是他办的' });
    assert.equal((await t.as('member').refused('award.get', { id })).code, 'NOT_FOUND');
    const desk = await t.as('auditor').call('award.get', { id });
    assert.deepEqual(desk.work?.objections, ['这事不是他办的']);
    assert.equal(JSON.stringify(desk).includes('sample_'), false);
    await t.pass(30 * DAY);
    assert.equal(
      (await t.as('auditor').call('award.get', { id })).state,
      'objection',
      'time decides nothing',
    );
    await t.as('auditor').call('award.reconsider', { id, note: '问过了，是他办的' });
    await t.as('committee').call('award.agree', { id });
    assert.equal((await t.as('committee-b').call('award.agree', { id })).state, 'publicity');

    const other = await onNotice();
    await t.as('elder').call('award.object', { id: other, words: '不是他' });
    assert.equal(
      (await t.as('committee').refused('award.uphold', { id: other, reason: '是' })).code,
      'NOT_ALLOWED',
    );
    assert.equal(
      (await t.as('auditor').call('award.uphold', { id: other, reason: '查实了' })).state,
      'not_adopted',
    );
  });

  test('the desk can leave it, with a reason; a command at another step is refused', async () => {
    const id = await nominated();
    const early = await t.as('dispatcher').refused('award.turn_down', { id, reason: '没影' });
    assert.equal(early.code, 'AWARD_NOT_NOW');
    await t.as('dispatcher').call('award.take_up', { id });
    assert.equal(
      (await t.as('dispatcher').call('award.turn_down', { id, reason: '没影' })).state,
      'not_adopted',
    );
    const late = await t.as('committee').refused('award.agree', { id });
    assert.equal(late.code, 'AWARD_NOT_NOW');
  });
});
