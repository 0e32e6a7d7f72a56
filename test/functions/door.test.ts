import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { type CallReply, CONTRACT_VERSION } from '@contract/envelope';
import { MINUTE } from '../../cloudfunctions/core/calendar';
import type { Session } from '../../cloudfunctions/school/session/model';
import { openidOf } from '../../database/seed/samples/people';
import { newRid, type Town, town } from '../support/town';
import { storedOf } from './stored';

describe('帮着点名的人, asked by the host for one class', () => {
  let t: Town;
  const id = 's-now';
  const stored = () => storedOf<Session>(t, 'sessions', id);
  const roster = async () => (await t.as('host').call('session.console', { id })).roster;
  const seatOf = async (name: string) => (await roster()).find((line) => line.name === name)?.seat ?? '';

  beforeEach(async () => {
    t = await town();
    for (const key of ['resident', 'member', 'member-b', 'elder'])
      await t.as(key).call('session.take', { id });
    await t.clock.set(stored().startsAt - 5 * MINUTE);
  });
  const close = () => t.close();

  const asked = async () =>
    t.as('host').call('session.steward', { id, seat: await seatOf('样例居民'), on: true });

  test('finds a seat by what its owner says, three at most, and marks it; everybody else is turned away [S51]', async () => {
    try {
      assert.equal((await t.as('resident').refused('session.door', { id, said: '样' })).code, 'NOT_ALLOWED');
      const desk = await asked();
      assert.deepEqual(
        desk.roster.map(({ name, steward }) => [name, steward]),
        [
          ['样例居民', 'is'],
          ['样例党员甲', 'may'],
          ['样例党员乙', 'may'],
          ['样例长者', 'may'],
        ],
      );
      const mine = await t.as('resident').call('session.get', { id });
      assert.ok(mine.next.includes('keep_door'));
      assert.ok(!(await t.as('member').call('session.get', { id })).next.includes('keep_door'));
      const told = (await t.as('resident').call('me.inbox', { after: null })).items.map(({ title }) => title);
      assert.equal(told.filter((title) => title === '请您帮着点到').length, 1);

      const many = await t.as('resident').call('session.door', { id, said: '样' });
      assert.deepEqual([many.matches.length, many.more], [3, true], 'never the list');
      const none = await t.as('resident').call('session.door', { id, said: '王' });
      assert.deepEqual(none, { matches: [], more: false });
      const { seatNumber } = await t.as('member').call('session.get', { id });
      const found = await t.as('resident').call('session.door', { id, said: seatNumber ?? '' });
      assert.deepEqual(
        found.matches.map(({ name, arrived }) => [name, arrived]),
        [['样例党员甲', false]],
      );
      const seat = found.matches[0]?.seat ?? '';
      assert.equal((await t.as('resident').call('session.door_mark', { id, seat })).arrived, true);
      await t.as('resident').call('session.door_mark', { id, seat });
      const counted = await t.as('member').call('session.get', { id });
      assert.equal(counted.countedBy, 'door', 'whoever was counted reads by whom');
      assert.equal((await t.as('host').call('session.console', { id })).arrived, 1);
      assert.equal((await t.as('member').call('session.get', { id })).mine.is, 'attended');
      for (const said of ['', '样例', '12', '*', '12345'])
        assert.equal(
          (await t.as('resident').refused('session.door', { id, said })).code,
          'INVALID_INPUT',
          said,
        );
      const out = await t.as('resident').refused('session.console', { id });
      assert.equal(out.code, 'NOT_ALLOWED', 'the list stays the host’s');
      const other = await t.as('resident').refused('session.door', { id: 's-table', said: '样' });
      assert.equal(other.code, 'NOT_ALLOWED', 'one class only');
    } finally {
      await close();
    }
  });

  test('what was given ends with one tap, with the check-in, and with the own seat [S51]', async () => {
    try {
      await asked();
      const seat = await seatOf('样例居民');
      await t.as('host').call('session.steward', { id, seat, on: false });
      assert.equal((await t.as('resident').refused('session.door', { id, said: '样' })).code, 'NOT_ALLOWED');
      await asked();
      await t.as('resident').call('session.leave', { id });
      assert.deepEqual(stored().stewards, [], 'who gave the seat back is no helper');
      await t.as('host').call('session.steward', { id, seat: await seatOf('样例党员甲'), on: true });
      await t.as('member').call('session.door', { id, said: '样' });
      await t.clock.set(stored().endsAt + 16 * MINUTE);
      const target = await seatOf('样例长者');
      assert.equal((await t.as('member').refused('session.door', { id, said: '样' })).code, 'NOT_ALLOWED');
      const late = await t.as('member').refused('session.door_mark', { id, seat: target });
      assert.equal(late.code, 'NOT_ALLOWED');
      const again = await t.as('host').refused('session.steward', { id, seat: target, on: true });
      assert.equal(again.code, 'NOT_NOW');
    } finally {
      await close();
    }
  });

  test('what was tapped in class without a network counts as it was tapped, also after class; after it was taken back it does not', async () => {
    try {
      await asked();
      const seats = [await seatOf('样例党员甲'), await seatOf('样例党员乙')];
      const tapped = stored().startsAt + MINUTE;
      const send = async (seat: string, occurredAt: number | null) => {
        const call = {
          action: 'session.door_mark',
          input: { id, seat },
          rid: newRid(),
          contract: CONTRACT_VERSION,
          occurredAt,
        };
        // What every reply is.
        return (await t.invoke('api', call, { openid: openidOf('resident') })) as CallReply<unknown>;
      };
      await t.clock.set(stored().endsAt + 20 * MINUTE);
      const [first = '', second = ''] = seats;
      assert.equal((await send(first, null)).ok, false, 'a tap after class is none');
      assert.equal((await send(first, tapped)).ok, true);
      const line = (await roster()).find(({ seat }) => seat === first);
      assert.deepEqual(line?.arrived, { at: tapped, how: 'roster' });
      await t.as('host').call('session.steward', { id, seat: await seatOf('样例居民'), on: false });
      const refused = await send(second, tapped);
      assert.equal(!refused.ok && refused.refusal.code, 'NOT_ALLOWED');
    } finally {
      await close();
    }
  });

  test('a seat that a 支部 holds has no phone to help with, but is found by its number', async () => {
    try {
      await t.clock.set(stored().startsAt - 2 * MINUTE);
      const group = { id, branch: '样例支部', names: ['张三'] };
      const [guest] = (await t.as('daughter').call('session.take_group', group)).guests ?? [];
      assert.ok(guest);
      const refused = await t.as('host').refused('session.steward', { id, seat: guest.seat, on: true });
      assert.equal(refused.code, 'NOT_NOW');
      await asked();
      const found = await t.as('resident').call('session.door', { id, said: guest.number });
      assert.deepEqual(found.matches, [{ seat: guest.seat, name: '张**', arrived: false }]);
      assert.equal((await t.as('resident').call('session.door', { id, said: '张' })).matches.length, 1);
    } finally {
      await close();
    }
  });

  test('erasing takes the helper off the class', async () => {
    try {
      await asked();
      assert.equal(stored().stewards?.length, 1);
      const { erasure } = await t.as('resident').call('data.erase', { understood: true });
      await t.pass((erasure?.dueAt ?? 0) - t.clock.now() + MINUTE);
      await t.sweep();
      assert.deepEqual(stored().stewards, []);
    } finally {
      await close();
    }
  });
});
