import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import { type Town, town } from '../support/town';
import { wish } from './wish';

/** 帮帮团: a wish claimed together (workflows 2.1). */
describe('a wish claimed together', () => {
  let t: Town;
  let id: string;
  before(async () => {
    t = await town();
  });
  after(() => t.close());
  beforeEach(async () => {
    id = (await t.as('elder').call('request.submit', { ...wish, text: '想搬个旧柜子，402 的' })).id;
    const publication = {
      title: '搬柜子',
      publicText: '一位老人想搬个旧柜子',
      category: 'elder_care',
    } as const;
    await t.as('dispatcher').call('request.publish', { id, ...publication });
    await t.as('member').call('request.claim', { id, promisedFor: t.clock.now() + 2 * DAY, company: 3 });
  });

  const teaming = async () => {
    const { teaming: list } = await t.as('resident').call('wish.wall', { after: null });
    return list.find((card) => card.id === id) ?? null;
  };
  const helpers = async () => {
    const { lines, companions } = await t.as('elder').call('request.get', { id });
    return [lines.who?.name, ...companions.map(({ name }) => name)];
  };
  const told = async (who: string) =>
    (await t.as(who).call('me.inbox', { after: null })).items.map(({ text }) => text);

  test('stays in sight until enough come along; the elder sees all of them, and one to talk to [S63]', async () => {
    assert.deepEqual(
      [(await teaming())?.company?.left, (await teaming())?.text],
      [2, '一位老人想搬个旧柜子'],
    );
    await t.as('member-b').call('request.team_up', { id });
    await t.as('grid').call('request.team_up', { id });
    assert.equal(await teaming(), null, 'enough have come');
    assert.equal((await t.as('lead').refused('request.team_up', { id })).code, 'PLACES_FULL');
    assert.deepEqual(await helpers(), ['样例党员甲', '样例党员乙', '样例网格员']);
    assert.ok((await told('member')).some((text) => text.includes('样例党员乙也来搭把手')));
    assert.equal((await t.as('elder').refused('request.team_up', { id })).code, 'NOT_ALLOWED');
  });

  test('who comes along reads what hangs on the wall, and neither words, house nor history of the household', async () => {
    await t.as('member-b').call('request.team_up', { id });
    await t.as('member').call('request.contact', { id, note: '大娘说下午在家' });
    const seen = await t.as('member-b').call('request.get', { id });
    assert.deepEqual(
      [seen.text, seen.audio, seen.work, seen.knock, seen.history],
      ['', null, null, null, []],
    );
    assert.doesNotMatch(JSON.stringify(seen), /\b402\b|下午在家|样例楼/);
    assert.deepEqual(seen.next, ['step_out']);
    const along = (await t.as('member-b').call('request.helping', {})).open.find((card) => card.id === id);
    assert.equal(along?.along, true);
    const mine = await t.as('member-b').call('request.mine', {});
    assert.equal(
      [...mine.open, ...mine.ended].some((card) => card.id === id),
      false,
      'it is not their matter',
    );
    assert.equal((await t.as('member-b').refused('request.reveal', { id, field: 'door' })).code, 'NOT_FOUND');
    assert.equal((await t.as('member-b').refused('request.deliver', { id, note: '' })).code, 'NOT_ALLOWED');
  });

  test('who claimed it cannot come: the next one takes over with the same day, and the last one gives it back to the wall', async () => {
    await t.as('member-b').call('request.team_up', { id });
    await t.as('grid').call('request.team_up', { id });
    const day = (await t.as('elder').call('request.get', { id })).lines.when;
    await t.as('member').call('request.release', { id, reason: '加班' });
    assert.deepEqual(await helpers(), ['样例党员乙', '样例网格员']);
    assert.equal((await t.as('elder').call('request.get', { id })).lines.when, day);
    assert.ok((await told('member-b')).some((text) => text.includes('样例党员乙接着领头办')));
    assert.equal(
      (await t.as('member').refused('request.get', { id })).code,
      'NOT_FOUND',
      'who left reads no more',
    );
    assert.ok((await t.as('member-b').call('request.get', { id })).work, 'who leads now may call and knock');
    await t.as('grid').call('request.step_out', { id });
    await t.as('member-b').call('request.release', { id, reason: '也不行' });
    const { items } = await t.as('resident').call('wish.wall', { after: null });
    assert.equal(items.find((card) => card.id === id)?.returned, true);
    assert.equal(await teaming(), null);
  });

  test('seven days without a word: the whole group is let go, and the wish hangs on the wall again', async () => {
    await t.as('member-b').call('request.team_up', { id });
    await t.pass(8 * DAY);
    assert.deepEqual(await helpers(), [undefined]);
    assert.equal((await t.as('member-b').refused('request.get', { id })).code, 'NOT_FOUND');
  });

  test('taken back by the elder, everybody who would have come hears of it', async () => {
    await t.as('member-b').call('request.team_up', { id });
    await t.as('elder').call('request.withdraw', { id });
    for (const who of ['member', 'member-b'])
      assert.ok(
        (await told(who)).some((text) => /撤回了/.test(text)),
        who,
      );
  });

  test('when the elder says it is done, each volunteer of the group has a draft of hours, and the lead certifies what they confirm [S63] [S65]', async () => {
    await t.as('member-b').call('request.team_up', { id });
    await t.as('grid').call('request.team_up', { id });
    await t.as('member').call('request.contact', { id, note: '约好了' });
    await t.as('member').call('request.deliver', { id, note: '搬走了' });
    const drafts = async (who: string) => (await t.as(who).call('hours.mine', {})).items;
    assert.deepEqual(await drafts('member'), [], 'not before the elder’s own word');
    await t.as('elder').call('request.confirm', { id, level: null, words: '' });
    assert.deepEqual(await drafts('grid'), [], 'a grid worker’s day of work is nobody’s volunteering');
    for (const who of ['member', 'member-b']) {
      const [mine, ...more] = await drafts(who);
      assert.equal(more.length, 0);
      assert.deepEqual([mine?.title, mine?.hours.state, mine?.team.name], ['搬柜子', 'draft', '微心愿'], who);
      assert.ok((await told(who)).some((text) => text.includes('服务时长')));
    }
    const [{ activityId } = { activityId: '' }] = await drafts('member-b');
    assert.doesNotMatch(
      JSON.stringify(await t.as('member-b').call('activity.get', { id: activityId })),
      /\b402\b|样例楼|elder/,
    );
    await t
      .as('member-b')
      .call('activity.correct_hours', { id: activityId, minutes: 90, words: '等了会儿电梯' });
    const desk = await t.as('office').call('activity.desk', { id: activityId });
    const seat = desk.roster.find(({ hours }) => hours?.state === 'asked')?.seat ?? '';
    await t.as('office').call('activity.settle', { id: activityId, seat, minutes: 90 });
    await t.as('member-b').call('activity.confirm_hours', { id: activityId });
    await t.as('office').call('activity.certify', { id: activityId, seat });
    const [mine] = await drafts('member-b');
    assert.deepEqual([mine?.hours.state, mine?.hours.minutes], ['certified', 90]);
  });

  test('more than the street allows do not come to one door', async () => {
    const other = await t.as('elder').call('request.submit', wish);
    const publication = { title: '理发', publicText: '想剪头发', category: 'elder_care' } as const;
    await t.as('dispatcher').call('request.publish', { id: other.id, ...publication });
    const claim = { id: other.id, promisedFor: t.clock.now() + DAY, company: 7 };
    assert.equal((await t.as('member').refused('request.claim', claim)).code, 'INVALID_INPUT');
  });
});
