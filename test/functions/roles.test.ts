import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import { roleKey } from '../../cloudfunctions/core/permissions';
import type { Person } from '../../cloudfunctions/people/person/model';
import { type ProofTown, proofTown } from '../proof/support/proof-town';
import { storedOf } from './stored';
import { wish } from './wish';

const helper = { personId: 'sample_resident', role: 'volunteer', scope: 'jianguo' } as const;
const desk = { personId: 'sample_resident', role: 'dispatcher', scope: 'jianguo' } as const;
const gridWorker = { personId: 'sample_grid', role: 'grid_worker', scope: 'jianguo-north' } as const;
const admin = (key: string) => ({ personId: `sample_${key}`, role: 'admin', scope: '*' }) as const;

describe('who may do what, and who said so', () => {
  let t: ProofTown;
  before(async () => {
    t = await proofTown();
  });
  beforeEach(() => t.begin());
  after(() => t.close());

  const stored = (id: string) =>
    // What the functions wrote.
    storedOf<Person>(t, 'persons', id);
  const newest = async (key: string) => (await t.as(key).call('me.inbox', { after: null })).items[0];

  test('an ordinary power works at the very next tap, and is gone at the next tap after it was taken', async () => {
    const request = await t.as('elder').call('request.submit', wish);
    await t.as('dispatcher').call('request.publish', {
      id: request.id,
      title: '上门理发',
      publicText: '一位老人想剪头发',
      category: 'wish',
    });
    const claim = { id: request.id, promisedFor: t.clock.now() + DAY };
    assert.equal((await t.as('resident').refused('request.claim', claim)).code, 'NOT_ALLOWED');

    const { code } = await t.as('resident').call('role.mine', {});
    const spoken = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `.trim();
    const found = await t.as('admin').call('role.find', { code: spoken });
    assert.equal(found.person.name, '样例居民');
    assert.doesNotMatch(JSON.stringify(found), /phone|door|openid/);

    const given = await t.as('admin').call('role.grant', { ...helper, why: '愿意帮忙' });
    assert.equal(given.state, 'held');
    await t.as('resident').call('request.claim', claim);
    const mine = await t.as('resident').call('role.mine', {});
    const [power] = mine.powers;
    assert.deepEqual([power?.role, power?.place, power?.by], ['volunteer', '建国社区', '样例管理员甲']);
    assert.ok(Math.abs((power?.since ?? 0) - t.clock.now()) < 60_000, 'and since when');
    assert.equal((await newest('resident'))?.title, '您有了个岗位');

    await t.as('admin-b').call('role.revoke', { ...helper, why: '搬走了' });
    assert.deepEqual(stored('sample_resident').roleKeys, []);
    assert.equal(
      (await t.as('resident').refused('request.contact', { id: request.id, note: '' })).code,
      'NOT_FOUND',
    );
    const matter = await t.as('elder').call('request.get', { id: request.id });
    assert.match(JSON.stringify(matter.history), /换岗了，社区另找人接着办/);
    const { waiting } = await t.as('dispatcher').call('desk.triage', { communityId: null });
    assert.ok(
      waiting.some(({ id }) => id === request.id),
      'it waits at the desk',
    );
  });

  test('a powerful one waits for another administrator; nobody agrees to their own', async () => {
    const asked = await t.as('admin').call('role.grant', { ...desk, why: '新来的受理员' });
    assert.equal(asked.state, 'proposed');
    assert.deepEqual(asked.next, ['decline']);
    assert.equal(
      (await t.as('resident').refused('desk.triage', { communityId: null })).code,
      'NOT_ALLOWED',
      'proposed is not given',
    );
    assert.equal((await t.as('admin').refused('role.confirm', desk)).code, 'OWN_POWER');
    assert.equal((await newest('admin-b'))?.title, '有个岗位等您点头');
    const waiting = await t.as('admin-b').call('role.waiting', {});
    assert.deepEqual(waiting.items[0]?.next, ['confirm', 'decline']);
    const held = await t.as('admin-b').call('role.confirm', desk);
    assert.equal(held.state, 'held');
    await t.as('resident').call('desk.triage', { communityId: 'jianguo' });
    assert.deepEqual((await t.as('admin').call('role.waiting', {})).items, []);
    assert.deepEqual(
      held.history.map(({ says }) => says),
      ['样例管理员甲提的：新来的受理员', '样例管理员乙点了头'],
    );
  });

  test('nobody gives a power to themselves, to nobody, or for a place where it cannot be held', async () => {
    const own = {
      personId: 'sample_admin',
      role: 'grid_worker',
      scope: 'jianguo-north',
      why: '省事',
    } as const;
    assert.equal((await t.as('admin').refused('role.grant', own)).code, 'OWN_POWER');
    const nobody = { ...helper, personId: 'nobody', why: '试试' };
    assert.equal((await t.as('admin').refused('role.grant', nobody)).code, 'NOT_FOUND');
    for (const scope of ['*', 'jianguo-north', 'nowhere'])
      assert.deepEqual(
        (({ code, field }) => ({ code, field }))(
          await t.as('admin').refused('role.grant', { ...helper, scope, why: '试试' }),
        ),
        { code: 'INVALID_INPUT', field: 'scope' },
      );
    assert.equal((await t.as('admin').refused('role.find', { code: 'ABCDEFGH' })).code, 'NOT_FOUND');
  });

  test('a proposal that nobody answers lapses and gives nothing', async () => {
    await t.as('admin').call('role.grant', { ...desk, why: '新来的' });
    await t.pass(8 * DAY);
    assert.equal((await t.as('admin-b').refused('role.confirm', desk)).code, 'NOT_NOW');
    assert.deepEqual(stored('sample_resident').grants, []);
  });

  test('the last administrator cannot go, however it is tried', async () => {
    await t.as('admin').call('role.revoke', { ...admin('admin-b'), why: '换岗' });
    const last = { ...admin('admin'), why: '换岗' };
    assert.equal((await t.as('admin').refused('role.revoke', last)).code, 'LAST_ADMIN');
    await t.as('admin').call('role.find', { code: stored('sample_admin').code });
  });

  test('a grid worker who leaves: what they had goes back, the residents hear it, what is done stays done', async () => {
    const orders = {
      title: '楼道灯坏了',
      category: 'hazard',
      tier: 'normal',
      helperId: 'sample_grid',
    } as const;
    const report = async () => {
      const { id } = await t.as('resident').call('request.submit', { ...wish, kind: 'grid', text: '灯坏了' });
      await t.as('dispatcher').call('request.dispatch', { id, ...orders });
      await t.as('grid').call('request.accept', { id });
      await t.as('grid').call('request.start', { id, note: '' });
      return id;
    };
    const [open, done, judged] = [await report(), await report(), await report()];
    for (const id of [done, judged]) await t.as('grid').call('request.complete', { id, note: '换了新灯' });
    await t.as('dispatcher').call('request.pass', { id: judged, note: '' });
    await t.as('admin').call('role.revoke', { ...gridWorker, why: '换岗了' });

    const state = async (id: string) => (await t.as('resident').call('request.get', { id })).state;
    assert.equal(await state(open), 'bounced');
    assert.equal(await state(done), 'handled');
    assert.equal(await state(judged), 'awaiting');
    assert.equal(
      (await t.as('grid').refused('request.reveal', { id: open, field: 'door' })).code,
      'NOT_FOUND',
    );
    assert.equal(
      (await t.as('grid').refused('request.reveal', { id: judged, field: 'door' })).code,
      'NOT_FOUND',
    );
    // Sent back, it needs somebody: nobody has it in hand any more.
    await t.as('dispatcher').call('request.send_back', { id: done, note: '还闪' });
    assert.equal(await state(done), 'bounced');
    const { items } = await t.as('resident').call('me.inbox', { after: null });
    assert.equal(items.filter(({ text }) => text.includes('换岗了')).length >= 1, true);
  });

  test('a grant whose function died is taken over by the timer, and never brings back what was taken since', async () => {
    const person = stored('sample_grid');
    await t.as('admin').call('role.grant', { ...helper, why: '愿意帮忙' });
    await t.as('admin').call('role.revoke', { ...helper, why: '搬走了' });
    // The first effect comes once more, late, as a worker that slept would bring it.
    const [roll] = t.store.find('grants', { people: 'sample_resident' }, { limit: 1 }).documents;
    assert.ok(roll);
    t.store.modify(
      'grants',
      { _id: roll['_id'] },
      {
        $set: {
          wakeAt: 1,
          effects: [
            {
              id: 'late',
              kind: 'power',
              data: { personId: 'sample_resident', role: 'volunteer', scope: 'jianguo' },
              lease: { by: 'died', until: 1 },
            },
          ],
        },
      },
      { multi: false, merge: true, upsert: false },
    );
    await t.sweep();
    assert.deepEqual(stored('sample_resident').roleKeys, []);
    assert.deepEqual(stored('sample_grid').roleKeys, person.grants.map(roleKey));
  });

  test('the trail is read by auditor and administrator: who, when, why, confirmed by whom', async () => {
    await t.as('admin').call('role.grant', { ...desk, why: '新来的受理员' });
    await t.as('admin-b').call('role.confirm', desk);
    await t.as('admin').call('role.revoke', { ...desk, why: '调走了' });
    const { items } = await t.as('auditor').call('role.trail', { after: null });
    const power = items.find(({ personId, role }) => personId === 'sample_resident' && role === 'dispatcher');
    assert.deepEqual(
      power?.history.map(({ says }) => says),
      ['样例管理员甲提的：新来的受理员', '样例管理员乙点了头', '样例管理员甲撤了这个岗位：调走了'],
    );
    assert.deepEqual(power?.next, [], 'who only reads changes nothing');
    assert.equal((await t.as('dispatcher').refused('role.trail', { after: null })).code, 'NOT_ALLOWED');
    const all = new Set<string>();
    for (let after: string | null = null; ; ) {
      const page: { items: { personId: string; role: string }[]; next: string | null } = await t
        .as('auditor')
        .call('role.trail', { after });
      for (const one of page.items) all.add(`${one.personId} ${one.role}`);
      after = page.next;
      if (after === null) break;
    }
    assert.ok(all.size >= 14, `${all.size} powers of the sample people are on the trail`);
  });
});
