import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Role } from '@contract/words';
import { DAY, MINUTE } from '../../cloudfunctions/core/calendar';
import type { ServiceRequest } from '../../cloudfunctions/service/request/model';
import * as scenes from '../proof/rows/scenes';
import { type ProofTown, proofTown } from '../proof/support/proof-town';
import { newRid } from '../support/town';
import { isStored, upload } from '../support/upload';
import { storedOf } from './stored';

/** Somebody leaves while something is open: it has an outcome with a name, nothing is lost, nobody is exposed. */
describe('a person who leaves with something open', () => {
  let t: ProofTown;
  before(async () => {
    t = await proofTown();
  });
  beforeEach(() => t.begin());
  after(() => t.close());

  const stored = (id: string) =>
    // What the functions wrote.
    storedOf<ServiceRequest>(t, 'requests', id);
  const state = (id: string) => stored(id).state;
  const told = async (key: string) =>
    (await t.as(key).call('me.inbox', { after: null })).items.map(({ text }) => text);
  const revoke = (personId: string, role: Role, scope: string) =>
    t.as('admin').call('role.revoke', { personId, role, scope, why: '换岗了' });
  /** Every power of a sample person goes. */
  async function loses(key: string): Promise<void> {
    const [person] = t.store.find('persons', { _id: `sample_${key}` }, { limit: 1 }).documents;
    const grants = person?.['grants'] as { role: Role; scope: string }[];
    for (const { role, scope } of grants) await revoke(`sample_${key}`, role, scope);
  }
  async function erased(key: string): Promise<void> {
    const { erasure } = await t.as(key).call('data.erase', { understood: true });
    await t.clock.advance((erasure?.dueAt ?? 0) - t.clock.now() + MINUTE);
    await t.sweep();
  }

  test('the next helper reads all that was said and done, and the resident is asked nothing twice', async () => {
    const id = await scenes.handling(t);
    await t.as('grid').call('request.progress', { id, note: '梯子借到了，缺灯口' });
    await loses('grid');
    assert.ok((await told('resident')).some((text) => text.includes('您不用再说一遍')));
    const { waiting } = await t.as('dispatcher').call('desk.triage', { communityId: null });
    assert.ok(
      waiting.some((card) => card.id === id),
      'it waits for the desk',
    );
    await t.as('dispatcher').call('request.dispatch', { id, ...scenes.orders, helperId: 'sample_member' });
    const seen = await t.as('member').call('request.get', { id });
    assert.equal(seen.text, '楼道灯坏了');
    assert.match(JSON.stringify(seen.history), /梯子借到了/);
    const [first] = seen.history;
    assert.deepEqual(
      [first?.text, first?.who],
      ['人家交上来了，有人会接着办', '本人'],
      'it is not the helper’s',
    );
    assert.equal(stored(id).timeline.filter(({ command }) => command === 'ask').length, 0);
    assert.equal((await t.as('grid').refused('request.get', { id })).code, 'NOT_FOUND');
  });

  test('what was stopped and is taken up again after its helper has gone waits for somebody, not for nobody', async () => {
    const id = await scenes.processing(t);
    await t.as('grid').call('request.terminate', { id, reason: '医保卡没找着' });
    await loses('grid');
    assert.equal(stored(id).helper, null);
    const again = await t.as('dispatcher').call('request.resume', { id, note: '卡找着了' });
    assert.deepEqual([again.state, again.lines.who], ['submitted', null]);
  });

  test('of several who came for one wish the next leads on; who only came along is taken out and cannot lead later', async () => {
    const other = await scenes.together(t);
    await t.as('grid').call('request.team_up', { id: other });
    await loses('grid');
    assert.deepEqual((await t.as('elder').call('request.get', { id: other })).companions, []);
    assert.equal((await t.as('grid').refused('request.get', { id: other })).code, 'NOT_FOUND');

    const id = await scenes.together(t);
    await t.as('member-b').call('request.team_up', { id });
    await loses('member');
    const on = await t.as('elder').call('request.get', { id });
    assert.deepEqual([on.state, on.lines.who?.name, on.companions], ['claimed', '样例党员乙', []]);
    assert.ok((await told('member-b')).some((text) => text.includes('接着领头办')));
  });

  test('a planned trip of who may not go to doors any more is called off: who was told is told, and no code is good', async () => {
    const id = await scenes.processing(t);
    await t.as('grid').call('trip.plan', {
      communityId: 'jianguo',
      at: t.clock.now() + 10 * MINUTE,
      matters: [id],
      buildings: [],
    });
    assert.equal((await t.as('elder').call('trip.coming', {})).items.length, 1);
    await loses('grid');
    assert.deepEqual((await t.as('elder').call('trip.coming', {})).items, []);
    assert.ok((await told('elder')).some((text) => text.includes('先别开')));
    assert.equal((await t.as('elder').call('request.get', { id })).knock, null);
  });

  test('an elder who is erased: what was for them is taken back and who comes hears it; what is everybody’s goes on without them', async () => {
    await t.as('elder').call('me.update', { name: '样例记号', phone: '13912345678', door: '三单元 402' });
    const wished = await scenes.claimed(t);
    const hung = await scenes.hung(t);
    const errand = await scenes.processing(t);
    const rid = newRid();
    const fileId = await upload(t, 'elder', 'recordings', rid);
    const lamp = { ...scenes.wish, kind: 'grid', text: '二楼灯不亮', audio: { fileId, seconds: 3 } } as const;
    const { id: grid, audio } = await t.as('elder').call('request.submit', lamp, rid);
    await t.as('dispatcher').call('request.dispatch', { id: grid, ...scenes.orders });
    await t.as('grid').call('request.accept', { id: grid });
    await t.as('member').call('request.contact', { id: wished, note: '' });
    await erased('elder');

    assert.deepEqual([wished, hung, errand].map(state), ['withdrawn', 'withdrawn', 'terminated']);
    assert.ok((await told('member')).some((text) => text.includes('不用去了')));
    assert.ok((await told('grid')).some((text) => text.includes('先停下了')));
    const { items } = await t.as('member').call('wish.wall', { after: null });
    assert.ok(!items.some((card) => card.id === hung));
    const on = await t.as('grid').call('request.get', { id: grid });
    assert.deepEqual([on.state, on.title, on.text], ['accepted', scenes.orders.title, '二楼灯不亮']);
    const whose = JSON.stringify([wished, hung, errand, grid].map((one) => stored(one).beneficiary));
    assert.doesNotMatch(whose, /记号/);
    for (const one of [wished, hung, errand, grid])
      assert.deepEqual([stored(one).beneficiary.phone, stored(one).beneficiary.door], [null, null]);
    assert.equal(await isStored(t, audio?.url ?? ''), false, 'the voice is theirs and goes');
    // It is worked on, and the desk says on the telephone what nobody else can say any more.
    await t.as('grid').call('request.start', { id: grid, note: '' });
    await t.as('grid').call('request.complete', { id: grid, note: '换了' });
    const passed = await t.as('dispatcher').call('request.pass', { id: grid, note: '' });
    assert.equal(passed.state, 'awaiting');
    await t.pass(8 * DAY);
    assert.equal(state(grid), 'closed_unconfirmed', 'and is not counted as solved');
  });

  test('who said it for a neighbour, and who wrote it down, can go: the neighbour’s matter stays whole', async () => {
    await t.as('resident').call('me.update', { phone: '13800002222' });
    const neighbour = {
      who: 'other',
      relation: 'neighbour',
      name: '样例邻居',
      building: '样例楼 2 栋',
    } as const;
    const { id } = await t.as('resident').call('request.submit', {
      ...scenes.wish,
      kind: 'errand',
      text: '对门大爷想取药',
      beneficiary: { ...neighbour, phone: '', door: '201' },
    });
    const { card } = await t.as('grid').call('household.register', {
      name: '样例大娘',
      communityId: 'jianguo',
      phone: '13912340000',
      building: '样例楼 5 栋',
      door: '502',
    });
    const whom = { who: 'household', cardId: card.id } as const;
    const written = await t.as('grid').call('request.submit', { ...scenes.wish, beneficiary: whom });
    const before = stored(written.id);
    await erased('resident');
    const { requesterId, beneficiary, text, open } = stored(id);
    assert.deepEqual([requesterId, beneficiary.name, text, open], [null, '样例邻居', '对门大爷想取药', true]);
    assert.notEqual(beneficiary.door, null);
    assert.equal(beneficiary.phone, null, 'it was the number of who left');
    assert.ok(
      (await t.as('dispatcher').call('desk.triage', { communityId: null })).waiting.some(
        (one) => one.id === id,
      ),
    );

    await erased('grid');
    const after = stored(written.id);
    assert.deepEqual(
      [after.text, after.beneficiary, after.maskedAt],
      [before.text, before.beneficiary, null],
    );
  });

  test('a bond that ends in mid-case: the case goes on, who helps sees nothing of it, and the elder without WeChat is asked by telephone', async () => {
    const { card } = await t.as('grid').call('household.register', {
      name: '样例大爷',
      communityId: 'jianguo',
      phone: '13912340001',
      building: '样例楼 5 栋',
      door: '501',
    });
    const agreed = { progress: true, speak: true, confirm: true };
    const { code } = await t.as('grid').call('family.witness', { cardId: card.id, agreed });
    const [bond] = (await t.as('daughter').call('family.bind', { code })).elders;
    const raise = {
      ...scenes.wish,
      kind: 'errand',
      text: '替我爸取药',
      phone: '',
      door: '',
      beneficiary: { who: 'bound', personId: bond?.personId ?? '' },
    } as const;
    const { id } = await t.as('daughter').call('request.submit', raise);
    const errand = { title: '取药', category: 'errand', tier: 'normal', helperId: 'sample_grid' } as const;
    await t.as('dispatcher').call('request.dispatch', { id, ...errand });
    await t.as('grid').call('request.start', { id, note: '' });
    const before = (await told('daughter')).length;
    await t.as('dispatcher').call('family.unbind', { id: bond?.id ?? '' });

    assert.equal((await t.as('daughter').refused('request.get', { id })).code, 'NOT_FOUND');
    assert.equal(
      (await t.as('daughter').refused('request.terminate', { id, reason: '不办了' })).code,
      'NOT_FOUND',
    );
    assert.equal(
      (await t.as('daughter').refused('request.reveal', { id, field: 'helper' })).code,
      'NOT_FOUND',
    );
    // Said on a phone without a network before the bond ended, and sent after it.
    assert.equal((await t.as('daughter').refused('request.submit', raise)).code, 'NOT_FOUND');
    const work = await t.as('grid').call('request.get', { id });
    assert.deepEqual(
      [work.state, work.text, work.lines.who?.name],
      ['processing', '替我爸取药', '样例网格员'],
    );
    await t.as('grid').call('request.complete', { id, note: '' });
    await t.as('grid').call('request.hand_back', { id, note: '送到了' });
    const since = (await told('daughter')).slice(0, -before || undefined);
    assert.deepEqual(
      since.filter((text) => text.includes('送到了')),
      [],
      'nothing more is told to her',
    );
    const said = await t.as('dispatcher').call('request.confirm', { id, level: null, words: '大爷说药对' });
    assert.equal(said.state, 'confirmed');
    assert.equal(stored(id).rating?.by, 'phone');
  });
});
