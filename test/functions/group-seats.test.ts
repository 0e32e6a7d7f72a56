import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY, HOUR, timeOnDay } from '../../cloudfunctions/core/calendar';
import type { Session } from '../../cloudfunctions/school/session/model';
import { type Town, town } from '../support/town';
import { planFor, published } from './plan';
import { storedOf } from './stored';

describe('支部一起报名、课前提醒、临时来不了, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const stored = (id: string) => storedOf<Session>(t, 'sessions', id);
  const news = async (key: string) => (await t.as(key).call('me.inbox', { after: null })).items;

  test('one contact takes several seats: all or none, on the roster by first character, given back one by one to who waits [S51]', async () => {
    const id = await published(t, { capacity: 4, courseId: 'c-papers' });
    const group = (names: string[]) => ({ id, branch: '样例支部', names });
    const many = await t.as('member').refused('session.take_group', group(['', '', '', '', '']));
    assert.deepEqual([many.code, many.count], ['SEATS_FULL', 4], 'all or none');
    const view = await t.as('member').call('session.take_group', group(['张三', '', '']));
    assert.deepEqual(
      view.guests?.map(({ name }) => name),
      ['张**', '样例支部 2', '样例支部 3'],
    );
    assert.equal(view.mine.is, 'none', 'the contact need not come');
    assert.ok(
      (await t.as('member').call('session.mine', {})).coming.some(
        (card) => card.id === id && card.group === 3,
      ),
    );
    await t.as('resident').call('session.take', { id });
    await t.as('elder').call('session.wait', { id });
    const [first] = view.guests ?? [];
    assert.ok(first);
    const foreign = await t.as('resident').call('session.give_back', { id, seat: first.seat });
    assert.equal(foreign.seats.taken, 4, 'nobody gives back what is not theirs');
    await t.as('member').call('session.give_back', { id, seat: first.seat });
    assert.deepEqual(
      [stored(id).holders.length, stored(id).offers.length],
      [3, 1],
      'the next in line is asked',
    );
    const { holders, offers, seats, capacity } = stored(id);
    assert.equal(seats.open + seats.elderOpen + holders.length + offers.length, capacity);
    await t.as('office').call('session.cancel', { id, reason: '停电' });
    assert.equal(
      (await news('member')).filter(({ title }) => title === '这节课不上了').length,
      1,
      'told once for all seats',
    );
  });

  test('no contact takes more than ten seats of one class', async () => {
    const id = await published(t, {
      capacity: 30,
      courseId: 'c-papers',
      startsAt: planFor(t).startsAt + DAY,
    });
    const names = (count: number) => Array.from({ length: count }, () => '');
    await t.as('member').call('session.take_group', { id, branch: '样例支部', names: names(8) });
    const more = { id, branch: '样例支部', names: names(3) };
    const refused = await t.as('member').refused('session.take_group', more);
    assert.deepEqual([refused.code, refused.count], ['GROUP_TOO_BIG', 10]);
  });

  test('who has a seat is reminded the day before and in the morning, once each, and not at night', async () => {
    const id = await published(t, { startsAt: planFor(t).startsAt + 2 * DAY });
    const { startsAt } = stored(id);
    await t.as('daughter').call('session.take', { id });
    const reminded = async () => (await news('daughter')).filter(({ title }) => title === '快上课了').length;
    await t.clock.set(timeOnDay(startsAt - DAY, '17:50'));
    await t.sweep();
    assert.equal(await reminded(), 0);
    await t.pass(20 * 60_000);
    await t.sweep();
    assert.equal(await reminded(), 1);
    await t.clock.set(timeOnDay(startsAt, '07:30'));
    await t.sweep();
    assert.equal(await reminded(), 1);
    await t.pass(2 * HOUR);
    await t.sweep();
    assert.equal(await reminded(), 2);
  });

  test('an hour before the class a seat can still be given back, and nothing is remembered of it [S51]', async () => {
    const id = await published(t, { courseId: 'c-papers', startsAt: timeOnDay(t.clock.now(), '19:00', 12) });
    await t.as('daughter').call('session.take', { id });
    await t.clock.set(stored(id).startsAt - HOUR);
    assert.equal((await t.as('daughter').call('session.leave', { id })).mine.is, 'none');
    const next = await published(t, {
      courseId: 'c-papers',
      startsAt: timeOnDay(t.clock.now(), '19:00', 15),
    });
    assert.equal((await t.as('daughter').call('session.take', { id: next })).mine.is, 'seated');
  });
});

test('the 支部 that was named once for a course is there when seats are taken for it, for its contact alone', async () => {
  const t = await town();
  try {
    assert.equal((await t.as('member').call('session.get', { id: 's-night' })).branch, undefined);
    const order = { id: 'c-food', branch: '样例支部', size: 5, ordered: true };
    await t.as('member').call('course.order_branch', order);
    assert.equal((await t.as('member').call('session.get', { id: 's-night' })).branch, '样例支部');
    assert.equal((await t.as('resident').call('session.get', { id: 's-night' })).branch, undefined);
  } finally {
    await t.close();
  }
});
