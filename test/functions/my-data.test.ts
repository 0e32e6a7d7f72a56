import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import { pairingId } from '../../cloudfunctions/people/family/model';
import { newRid, type Town, town } from '../support/town';
import { wish } from './wish';

describe('rights over one’s data, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const stored = (collection: string, where: Record<string, string>) =>
    t.store.find(collection, where, { limit: 50 }).documents;
  const report = { ...wish, kind: 'grid', text: '楼道灯坏了，晚上看不见' } as const;

  test('one sees what is kept and why, and who read the doorplate for which matter', async () => {
    const mine = await t.as('resident').call('request.submit', report);
    await t.as('dispatcher').call('request.dispatch', {
      id: mine.id,
      title: '楼道灯坏了',
      category: 'hazard',
      tier: 'normal',
      helperId: 'sample_grid',
    });
    await t.as('grid').call('request.accept', { id: mine.id });
    assert.deepEqual((await t.as('resident').call('data.get', {})).reads, []);
    await t.as('grid').call('request.reveal', { id: mine.id, field: 'door' });
    const seen = await t.as('resident').call('data.get', {});
    assert.deepEqual(
      seen.reads.map(({ who, field, title }) => [who.name, who.role, field, title]),
      [['样例网格员', '网格员', 'door', '楼道灯坏了']],
    );
    assert.ok(seen.kept.every(({ why, until }) => why !== '' && until !== ''));
    assert.doesNotMatch(JSON.stringify(seen), /13912345678|三单元 402/);
    assert.deepEqual(
      (await t.as('grid').call('data.get', {})).reads,
      [],
      'who helps is not whose data it is',
    );
    assert.equal((await t.as('passer-by').call('data.get', {})).openRequests, 0);
  });

  test('the export opens one’s own sealed fields for oneself, as a file and as lines, and nobody else’s', async () => {
    await t.as('elder').call('me.update', { phone: '13900001111', door: '三单元 402' });
    const own = await t.as('elder').call('data.export', {});
    assert.equal(JSON.parse(own.json).about.phone, '13900001111');
    assert.ok(own.page.some(({ lines }) => lines.some((line) => line.includes('三单元 402'))));
    const other = await t.as('grid').call('data.export', {});
    assert.doesNotMatch(JSON.stringify(other), /13900001111|13912345678|三单元 402/);
    assert.doesNotMatch(own.json, /openid|sample-elder|sample_/);
    assert.equal((await t.as('nobody-yet').refused('data.export', {})).code, 'NOT_ALLOWED');
  });

  test('a consent is taken back by itself: number and doorplate are gone, what is over loses them too', async () => {
    await t.as('member').call('me.update', { phone: '13700001111', door: '1 门' });
    const over = await t.as('member').call('request.submit', { ...wish, phone: '', door: '' });
    await t.as('member').call('request.withdraw', { id: over.id });
    const seen = await t.as('member').call('data.withdraw', { consent: 'contact' });
    assert.ok(!seen.consents.includes('contact'));
    const [person] = stored('persons', { _id: 'sample_member' });
    assert.deepEqual([person?.phone, person?.door, person?.phoneIndex], [null, null, null]);
    const [request] = stored('requests', { _id: over.id });
    assert.equal(Reflect.get(Object(request?.beneficiary), 'phone'), null);
  });

  test('身体的事 and 孩子的事 are taken back each by itself: gone where it is over, masked with its end where it goes on', async () => {
    const ill = {
      ...wish,
      kind: 'errand',
      category: 'home_clinic',
      text: '血压高，头晕，吃着药',
      agreed: ['health'],
    } as const;
    const over = await t.as('lead').call('request.submit', ill);
    await t.as('lead').call('request.withdraw', { id: over.id });
    const open = await t.as('lead').call('request.submit', ill);
    const child = { nickname: '样例娃', age: 'to6', pickUp: '小芝麻开门' } as const;
    const minded = await t.as('lead').call('request.submit', {
      ...wish,
      kind: 'errand',
      itemId: 'item-child-care-1',
      child,
      agreed: ['child'],
    });
    assert.deepEqual((await t.as('lead').call('data.get', {})).consents.slice(-2), ['health', 'child']);
    const { consents } = await t.as('lead').call('data.withdraw', { consent: 'health' });
    assert.ok(!consents.includes('health') && consents.includes('child'));
    assert.deepEqual(
      [over.id, open.id].map((id) => stored('requests', { _id: id })[0]?.text),
      ['', ill.text],
    );
    await t.as('lead').call('request.withdraw', { id: open.id });
    await t.sweep();
    assert.equal(stored('requests', { _id: open.id })[0]?.text, '', 'masked with its end');
    await t.as('lead').call('data.withdraw', { consent: 'child' });
    assert.ok(
      stored('requests', { _id: minded.id })[0]?.child,
      'whoever looks after the child needs the word until then',
    );
    await t.as('lead').call('request.withdraw', { id: minded.id });
    await t.sweep();
    assert.equal(stored('requests', { _id: minded.id })[0]?.child, null);
  });

  test('thirty days after closing name, number, place and words are masked, who read them stays', async () => {
    const mine = await t.as('member-b').call('request.submit', wish);
    await t.as('member-b').call('request.withdraw', { id: mine.id });
    await t.pass(29 * DAY);
    assert.equal(stored('requests', { _id: mine.id })[0]?.text, wish.text);
    await t.pass(DAY + 60_000);
    const [request] = stored('requests', { _id: mine.id });
    assert.ok(typeof request?.maskedAt === 'number');
    assert.doesNotMatch(JSON.stringify(request), /下不了楼|样例楼 1 栋|下午都在/);
    const beneficiary = Object(request?.beneficiary);
    assert.deepEqual([beneficiary.phone, beneficiary.door, beneficiary.building], [null, null, '']);
    const seen = await t.as('member-b').call('request.get', { id: mine.id });
    assert.equal(seen.text, '');
  });

  test('erasing explains what is still open, can be taken back until its day, then nobody is left but a number', async () => {
    const lead = t.as('lead');
    const open = await lead.call('request.submit', wish);
    const refused = await lead.refused('data.erase', { understood: false });
    assert.deepEqual([refused.code, refused.count], ['OPEN_MATTERS', 1]);
    const rid = newRid();
    const asked = await lead.call('data.erase', { understood: true }, rid);
    const dueAt = asked.erasure?.dueAt ?? 0;
    assert.ok(dueAt - t.clock.now() >= 15 * DAY);
    assert.equal((await lead.call('data.erase', { understood: true }, rid)).erasure?.dueAt, dueAt);
    assert.equal((await lead.call('data.keep', { wanted: true })).erasure, null);
    assert.equal((await lead.refused('data.keep', { wanted: true })).code, 'NOT_ERASING');
    const { code } = await lead.call('family.offer', {
      agreed: { progress: true, speak: true, confirm: true },
    });
    await t.as('daughter').call('family.bind', { code });
    const again = await lead.call('data.erase', { understood: true });
    const before = t.store.count('requests', {}).total;
    await t.pass((again.erasure?.dueAt ?? 0) - t.clock.now() + 60_000);
    const [person] = stored('persons', { _id: 'sample_lead' });
    assert.ok(typeof person?.erasedAt === 'number');
    assert.deepEqual([person?.name, person?.openid, person?.grants, person?.roleKeys], ['', null, [], []]);
    assert.deepEqual(stored('accounts', { _id: 'sample-lead' }), []);
    assert.deepEqual(stored('inbox', { personId: 'sample_lead' }), []);
    assert.deepEqual(stored('pairings', { _id: pairingId('sample_lead') }), []);
    assert.equal(t.store.count('requests', {}).total, before, 'a number stays a number');
    assert.doesNotMatch(JSON.stringify(stored('requests', { _id: open.id })), /下不了楼|样例楼 1 栋/);
    assert.deepEqual((await t.as('daughter').call('family.get', {})).elders, []);
    assert.equal((await lead.call('me.get', {})).me.known, false, 'whoever comes back is new');
  });

  test('messages go after 180 days', async () => {
    assert.ok(t.store.count('inbox', {}).total > 0);
    await t.pass(181 * DAY);
    await t.sweep();
    assert.equal(t.store.count('inbox', { createdAt: { $lt: t.clock.now() - 180 * DAY } }).total, 0);
  });
});
