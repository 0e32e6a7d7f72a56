import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { DAY, MINUTE } from '../../cloudfunctions/core/calendar';
import type { Session } from '../../cloudfunctions/school/session/model';
import { personIdOf } from '../../database/seed/samples/people';
import { type ProofTown, proofTown } from '../proof/support/proof-town';
import { newRid } from '../support/town';
import { drafted, planFor, published } from './plan';
import { storedOf } from './stored';

describe('a host who hosts no more', () => {
  let t: ProofTown;
  before(async () => {
    t = await proofTown();
  });
  beforeEach(() => t.begin());
  after(() => t.close());

  const host = personIdOf('host');
  const stored = (id: string) => storedOf<Session>(t, 'sessions', id);
  const ahead = () =>
    (['hidden', 'coming'] as const).flatMap(
      (shelf) => t.store.find('sessions', { hostId: host, shelf }, { limit: 100 }).documents,
    );
  const told = async () =>
    (await t.as('office').call('me.inbox', { after: null })).items.filter(
      ({ title }) => title === '有节课没班主任了',
    );

  async function twoAhead() {
    const { startsAt } = planFor(t);
    const open = await published(t, { startsAt: startsAt + 3 * DAY });
    const draft = await drafted(t, { startsAt: startsAt + 5 * DAY });
    await t.as('resident').call('session.take', { id: open });
    assert.equal((await t.as('host').call('session.console', { id: open })).session.host?.role, '班主任');
    return { open, draft };
  }

  test('whose power is taken has no class ahead; the office hears of each and has its roster', async () => {
    const { open, draft } = await twoAhead();
    const many = ahead().length;
    const grant = { personId: host, role: 'host', scope: '*' } as const;
    await t.as('admin').call('role.revoke', { ...grant, why: '调走了' });
    assert.equal(ahead().length, 0);
    for (const id of [open, draft]) assert.deepEqual([stored(id).hostId, stored(id).hostName], [null, '']);
    assert.equal(stored(open).holders.length, 1, 'who has a seat keeps it');
    const heard = await told();
    assert.equal(heard.length, many, 'one message for each class');
    assert.match(heard.find(({ link }) => link?.includes(open))?.text ?? '', /教务先接着/);
    assert.match(heard.find(({ link }) => link?.includes(draft))?.text ?? '', /另选一位/);
    assert.equal((await t.as('office').call('session.console', { id: open })).roster.length, 1);
    assert.equal((await t.as('resident').call('session.get', { id: open })).host, null);
  });

  test('who is erased leaves no class behind that waits for them', async () => {
    const { open, draft } = await twoAhead();
    const { erasure } = await t.as('host').call('data.erase', { understood: true });
    await t.pass(Math.min(erasure?.dueAt ?? 0, stored(open).startsAt - DAY) - t.clock.now());
    await t.pass((erasure?.dueAt ?? 0) - t.clock.now() + 60_000);
    assert.equal(ahead().length, 0);
    assert.equal(stored(draft).hostId, null);
  });

  test('who still hosts by another power keeps their classes', async () => {
    const { open } = await twoAhead();
    const grant = { personId: host, role: 'volunteer', scope: 'jianguo' } as const;
    await t.as('admin').call('role.grant', { ...grant, why: '愿意帮忙' });
    await t.as('admin').call('role.revoke', { ...grant, why: '不帮了' });
    assert.equal(stored(open).hostId, host);
    assert.deepEqual(await told(), []);
  });

  const named = { role: 'host', scope: '*' } as const;
  const inbox = async (key: string, title: string) =>
    (await t.as(key).call('me.inbox', { after: null })).items.filter((one) => one.title === title);

  /** member hosts too. */
  async function another() {
    const grant = { ...named, personId: personIdOf('member') };
    await t.as('admin').call('role.grant', { ...grant, why: '愿意带课' });
    return personIdOf('member');
  }

  test('换班主任 in the middle of class: the roster is the new one\u2019s from that very moment, both are told once [S51]', async () => {
    const to = await another();
    const { open: id } = await twoAhead();
    await t.clock.set(stored(id).startsAt - 5 * MINUTE);
    const [line] = (await t.as('host').call('session.console', { id })).roster;
    assert.equal((await t.as('member').refused('session.console', { id })).code, 'NOT_ALLOWED');
    const rid = newRid();
    for (let sent = 0; sent < 2; sent += 1)
      await t.as('office').call('session.hand_over', { id, from: host, to }, rid);
    for (const name of ['session.console', 'session.code'] as const)
      assert.equal((await t.as('host').refused(name, { id })).code, 'NOT_ALLOWED', name);
    const mark = { id, seat: line?.seat ?? '', arrived: true };
    assert.equal((await t.as('host').refused('session.mark', mark)).code, 'NOT_ALLOWED');
    assert.equal((await t.as('member').call('session.mark', mark)).arrived, 1);
    assert.equal((await inbox('host', '这节课不用您带了')).length, 1);
    const [asked, ...more] = await inbox('member', '请您带一节课');
    assert.deepEqual([more.length, asked?.link.includes(id)], [0, true]);
    assert.match(asked?.text ?? '', /坐下 1 位$/);
    assert.match((await t.as('resident').call('session.get', { id })).host?.name ?? '', /党员/);
    const coming = async (key: string) => (await t.as(key).call('session.hosting', {})).items;
    assert.ok((await coming('member')).some((one) => one.id === id));
    assert.ok(!(await coming('host')).some((one) => one.id === id));
  });

  test('who saw another host is told so; a draft and a class that is over are not handed on; nobody is named who may not host', async () => {
    const to = await another();
    const { open: id, draft } = await twoAhead();
    const give = (input: { id: string; from: string | null; to: string | null }) =>
      t.as('office').refused('session.hand_over', input);
    assert.equal((await give({ id: draft, from: host, to })).code, 'NOT_NOW');
    const nobody = await give({ id, from: host, to: personIdOf('resident') });
    assert.deepEqual([nobody.code, nobody.field], ['INVALID_INPUT', 'to']);
    await t.as('office').call('session.hand_over', { id, from: host, to: null });
    assert.equal((await give({ id, from: host, to })).code, 'STALE');
    assert.equal(stored(id).hostId, null, 'the office keeps the roster');
    await t.as('office').call('session.hand_over', { id, from: null, to });
    await t.clock.set(stored(id).startsAt);
    for (let hours = 0; hours < 3; hours += 1) await t.pass(60 * MINUTE);
    assert.equal((await give({ id, from: to, to: host })).code, 'NOT_NOW');
  });

  test('whose power goes while the class is being given to them does not keep it', async () => {
    const to = await another();
    const { open: id } = await twoAhead();
    let taken = false;
    t.faults.onRequest = async (call, parameters) => {
      const writes = call.collection === 'sessions' && String(parameters['data']).includes('hand_over');
      if (writes && !taken) {
        taken = true;
        await t.as('admin').call('role.revoke', { ...named, personId: to, why: '调走了' });
      }
      return parameters;
    };
    await t.as('office').call('session.hand_over', { id, from: host, to });
    t.faults.onRequest = undefined;
    assert.equal(taken, true);
    assert.equal(stored(id).hostId, null);
    assert.ok((await told()).some(({ link }) => link.includes(id)));
  });

  test('past classes of who was erased keep no name of theirs', async () => {
    const { open: id } = await twoAhead();
    await t.clock.set(stored(id).startsAt);
    for (let hours = 0; hours < 3; hours += 1) await t.pass(60 * MINUTE);
    assert.notEqual(stored(id).hostName, '');
    const { erasure } = await t.as('host').call('data.erase', { understood: true });
    await t.pass((erasure?.dueAt ?? 0) - t.clock.now() + MINUTE);
    assert.equal(stored(id).hostName, '');
  });
});
