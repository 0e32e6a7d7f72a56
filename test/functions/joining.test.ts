import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY, HOUR, MINUTE } from '../../cloudfunctions/core/calendar';
import { personIdOf } from '../../database/seed/samples/people';
import { newRid, type Town, town } from '../support/town';
import { planFor, published } from './plan';
import { wish } from './wish';

const NUMBER = '13912340000';
const home = {
  name: '样例大娘',
  communityId: 'jianguo',
  phone: NUMBER,
  building: '样例楼 5 栋',
  door: '五单元 502 室',
};
const all = { progress: true, speak: true, confirm: true };

describe('one person, several ways in', () => {
  let t: Town;
  let record = '';
  let card = '';
  let said = '';
  before(async () => {
    t = await town();
    const made = await t.as('grid').call('household.register', home);
    [record, card] = [made.personId, made.card.id];
    const request = await t.as('dispatcher').call('request.submit', {
      ...wish,
      text: '电话里说，想换个灯泡',
      phone: '',
      door: '',
      building: '',
      beneficiary: { who: 'household', cardId: card },
    });
    said = request.id;
    const { code } = await t.as('grid').call('family.witness', { cardId: card, agreed: all });
    await t.as('daughter').call('family.bind', { code });
  });
  after(() => t.close());

  const offer = async (how: 'phone' | 'door' = 'door') =>
    (await t.as('grid').call('joining.offer', { personId: record, how })).code;
  const mine = async (who: string) => {
    const { open } = await t.as(who).call('request.mine', {});
    return open.map(({ id }) => id);
  };
  const person = (id: string) => t.store.find('persons', { _id: id }, { limit: 1 }).documents[0];

  test('before both have said yes neither sees anything of the other; digits alone show a masked name and the community', async () => {
    const code = await offer();
    const seen = await t.as('newcomer').call('joining.look', { code });
    assert.deepEqual(seen, { name: '样例大娘', sample: true, community: '建国社区', how: 'door' });
    assert.ok(!(await mine('newcomer')).includes(said));
    assert.equal((await t.as('newcomer').refused('request.get', { id: said })).code, 'NOT_FOUND');
    assert.equal(
      (await t.as('grid').refused('joining.look', { code })).code,
      'JOIN_UNFIT',
      'who works here hands their work over first',
    );
    assert.equal(
      (await t.as('resident').refused('joining.offer', { personId: record, how: 'door' })).code,
      'NOT_ALLOWED',
    );
    const stored = JSON.stringify(t.store.find('persons', {}, { limit: 100 }).documents);
    assert.doesNotMatch(stored, new RegExp(`"${code}"`));
  });

  test('confirmed on the phone, the history of both is one: matters, family, card, messages, export', async () => {
    const own = await t.as('newcomer').call('request.submit', { ...wish, text: '自己在手机上说的' });
    await t.as('newcomer').call('me.subscribe', { answers: [{ template: 'progress', answer: 'accept' }] });
    const code = await offer('phone');
    const rid = newRid();
    const joined = await t.as('newcomer').call('joining.confirm', { code }, rid);
    const again = await t.as('newcomer').call('joining.confirm', { code }, rid);
    assert.deepEqual(again, joined);
    assert.equal(joined.name, '样例大娘');
    assert.deepEqual((await mine('newcomer')).sort(), [own.id, said].sort());
    const { relatives } = await t.as('newcomer').call('family.get', {});
    assert.deepEqual(
      relatives.map(({ name, agreed }) => [name, agreed.speak]),
      [['样例闺女', true]],
    );
    assert.equal((await t.as('newcomer').call('household.mine', {})).card?.id, card);
    assert.equal(
      (await t.as('newcomer').call('me.inbox', { after: null })).items[0]?.title,
      '两份记录合成一份了',
    );
    const { json } = await t.as('newcomer').call('data.export', {});
    assert.match(json, /电话里说，想换个灯泡/);
    assert.match(json, /自己在手机上说的/);
    const { joined: stored } = person(record) ?? {};
    const both = stored as { offeredBy: string; how: string; offeredAt: number; at: number };
    assert.deepEqual([both.offeredBy, both.how], ['sample_grid', 'phone'], 'both consents stand with it');
    const { people } = await t.as('dispatcher').call('caller.find', { phone: NUMBER });
    assert.deepEqual(
      people.map(({ id, joining }) => [id, joining]),
      [[record, 'fresh']],
    );
    assert.equal((await t.as('resident').refused('joining.confirm', { code })).code, 'JOIN_CODE_WRONG');
    assert.equal(
      (await t.as('grid').refused('joining.offer', { personId: record, how: 'door' })).code,
      'JOIN_HAS_WECHAT',
    );
  });

  test('what the phone sent before and sends again after is done once', async () => {
    await t.as('newcomer').call('joining.part', { personId: null });
    const rid = newRid();
    const first = await t
      .as('newcomer')
      .call('request.submit', { ...wish, text: '没听见回音，又发一遍' }, rid);
    await t.as('newcomer').call('joining.confirm', { code: await offer() });
    const second = await t
      .as('newcomer')
      .call('request.submit', { ...wish, text: '没听见回音，又发一遍' }, rid);
    assert.equal(second.id, first.id);
  });

  test('parted within a day by either side, each has what was theirs; the record’s matters are closed the same second', async () => {
    await t.as('dispatcher').call('joining.part', { personId: record });
    assert.equal((await t.as('newcomer').refused('request.get', { id: said })).code, 'NOT_FOUND');
    const own = await mine('newcomer');
    assert.equal(own.length, 2);
    assert.ok(!own.includes(said));
    assert.deepEqual((await t.as('newcomer').call('family.get', {})).relatives, []);
    assert.equal((await t.as('newcomer').call('household.mine', {})).card, null);
    const { open } = await t.as('daughter').call('family.matters', { personId: record });
    assert.deepEqual(
      open.map(({ id }) => id),
      [said],
    );
    assert.equal((await t.as('newcomer').call('joining.mine', {})).joined, null);
  });

  test('one account and two records at once: one of them, and the other is as it was', async () => {
    const other = (await t.as('grid').call('household.register', { ...home, name: '样例大爷', phone: '' }))
      .personId;
    const codes = await Promise.all(
      [record, other].map((personId) => t.as('grid').call('joining.offer', { personId, how: 'door' })),
    );
    const replies = await Promise.all(
      codes.map(({ code }) => t.as('newcomer').ask('joining.confirm', { code })),
    );
    assert.equal(replies.filter(({ ok }) => ok).length, 1, JSON.stringify(replies));
    const joined = [record, other].filter((id) => person(id)?.['joined'] != null);
    assert.equal(joined.length, 1);
    await t.as('grid').call('joining.part', { personId: joined[0] ?? '' });
  });

  test('a day later it cannot be parted here, and the account keeps nothing twice', async () => {
    await t.pass(10 * MINUTE);
    await t.as('newcomer').call('me.update', { name: '手机上留的称呼', phone: '13955556666' });
    await t.as('newcomer').call('joining.confirm', { code: await offer() });
    await t.pass(DAY + MINUTE);
    assert.equal((await t.as('newcomer').refused('joining.part', { personId: null })).code, 'JOIN_TOO_LATE');
    const accounts = t.store.find('persons', { openid: 'sample-newcomer' }, { limit: 5 }).documents;
    assert.deepEqual(
      accounts.map(({ name, phone, phoneIndex }) => [name, phone, phoneIndex]),
      [['', null, null]],
    );
    assert.ok((await mine('newcomer')).includes(said));
  });

  test('wrong digits make a pause, and old ones are no good', async () => {
    const { code } = await t.as('grid').call('joining.offer', {
      personId: (await t.as('grid').call('household.register', { ...home, name: '样例大叔', phone: '' }))
        .personId,
      how: 'door',
    });
    for (const guess of ['000001', '000002', '000003', '000004', '000005'])
      assert.equal((await t.as('resident').refused('joining.look', { code: guess })).code, 'JOIN_CODE_WRONG');
    assert.equal((await t.as('resident').refused('joining.look', { code })).code, 'BIND_TRIES');
    await t.pass(10 * MINUTE + 1);
    assert.equal((await t.as('resident').refused('joining.look', { code })).code, 'JOIN_CODE_WRONG');
  });

  test('an old 党员 who became one with a record keeps what they have in hand as long as one power is left', async () => {
    const { personId } = await t
      .as('grid')
      .call('household.register', { ...home, name: '样例党员', phone: '' });
    const second = { personId: personIdOf('member'), role: 'volunteer', scope: 'jianguo' } as const;
    await t.as('admin').call('role.grant', { ...second, why: '也愿意帮忙' });
    const { code } = await t.as('grid').call('joining.offer', { personId, how: 'door' });
    await t.as('member').call('joining.confirm', { code });

    const request = await t.as('elder').call('request.submit', wish);
    const { items } = await t.as('dispatcher').call('desk.helpers', { id: request.id });
    const both = [personId, personIdOf('member')];
    assert.deepEqual(
      items.map(({ id }) => id).filter((id) => both.includes(id)),
      [personId],
      'the desk sends it to who they are by now, once',
    );
    const publication = { title: '上门理发', publicText: '一位老人想剪头发', category: 'wish' } as const;
    await t.as('dispatcher').call('request.publish', { id: request.id, ...publication });
    await t.as('member').call('request.claim', { id: request.id, promisedFor: t.clock.now() + DAY });
    const holder = () => t.store.find('requests', { _id: request.id }).documents[0]?.['helperId'];
    assert.equal(holder(), personId);

    const trip = await t.as('member').call('trip.plan', {
      communityId: 'jianguo',
      at: t.clock.now() + DAY,
      matters: [],
      buildings: ['样例楼 2 栋'],
    });
    const tripState = async () => (await t.as('member').call('trip.get', { id: trip.id })).state;

    await t.as('admin').call('role.revoke', { ...second, why: '忙不过来' });
    assert.equal(holder(), personId, 'a member helps here still');
    assert.equal(await tripState(), 'planned', 'and comes, as announced');
    const first = { ...second, role: 'member' } as const;
    await t.as('admin').call('role.revoke', { ...first, why: '转走了' });
    assert.equal(holder(), null, 'with the last power it goes back to the desk');
    assert.equal(await tripState(), 'cancelled', 'and nobody waits behind a door');
    await t.as('member').call('joining.part', { personId: null });
    await t.as('admin').call('role.grant', { ...first, why: '转回来了' });
  });

  test('a worker that dies between two bonds leaves none of them behind: the timer carries it over', async () => {
    const { code: offered } = await t
      .as('elder')
      .call('family.offer', { agreed: { progress: true, speak: false, confirm: false } });
    await t.as('member-b').call('family.bind', { code: offered });
    const { personId } = await t
      .as('grid')
      .call('household.register', { ...home, name: '样例亲属', phone: '' });
    const { code } = await t.as('grid').call('joining.offer', { personId, how: 'door' });
    const die = t.faults.add({
      on: 'database',
      action: 'database.insertDocument',
      collection: 'bonds',
      times: 1,
      effect: { type: 'kill-worker', when: 'before' },
    });
    await assert.rejects(t.as('member-b').call('joining.confirm', { code }));
    die();
    await t.pass(HOUR);
    const { elders } = await t.as('member-b').call('family.get', {});
    assert.equal(elders.length, 1, 'whom she was bound to she still is');
    await t.as('member-b').call('joining.part', { personId: null });
    assert.equal((await t.as('member-b').call('family.get', {})).elders.length, 1);
  });

  test('a bond that was ended after it had come over stays ended: neither a late retry nor the parting brings it back', async () => {
    const [daughter, elder] = [t.as('daughter'), t.as('resident')];
    const relatives = async () => (await elder.call('family.get', {})).relatives;
    const bind = async () => {
      const agreed = { progress: true, speak: false, confirm: false };
      await daughter.call('family.bind', { code: (await elder.call('family.offer', { agreed })).code });
    };
    const { personId } = await t
      .as('grid')
      .call('household.register', { ...home, name: '样例女儿', phone: '' });
    const digits = async () => (await t.as('grid').call('joining.offer', { personId, how: 'door' })).code;
    const endWithRecord = async () => {
      const over = (await relatives()).find((one) => one.personId === personId);
      await elder.call('family.unbind', { id: over?.id ?? '' });
    };

    await bind();
    // The new bond is written; the worker dies before the old one rests.
    const die = t.faults.add({
      on: 'database',
      action: 'database.modifyDocument',
      collection: 'bonds',
      times: 1,
      effect: { type: 'kill-worker', when: 'before' },
    });
    await assert.rejects(daughter.call('joining.confirm', { code: await digits() }));
    die();
    assert.equal((await relatives()).length, 2);
    await endWithRecord();
    await t.pass(HOUR);
    assert.deepEqual(await relatives(), [], 'after the retry');
    await daughter.call('joining.part', { personId: null });
    assert.deepEqual(await relatives(), [], 'after the parting');

    await bind();
    await daughter.call('joining.confirm', { code: await digits() });
    await endWithRecord();
    await daughter.call('joining.part', { personId: null });
    assert.deepEqual(await relatives(), [], 'after a parting without any fault');
  });

  test('two seats in one class become one, and parting gives each theirs back: a chair, or the old place in the line', async () => {
    const { personId } = await t
      .as('grid')
      .call('household.register', { ...home, name: '样例学员', phone: '' });
    const join = async () => {
      const { code } = await t.as('grid').call('joining.offer', { personId, how: 'door' });
      await t.as('daughter').call('joining.confirm', { code });
    };
    const part = () => t.as('daughter').call('joining.part', { personId: null });
    const startsAt = planFor(t).startsAt + 2 * DAY;
    const roomy = await published(t, { startsAt });
    const full = await published(t, { startsAt: startsAt + 2 * DAY, capacity: 2 });
    const is = async (who: string, id: string) => (await t.as(who).call('session.get', { id })).mine;
    await join();
    for (const id of [roomy, full]) await t.as('daughter').call('session.take', { id });
    await part();
    for (const id of [roomy, full]) await t.as('daughter').call('session.take', { id });
    await t.as('resident').call('session.wait', { id: full });

    await join();
    const seats = (id: string) =>
      t.store
        .find('sessions', { _id: id })
        .documents.flatMap(({ holders }) => (Array.isArray(holders) ? holders : []));
    for (const id of [roomy, full]) assert.equal(seats(id).length, 1, 'one person, one chair');
    assert.equal((await is('resident', full)).is, 'offered', 'the other chair went to who waited');
    assert.equal((await t.as('resident').call('me.inbox', { after: null })).items[0]?.title, '有座了');
    await t.as('resident').call('session.accept', { id: full });
    await t.as('host').call('session.wait', { id: full });

    await part();
    assert.equal((await is('daughter', roomy)).is, 'seated', 'a chair was free');
    assert.equal(seats(roomy).length, 2);
    assert.deepEqual(await is('daughter', full), { is: 'waiting', place: 1 });
    assert.equal((await is('host', full)).is, 'waiting');
    assert.match(
      (await t.as('daughter').call('me.inbox', { after: null })).items.map(({ text }) => text).join(''),
      /让给下一位了，您排在前头/,
    );
  });

  test('erased, both are forgotten: nothing of either is left, and the phone is a stranger', async () => {
    await t.as('newcomer').call('data.erase', { understood: true });
    await t.pass(40 * DAY);
    for (const left of [person(record), ...t.store.find('persons', { openid: 'sample-newcomer' }).documents])
      assert.doesNotMatch(JSON.stringify(left), /样例大娘|手机上留的称呼|sample-newcomer/);
    assert.deepEqual(t.store.find('accounts', { _id: 'sample-newcomer' }).documents, []);
    assert.equal((await t.as('newcomer').call('me.get', {})).me.known, false);
  });
});
