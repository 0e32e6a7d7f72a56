import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { HOUR, MINUTE } from '../../cloudfunctions/core/calendar';
import { newRid, type Town, town } from '../support/town';

describe('learning, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  test('anybody looks at the menu without an account, filtered by track, group, method and programme [S6] [S40] [S41] [S42] [S51] [S52]', async () => {
    const all = { track: null, group: null, method: null, program: null, communityId: null } as const;
    const nobody = t.as('stranger');
    const { items } = await nobody.call('course.menu', all);
    assert.ok(items.length >= 8);
    const night = await nobody.call('course.menu', { ...all, program: 'night_school' });
    assert.ok(night.items.length > 0 && night.items.every((item) => item.program === 'night_school'));
    const narrow = await nobody.call('course.menu', {
      ...all,
      track: 'practice',
      method: 'case',
      group: 'community',
    });
    assert.ok(
      narrow.items.every(
        (item) =>
          item.track === 'practice' && item.methods.includes('case') && item.groups.includes('community'),
      ),
    );
    const { me } = await nobody.call('home.get', { communityId: null });
    assert.equal(me.known, false, 'looking around makes no account');
  });

  test('ordering a course says how many are still missing, twice the same says it once [S39]', async () => {
    const before = (await t.as('member').call('course.get', { id: 'c-rights' })).missing;
    const rid = newRid();
    await t.as('member').call('course.order', { ids: ['c-food'], ordered: true }, rid);
    const again = await t.as('member').call('course.order', { ids: ['c-food'], ordered: true }, rid);
    assert.equal(again.items[0]?.ordered, true);
    assert.equal(again.items[0]?.missing, 5);
    const undone = await t.as('member').call('course.order', { ids: ['c-food'], ordered: false });
    assert.equal(undone.items[0]?.missing, 6);
    assert.equal(before, 0, 'a scheduled course misses nobody');
  });

  test('a full class has a waiting list with a visible place; a seat given back goes to the first in line with a deadline [S51]', async () => {
    const [a, b, c] = [t.as('resident'), t.as('member'), t.as('daughter')];
    await t.as('member-b').call('session.take', { id: 's-small' });
    await a.call('session.take', { id: 's-small' });
    const full = await b.refused('session.take', { id: 's-small' });
    assert.equal(full.code, 'SEATS_FULL');
    assert.deepEqual((await b.call('session.wait', { id: 's-small' })).mine, { is: 'waiting', place: 1 });
    assert.deepEqual((await c.call('session.wait', { id: 's-small' })).mine, { is: 'waiting', place: 2 });

    await a.call('session.leave', { id: 's-small' });
    const offered = await b.call('session.get', { id: 's-small' });
    assert.equal(offered.mine.is, 'offered');
    assert.deepEqual(offered.next, ['accept', 'pass']);
    const { items } = await b.call('me.inbox', { after: null });
    assert.match(items[0]?.text ?? '', /留到/);
    assert.equal(
      (await c.call('session.get', { id: 's-small' })).mine.is,
      'waiting',
      'the second is not asked yet',
    );

    await b.call('session.pass', { id: 's-small' });
    assert.equal((await c.call('session.accept', { id: 's-small' })).mine.is, 'seated');
    const late = await b.refused('session.accept', { id: 's-small' });
    assert.equal(late.code, 'NO_OFFER');
    await c.call('session.leave', { id: 's-small' });
  });

  test('an offer that nobody answers goes to the next in line, and who was silent is told', async () => {
    const [a, b] = [t.as('daughter'), t.as('office')];
    await t.as('resident').call('session.take', { id: 's-small' });
    await a.call('session.wait', { id: 's-small' });
    await b.call('session.wait', { id: 's-small' });
    await t.as('resident').call('session.leave', { id: 's-small' });
    await t.clock.advance(16 * HOUR);
    assert.equal((await a.refused('session.accept', { id: 's-small' })).code, 'OFFER_EXPIRED');
    await t.sweep();
    assert.equal((await a.call('session.get', { id: 's-small' })).mine.is, 'none');
    const told = (await a.call('me.inbox', { after: null })).items.map((item) => item.title);
    assert.ok(told.includes('座让给下一位了'), told.join());
    assert.notEqual((await b.call('session.get', { id: 's-small' })).mine.is, 'waiting');
  });

  test('three ways of being counted give the same result, once', async () => {
    const fresh = await town();
    try {
      const { startsAt } = await fresh.as('resident').call('session.take', { id: 's-now' });
      await fresh.as('elder').call('session.take', { id: 's-now' });
      await fresh.as('member').call('session.take', { id: 's-now' });
      const { code: venueCode } = await fresh.as('resident').call('venue.get', { id: 'branch-jianguo' });
      const early = await fresh
        .as('resident')
        .ask('session.check_in', { id: 's-night', by: { way: 'poster', venueCode } });
      assert.equal(early.ok, false);
      await fresh.clock.set(startsAt - 5 * MINUTE);

      const poster = await fresh
        .as('resident')
        .call('session.check_in', { id: 's-now', by: { way: 'poster', venueCode } });
      assert.equal(poster.how, 'poster');
      const { content } = await fresh.as('host').call('session.code', { id: 's-now' });
      const rotating = await fresh
        .as('elder')
        .call('session.check_in', { id: 's-now', by: { way: 'rotating', content } });
      assert.equal(rotating.mine.is, 'attended');
      const desk = await fresh.as('host').call('session.console', { id: 's-now' });
      const last = desk.roster.find((line) => line.arrived === null);
      const marked = await fresh
        .as('host')
        .call('session.mark', { id: 's-now', seat: last?.seat ?? '', arrived: true });
      assert.equal(marked.arrived, 3);

      const again = await fresh
        .as('resident')
        .call('session.check_in', { id: 's-now', by: { way: 'rotating', content } });
      assert.equal(again.how, 'poster', 'counted as they came first');
      assert.equal((await fresh.as('host').call('session.console', { id: 's-now' })).arrived, 3);

      await fresh.clock.advance(61_000);
      const old = await fresh
        .as('resident')
        .refused('session.check_in', { id: 's-now', by: { way: 'rotating', content } });
      assert.equal(old.code, 'CODE_EXPIRED');
      const forged = await fresh.as('resident').refused('session.check_in', {
        id: 's-now',
        by: { way: 'rotating', content: content.replace(/.$/, '!') },
      });
      assert.equal(forged.code, 'CODE_WRONG');
      const other = await fresh
        .as('resident')
        .refused('session.check_in', { id: 's-table', by: { way: 'rotating', content } });
      assert.equal(other.code, 'CODE_OTHER_SESSION');
    } finally {
      await fresh.close();
    }
  });

  test('only the host of a class and the office see its roster and its code', async () => {
    assert.equal((await t.as('member').refused('session.console', { id: 's-table' })).code, 'NOT_ALLOWED');
    assert.equal((await t.as('resident').refused('session.code', { id: 's-table' })).code, 'NOT_ALLOWED');
    const desk = await t.as('office').call('session.console', { id: 's-night' });
    assert.equal(JSON.stringify(desk).includes('sample-'), false, 'no openid in a roster');
  });

  test('a host edits what to bring; an older form is refused and capacity never falls below the people in the room', async () => {
    const host = t.as('host');
    const { session } = await host.call('session.console', { id: 's-rights' });
    await t.as('elder').call('session.take', { id: 's-rights' });
    await t.as('member').call('session.take', { id: 's-rights' });
    const edited = await host.call('session.edit', {
      id: 's-rights',
      version: session.version,
      bring: ['笔', '本子'],
    });
    assert.deepEqual(edited.session.bring, ['笔', '本子']);
    assert.equal(edited.session.seats.taken, 2, 'seats taken meanwhile stay');
    const stale = await host.refused('session.edit', { id: 's-rights', version: session.version, bring: [] });
    assert.equal(stale.code, 'STALE');
    const small = await host.refused('session.edit', {
      id: 's-rights',
      version: edited.session.version,
      capacity: 1,
    });
    assert.equal(small.code, 'CAPACITY_IN_USE');
    assert.equal(small.count, 2);
  });

  test('a class called off keeps its list and everybody is told why', async () => {
    await t.as('resident').call('session.take', { id: 's-night-2' });
    const { session } = await t.as('host').call('session.cancel', { id: 's-night-2', reason: '停电' });
    assert.equal(session.state, 'cancelled');
    const { items } = await t.as('resident').call('me.inbox', { after: null });
    assert.match(items[0]?.text ?? '', /停电/);
  });

  test('words that WeChat refuses reach nobody, and a check that is down does not keep a class from being called off', async () => {
    const id = 's-rights';
    await t.as('member').call('session.take', { id });
    const cancel = { id, reason: '样例：不合适的话' };
    try {
      t.openApi.checkTexts = 'risky';
      const { code, field } = await t.as('host').refused('session.cancel', cancel);
      assert.deepEqual([code, field], ['TEXT_REFUSED', 'reason']);
      assert.equal((await t.as('host').call('session.console', { id })).session.state, 'open');
      t.openApi.checkTexts = 'down';
      assert.equal((await t.as('host').call('session.cancel', cancel)).session.state, 'cancelled');
    } finally {
      t.openApi.checkTexts = 'pass';
    }
    const { items } = await t.as('member').call('me.inbox', { after: null });
    assert.match(items[0]?.text ?? '', /不上了：.*打社区的电话/);
    assert.doesNotMatch(JSON.stringify(items), /不合适的话/);
  });
});
