import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import { newRid, type Town, town } from '../support/town';

/** A day of next month, so that both days and both months are always in reach. */
function dayIn(t: Town, ahead: number, day: number): number {
  const now = new Date(t.clock.now() + 8 * 3_600_000);
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, day, 4);
}

const group = { half: 'morning', size: 6, group: '样例支部', communityId: 'jianguo' } as const;

describe('行走的党课, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  test('three routes in order, with the stops that the seed names; 银龄党课 is another name of the route, not of the classroom [S20] [S21] [S22] [S24]', async () => {
    const { items } = await t.as('stranger').call('route.list', {});
    assert.deepEqual(
      items.map(({ code, name }) => [code, name]),
      [
        ['red_classic', '红色经典'],
        ['tech', '科技赋能'],
        ['silver_talk', '银龄说课'],
      ],
    );
    assert.deepEqual(items[0]?.stops, ['建国社区“红色观影”', '国防教育一条街', '禁毒教育基地']);
    assert.equal(items[2]?.alias, '银龄党课');
    assert.ok(!JSON.stringify(items).includes('银龄课堂'));
    const hall = (await t.as('stranger').call('route.get', { code: 'tech' })).stops[0];
    assert.equal(hall?.name, '贝特瑞石墨展厅');
    assert.equal(hall?.unitConfirms, true);
    assert.equal(hall?.most, null, 'the seed gives no number, so there is none');
  });

  test('the three storytellers wait for their own word; no address, telephone or account leaves with them [S23]', async () => {
    const route = await t.as('stranger').call('route.get', { code: 'silver_talk' });
    const named = route.stops.filter((stop) => !stop.sample);
    assert.deepEqual(
      named.map(({ name, consent }) => [name, consent]),
      [
        ['邹本祯', 'waiting'],
        ['林万生', 'waiting'],
        ['王建忠', 'waiting'],
      ],
    );
    assert.ok(!/tellerId|phone|door|address|sample_/.test(JSON.stringify(route)));
    const day = dayIn(t, 1, 10);
    const no = await t.as('resident').refused('walk.book', { stopId: 'stop-zou', day, ...group });
    assert.equal(no.code, 'STOP_NO_CONSENT');
  });

  test('a storyteller says yes with the slip of the office, once, and can take it back', async () => {
    assert.equal((await t.as('resident').refused('route.invite', { id: 'stop-lin' })).code, 'NOT_ALLOWED');
    const { code } = await t.as('office').call('route.invite', { id: 'stop-lin' });
    assert.equal((await t.as('elder').refused('route.agree', { code: 'AAAAAAAA' })).code, 'CODE_WRONG');
    const rid = newRid();
    const agreed = await t.as('elder').call('route.agree', { code: ` ${code.toLowerCase()}` }, rid);
    assert.equal(agreed.consent, 'given');
    assert.deepEqual(
      await t.as('elder').call('route.agree', { code }, rid),
      agreed,
      'a replay says the same',
    );
    assert.equal((await t.as('resident').refused('route.agree', { code })).code, 'CODE_WRONG');
    assert.equal(
      (await t.as('office').refused('route.consent', { id: 'stop-lin', given: false })).code,
      'NOT_ALLOWED',
      'nobody consents for somebody else',
    );
    const second = await t.as('office').call('route.invite', { id: 'stop-wang' });
    const twice = await t.as('elder').refused('route.agree', { code: second.code });
    assert.equal(twice.code, 'ALREADY_TELLS', 'what a month takes of somebody stands in one stop');
    const back = await t.as('elder').call('route.consent', { id: 'stop-lin', given: false });
    assert.ok(back.months.every(({ state }) => state === 'no_consent'));
    assert.deepEqual(back.next, ['rest', 'agree']);
  });

  test('a group books, the storyteller is asked and confirms, the group is told; a replay books once [S20] [S23]', async () => {
    const day = dayIn(t, 1, 12);
    const rid = newRid();
    const walk = await t.as('member').call('walk.book', { stopId: 'stop-sample', day, ...group }, rid);
    const again = await t.as('member').call('walk.book', { stopId: 'stop-sample', day, ...group }, rid);
    assert.equal(again.id, walk.id);
    assert.equal(walk.state, 'asked');
    assert.deepEqual(walk.next, ['cancel']);
    assert.equal((await t.as('resident').refused('walk.get', { id: walk.id })).code, 'NOT_FOUND');
    const told = await t.as('storyteller').call('me.inbox', { after: null });
    assert.equal(told.items[0]?.title, '有人想听您讲');
    const desk = await t.as('storyteller').call('walk.desk', {});
    assert.deepEqual(
      desk.walks.map((one) => [one.id, one.next]),
      [[walk.id, ['confirm', 'decline']]],
    );
    assert.equal((await t.as('member').refused('walk.confirm', { id: walk.id })).code, 'NOT_ALLOWED');
    assert.equal((await t.as('resident').refused('walk.confirm', { id: walk.id })).code, 'NOT_ALLOWED');
    await t.as('storyteller').call('walk.confirm', { id: walk.id });
    assert.equal((await t.as('storyteller').refused('walk.confirm', { id: walk.id })).code, 'NOT_NOW');
    assert.equal((await t.as('member').call('me.inbox', { after: null })).items[0]?.title, '约好了');
    const { items } = await t.as('member').call('walk.mine', {});
    assert.equal(items[0]?.state, 'confirmed');
  });

  test('two who book the last place of a month at once: one gets it, the other is offered what is left [S23]', async () => {
    const asks = [13, 14, 15].map((day, at) =>
      t
        .as(['resident', 'daughter', 'member-b'][at] ?? '')
        .ask('walk.book', { stopId: 'stop-sample', day: dayIn(t, 1, day), ...group }),
    );
    const replies = await Promise.all(asks);
    assert.equal(replies.filter((reply) => reply.ok).length, 1, 'the cap is two a month, one was taken');
    for (const reply of replies) if (!reply.ok) assert.equal(reply.refusal.code, 'STOP_FULL');
    const stop = await t.as('stranger').call('route.stop', { id: 'stop-sample' });
    assert.deepEqual(
      stop.months.map(({ state, left }) => [state, left]),
      [
        ['open', 2],
        ['full', 0],
        ['open', 2],
      ],
    );
    const won = replies.find((reply) => reply.ok);
    assert.ok(won?.ok);
    const key = ['resident', 'daughter', 'member-b'][replies.indexOf(won)] ?? '';
    await t.as(key).call('walk.cancel', { id: won.output.id });
    const freed = await t.as('stranger').call('route.stop', { id: 'stop-sample' });
    assert.equal(freed.months[1]?.left, 1, 'cancelling gives the place back');
    assert.equal(freed.taken.length, 1);
  });

  test('这个月歇歇 with one tap: nobody can book this month, next month stays open, and it can be taken back [S23]', async () => {
    const fresh = await town();
    try {
      assert.equal(
        (await fresh.as('resident').refused('route.rest', { id: 'stop-sample', resting: true })).code,
        'NOT_ALLOWED',
      );
      const rested = await fresh.as('storyteller').call('route.rest', { id: 'stop-sample', resting: true });
      assert.deepEqual(
        rested.months.map(({ state }) => state),
        ['resting', 'open', 'open'],
      );
      assert.ok(rested.next.includes('resume'));
      const tomorrow = fresh.clock.now() + DAY;
      const sameMonth =
        new Date(tomorrow + 8 * 3_600_000).getUTCMonth() ===
        new Date(fresh.clock.now() + 8 * 3_600_000).getUTCMonth();
      const reply = await fresh
        .as('resident')
        .ask('walk.book', { stopId: 'stop-sample', day: tomorrow, ...group });
      assert.equal(reply.ok, !sameMonth);
      const resumed = await fresh.as('storyteller').call('route.rest', { id: 'stop-sample', resting: false });
      assert.equal(resumed.months[0]?.state, 'open');
    } finally {
      await fresh.close();
    }
  });

  test('the office answers for a place, and what it has found out about the hall is kept to: how many, what to mind [S22]', async () => {
    const day = dayIn(t, 1, 20);
    const wish = { stopId: 'stop-graphite', day, ...group };
    await t.as('office').call('route.describe', { id: 'stop-graphite', most: 5, safety: '进厅戴安全帽' });
    const big = await t.as('resident').refused('walk.book', wish);
    assert.deepEqual([big.code, big.count], ['GROUP_TOO_BIG', 5]);
    const walk = await t.as('resident').call('walk.book', { ...wish, size: 5 });
    assert.equal(walk.safety, '进厅戴安全帽');
    const taken = await t.as('member').refused('walk.book', { ...wish, size: 2 });
    assert.equal(taken.code, 'STOP_DAY_TAKEN');
    const { walks } = await t.as('office').call('walk.desk', {});
    assert.ok(walks.some(({ id }) => id === walk.id));
    await t.as('office').call('walk.decline', { id: walk.id, reason: '厅里检修' });
    const told = (await t.as('resident').call('me.inbox', { after: null })).items[0];
    assert.match(told?.text ?? '', /厅里检修/);
    await t.as('member').call('walk.book', { ...wish, size: 2 });
  });

  test('today and the day after two months cannot be booked', async () => {
    for (const day of [t.clock.now(), t.clock.now() - DAY, t.clock.now() + 62 * DAY]) {
      const no = await t.as('resident').refused('walk.book', { stopId: 'stop-film', day, ...group });
      assert.equal(no.code, 'DAY_UNFIT');
    }
  });

  test('a question that nobody answers comes back after a week with its place; a walk that took place is done', async () => {
    const fresh = await town();
    try {
      const day = fresh.clock.now() + 20 * DAY;
      const wish = { stopId: 'stop-sample', ...group };
      const silent = await fresh.as('resident').call('walk.book', { ...wish, day });
      const agreed = await fresh.as('member').call('walk.book', { ...wish, day: day + DAY });
      await fresh.as('storyteller').call('walk.confirm', { id: agreed.id });
      await fresh.pass(7 * DAY + 1000);
      const lapsed = await fresh.as('resident').call('walk.get', { id: silent.id });
      assert.deepEqual([lapsed.state, lapsed.lapsed], ['declined', true]);
      const told = await fresh.as('resident').call('me.inbox', { after: null });
      assert.equal(told.items[0]?.title, '没等到回话');
      assert.equal((await fresh.as('stranger').call('route.stop', { id: 'stop-sample' })).taken.length, 1);
      await fresh.pass(15 * DAY);
      assert.equal((await fresh.as('member').call('walk.get', { id: agreed.id })).state, 'done');
    } finally {
      await fresh.close();
    }
  });
});
