import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import type { Session } from '../../cloudfunctions/school/session/model';
import { personIdOf } from '../../database/seed/samples/people';
import { type ProofTown, proofTown } from '../proof/support/proof-town';
import { drafted, planFor, published } from './plan';

describe('a host who hosts no more', () => {
  let t: ProofTown;
  before(async () => {
    t = await proofTown();
  });
  beforeEach(() => t.begin());
  after(() => t.close());

  const host = personIdOf('host');
  const stored = (id: string) => t.store.find('sessions', { _id: id }).documents[0] as unknown as Session;
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
});
