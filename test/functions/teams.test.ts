import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { PlanInput } from '@contract/activity';
import { DAY, HOUR } from '../../cloudfunctions/core/calendar';
import { newRid, type Town, town } from '../support/town';

const plan = (now: number, change: Partial<PlanInput> = {}): PlanInput => ({
  teamId: 'scissors',
  kind: 'comfort',
  project: 'sunset',
  title: '样例活动',
  text: '去敬老的地方坐坐',
  place: '样例地点',
  bring: ['围布'],
  startsAt: now + DAY,
  endsAt: now + DAY + 2 * HOUR,
  places: 2,
  ...change,
});

describe('volunteer teams and their activities, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const planned = async (change: Partial<PlanInput> = {}) =>
    (await t.as('lead').call('activity.plan', plan(t.clock.now(), change))).id;

  /** Lets the activity begin and end. */
  async function over(id: string): Promise<void> {
    const { startsAt, endsAt } = await t.as('stranger').call('activity.get', { id });
    await t.pass(startsAt - t.clock.now() + 1000);
    await t.pass(endsAt - t.clock.now() + 1000);
  }

  test('anybody sees the five teams and what is coming, without an account [S64]', async () => {
    const { teams, coming } = await t.as('stranger').call('team.list', {});
    assert.deepEqual(
      teams.map(({ name }) => name),
      ['金剪刀', '微心愿', null, null, null],
    );
    assert.ok(coming.length >= 3 && coming.every(({ sample }) => sample));
    const { items } = await t.as('stranger').call('activity.list', { teamId: 'scissors', after: null });
    assert.ok(items.length > 0 && items.every(({ team }) => team.id === 'scissors'));
  });

  test('a lead plans for the own team only, the office for all of them, a replay plans once [S63] [S65]', async () => {
    const rid = newRid();
    const input = plan(t.clock.now());
    const first = await t.as('lead').call('activity.plan', input, rid);
    assert.equal((await t.as('lead').call('activity.plan', input, rid)).id, first.id);
    assert.equal(
      (await t.as('lead').refused('activity.plan', { ...input, teamId: 'wish' })).code,
      'NOT_ALLOWED',
    );
    assert.equal((await t.as('member').refused('activity.plan', input)).code, 'NOT_ALLOWED');
    await t.as('office').call('activity.plan', { ...input, teamId: 'wish' });
    const past = await t.as('lead').refused('activity.plan', { ...input, startsAt: t.clock.now() - DAY });
    assert.equal(past.code, 'INVALID_INPUT');
    t.openApi.checkTexts = 'risky';
    assert.equal((await t.as('lead').refused('activity.plan', input)).code, 'TEXT_REFUSED');
    t.openApi.checkTexts = 'down';
    assert.equal((await t.as('lead').refused('activity.plan', input)).code, 'TEXT_UNCHECKED');
    t.openApi.checkTexts = 'pass';
  });

  test('places run out and come back, the same person holds one, nobody joins what has begun', async () => {
    const id = await planned();
    const rid = newRid();
    await t.as('member').call('activity.join', { id }, rid);
    await t.as('member').call('activity.join', { id });
    assert.equal((await t.as('resident').call('activity.join', { id })).left, 0);
    assert.equal((await t.as('elder').refused('activity.join', { id })).code, 'PLACES_FULL');
    assert.equal((await t.as('member').call('activity.leave', { id })).left, 1);
    const replayed = await t.as('member').call('activity.join', { id }, rid);
    assert.equal(replayed.mine, false, 'a late replay takes nothing');
    await over(id);
    assert.equal((await t.as('elder').refused('activity.join', { id })).code, 'ACTIVITY_CLOSED');
    assert.equal((await t.as('resident').refused('activity.leave', { id })).code, 'ACTIVITY_CLOSED');
  });

  test('hours are drafted from the facts, confirmed by the volunteer, certified by who organised', async () => {
    const id = await planned();
    await t.as('member').call('activity.join', { id });
    assert.equal((await t.as('member').refused('activity.confirm_hours', { id })).code, 'HOURS_NOT_NOW');
    await over(id);
    const draft = await t.as('member').call('activity.get', { id });
    assert.deepEqual(draft.hours, { state: 'draft', minutes: 120, words: '', no: '' });
    const told = (await t.as('member').call('me.inbox', { after: null })).items.map(({ title }) => title);
    assert.ok(told.includes('核一下服务时长'));

    const [line] = (await t.as('lead').call('activity.desk', { id })).roster;
    const seat = line?.seat ?? '';
    assert.equal((await t.as('lead').refused('activity.certify', { id, seat })).code, 'HOURS_NOT_NOW');
    assert.equal((await t.as('member-b').refused('activity.desk', { id })).code, 'NOT_ALLOWED');
    assert.equal((await t.as('member-b').refused('activity.confirm_hours', { id })).code, 'NOT_ALLOWED');
    await t.as('member').call('activity.confirm_hours', { id });
    assert.equal((await t.as('member').refused('hours.certificate', { id })).code, 'NOT_FOUND');
    await t.as('lead').call('activity.certify', { id, seat });

    const paper = await t.as('member').call('hours.certificate', { id });
    assert.equal(paper.minutes, 120);
    assert.equal(paper.issuer, null, 'who issues it is filled in by the operator');
    assert.match(paper.no, /^\d{8}-[0-9A-Z]{6}$/);
    assert.equal((await t.as('member-b').refused('hours.certificate', { id })).code, 'NOT_FOUND');
    const { items, csv } = await t.as('member').call('hours.mine', {});
    assert.ok(items.some((item) => item.activityId === id));
    assert.ok(csv.includes(paper.no) && csv.includes('已认定'));
    assert.deepEqual((await t.as('stranger').call('hours.mine', {})).items, []);
  });

  test('a mistake is corrected on request, even after certifying: the number falls and is earned anew', async () => {
    const id = await planned();
    await t.as('member').call('activity.join', { id });
    await over(id);
    const seat = (await t.as('lead').call('activity.desk', { id })).roster[0]?.seat ?? '';
    await t.as('member').call('activity.confirm_hours', { id });
    await t.as('lead').call('activity.certify', { id, seat });
    const asked = await t
      .as('member')
      .call('activity.correct_hours', { id, minutes: 90, words: '我早走了半小时' });
    assert.equal(asked.hours?.state, 'asked');
    assert.equal((await t.as('member').refused('hours.certificate', { id })).code, 'NOT_FOUND');
    await t.as('lead').call('activity.settle', { id, seat, minutes: 90 });
    await t.as('member').call('activity.confirm_hours', { id });
    await t.as('lead').call('activity.certify', { id, seat });
    assert.equal((await t.as('member').call('hours.certificate', { id })).minutes, 90);
  });

  test('a lead does not certify the own hours: the office does', async () => {
    const id = await planned();
    await t.as('lead').call('activity.join', { id });
    await over(id);
    await t.as('lead').call('activity.confirm_hours', { id });
    const line = (await t.as('lead').call('activity.desk', { id })).roster[0];
    assert.equal(line?.self, true);
    const seat = line?.seat ?? '';
    assert.equal((await t.as('lead').refused('activity.certify', { id, seat })).code, 'OWN_HOURS');
    const desk = await t.as('office').call('activity.certify', { id, seat });
    assert.equal(desk.roster[0]?.hours?.state, 'certified');
  });

  test('who was not there says so, and an activity that is called off reaches everybody with its reason', async () => {
    const id = await planned();
    await t.as('resident').call('activity.join', { id });
    await over(id);
    assert.equal((await t.as('resident').call('activity.not_there', { id })).hours?.minutes, 0);

    const off = await planned();
    await t.as('resident').call('activity.join', { id: off });
    await t.as('lead').call('activity.cancel', { id: off, reason: '下大雪' });
    const { items } = await t.as('resident').call('me.inbox', { after: null });
    assert.ok(items.some(({ text }) => text.includes('下大雪')));
    assert.equal((await t.as('resident').call('activity.get', { id: off })).state, 'cancelled');
  });

  test('everybody reads why an activity is called off: words that WeChat refuses do not stand there', async () => {
    const id = await planned();
    t.openApi.checkTexts = 'risky';
    try {
      const { code, field } = await t
        .as('lead')
        .refused('activity.cancel', { id, reason: '样例：不合适的话' });
      assert.deepEqual([code, field], ['TEXT_REFUSED', 'reason']);
    } finally {
      t.openApi.checkTexts = 'pass';
    }
    assert.equal((await t.as('resident').call('activity.get', { id })).state, 'open');
  });

  test('while the check is down an activity is called off without the words', async () => {
    const id = await planned();
    await t.as('resident').call('activity.join', { id });
    t.openApi.checkTexts = 'down';
    try {
      await t.as('lead').call('activity.cancel', { id, reason: '样例：下大雪' });
    } finally {
      t.openApi.checkTexts = 'pass';
    }
    const { state, cancelled } = await t.as('resident').call('activity.get', { id });
    assert.equal(state, 'cancelled');
    assert.match(cancelled, /打社区的电话/);
    const { items } = await t.as('resident').call('me.inbox', { after: null });
    assert.match(items[0]?.text ?? '', /不办了：.*打社区的电话/);
  });

  test('what comes back names no one else and holds no identity of WeChat', async () => {
    const { coming, past } = await t.as('lead').call('activity.leading', {});
    assert.ok([...coming, ...past].every(({ team }) => team.id === 'scissors'));
    const seen = JSON.stringify([coming, past, await t.as('stranger').call('team.list', {})]);
    assert.equal(seen.includes('sample-') || seen.includes('sample_'), false);
    assert.equal((await t.as('member').refused('activity.leading', {})).code, 'NOT_ALLOWED');
  });
});
