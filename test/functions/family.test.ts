import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { MINUTE } from '../../cloudfunctions/core/calendar';
import { newRid, type Town, town } from '../support/town';
import { wish } from './wish';

describe('elders and their families, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const all = { progress: true, speak: true, confirm: true };
  const bound = {
    ...wish,
    beneficiary: { who: 'bound', personId: 'sample_elder' },
    phone: '',
    door: '',
  } as const;
  const bind = async (elder: string, relative: string, agreed = all) => {
    const { code } = await t.as(elder).call('family.offer', { agreed });
    return t.as(relative).call('family.bind', { code });
  };

  test('six digits on the mother’s phone, typed on the daughter’s: both see what was agreed', async () => {
    const rid = newRid();
    const offer = await t.as('elder').call('family.offer', { agreed: all }, rid);
    assert.match(offer.code, /^\d{6}$/);
    assert.equal(offer.expiresAt - t.clock.now() <= 10 * MINUTE, true);
    const again = await t.as('elder').call('family.offer', { agreed: all }, rid);
    assert.equal(again.code, offer.code, 'the same tap shows the same digits');
    const stored = t.store.find('pairings', {}, { limit: 10 }).documents;
    assert.doesNotMatch(JSON.stringify(stored), new RegExp(`"${offer.code}"`));

    const bindRid = newRid();
    const seen = await t.as('daughter').call('family.bind', { code: offer.code }, bindRid);
    assert.deepEqual(
      seen.elders.map(({ name, agreed }) => ({ name, agreed })),
      [{ name: '样例长者', agreed: all }],
    );
    const replayed = await t.as('daughter').call('family.bind', { code: offer.code }, bindRid);
    assert.equal(replayed.elders.length, 1);
    const { relatives } = await t.as('elder').call('family.get', {});
    assert.equal(relatives[0]?.name, '样例闺女');
    const inbox = await t.as('elder').call('me.inbox', { after: null });
    assert.equal(inbox.items[0]?.title, '家里人绑上了');
    assert.equal(
      (await t.as('resident').refused('family.bind', { code: offer.code })).code,
      'BIND_CODE_WRONG',
    );
  });

  test('what the daughter says for her mother both follow, and three people stand apart in it', async () => {
    await t.as('elder').call('me.update', { phone: '13900001111', door: '三单元 402' });
    await bind('elder', 'daughter');
    const raised = await t.as('daughter').call('request.submit', bound);
    assert.equal(raised.channel, 'family');
    assert.equal(raised.forWhom, '样例长者');
    assert.doesNotMatch(JSON.stringify(raised), /13900001111|三单元 402/);
    const hers = await t.as('elder').call('request.mine', {});
    assert.ok(hers.open.some(({ id }) => id === raised.id));
    const [stored] = t.store.find('requests', { _id: raised.id }, { limit: 1 }).documents;
    assert.deepEqual([stored?.requesterId, stored?.operatorId], ['sample_daughter', 'sample_daughter']);
    const withdrawn = await t.as('daughter').call('request.withdraw', { id: raised.id });
    assert.equal(withdrawn.history.at(-1)?.who, '家里人');
  });

  test('what was not agreed is refused by name, and following shows where it stands, not the words', async () => {
    await bind('elder', 'daughter', { progress: true, speak: false, confirm: false });
    assert.equal((await t.as('daughter').refused('request.submit', bound)).code, 'NOT_AGREED');
    const own = await t.as('elder').call('request.submit', { ...wish, text: '只跟你们说的话' });
    const { open } = await t.as('daughter').call('family.matters', { personId: 'sample_elder' });
    assert.ok(open.some(({ id }) => id === own.id));
    const seen = await t.as('daughter').call('request.get', { id: own.id });
    assert.equal(seen.text, '');
    assert.deepEqual(seen.next, []);
    assert.equal((await t.as('daughter').refused('request.withdraw', { id: own.id })).code, 'NOT_AGREED');
    const [bond] = (await t.as('elder').call('family.get', {})).relatives;
    const id = bond?.id ?? '';
    assert.equal((await t.as('daughter').refused('family.agree', { id, agreed: all })).code, 'NOT_FOUND');
    await t.as('elder').call('family.agree', { id, agreed: { ...all, progress: false } });
    assert.equal((await t.as('daughter').refused('request.get', { id: own.id })).code, 'NOT_FOUND');
  });

  test('unbound is closed the same second for everything, also for what she raised herself', async () => {
    await bind('elder', 'daughter');
    const raised = await t.as('daughter').call('request.submit', bound);
    const [bond] = (await t.as('elder').call('family.get', {})).relatives;
    assert.equal((await t.as('resident').refused('family.unbind', { id: bond?.id ?? '' })).code, 'NOT_FOUND');
    await t.as('elder').call('family.unbind', { id: bond?.id ?? '' });
    const daughter = t.as('daughter');
    assert.equal((await daughter.refused('request.get', { id: raised.id })).code, 'NOT_FOUND');
    assert.equal((await daughter.refused('request.withdraw', { id: raised.id })).code, 'NOT_FOUND');
    assert.equal((await daughter.refused('family.matters', { personId: 'sample_elder' })).code, 'NOT_FOUND');
    assert.equal((await daughter.refused('request.submit', bound)).code, 'NOT_FOUND');
    const { open } = await daughter.call('request.mine', {});
    assert.ok(!open.some(({ id }) => id === raised.id));
    const messages = (await daughter.call('me.inbox', { after: null })).items.length;
    await t.as('elder').call('request.withdraw', { id: raised.id });
    assert.equal((await daughter.call('me.inbox', { after: null })).items.length, messages);
  });

  test('reading against unbinding: whoever reads after the answer reads nothing', async () => {
    await bind('elder', 'daughter');
    const raised = await t.as('daughter').call('request.submit', bound);
    const [bond] = (await t.as('daughter').call('family.get', {})).elders;
    const reading = Promise.all(
      Array.from({ length: 6 }, () => t.as('daughter').ask('request.get', { id: raised.id })),
    );
    await t.as('daughter').call('family.unbind', { id: bond?.id ?? '' });
    const after = await t.as('daughter').ask('request.get', { id: raised.id });
    assert.equal(after.ok ? 'read' : after.refusal.code, 'NOT_FOUND');
    for (const reply of await reading) assert.ok(reply.ok || reply.refusal.code === 'NOT_FOUND');
  });

  test('digits run out after ten minutes, and five wrong ones make a pause, also under one request id', async () => {
    const { code } = await t.as('elder').call('family.offer', { agreed: all });
    await t.pass(10 * MINUTE + 1);
    assert.equal((await t.as('resident').refused('family.bind', { code })).code, 'BIND_CODE_WRONG');
    const rid = newRid();
    for (const guess of ['000001', '000002', '000003', '000004', '000005'])
      assert.equal(
        (await t.as('member').refused('family.bind', { code: guess }, rid)).code,
        'BIND_CODE_WRONG',
      );
    const fresh = await t.as('elder').call('family.offer', { agreed: all });
    const paused = await t.as('member').refused('family.bind', { code: fresh.code }, rid);
    assert.equal(paused.code, 'BIND_TRIES');
    await t.pass(10 * MINUTE);
    const own = await t.as('elder').call('family.offer', { agreed: all });
    assert.equal((await t.as('elder').refused('family.bind', { code: own.code })).code, 'BIND_CODE_WRONG');
  });

  test('an elder without a phone is bound at the side of a grid worker, and the community ends it at their word', async () => {
    const home = {
      name: '样例老人',
      communityId: 'jianguo',
      phone: '',
      building: '样例楼 5 栋',
      door: '501',
    };
    const { card } = await t.as('grid').call('household.register', home);
    const witness = { cardId: card.id, agreed: all };
    assert.equal((await t.as('resident').refused('family.witness', witness)).code, 'NOT_ALLOWED');
    const { code } = await t.as('grid').call('family.witness', witness);
    const { elders } = await t.as('resident').call('family.bind', { code });
    const elder = elders.find(({ name }) => name !== '样例长者');
    assert.equal(elder?.how, 'witnessed');
    const personId = elder?.personId ?? '';
    const raised = await t
      .as('resident')
      .call('request.submit', { ...bound, beneficiary: { who: 'bound', personId } });
    assert.equal(raised.forWhom, '样例老人');
    await t.as('dispatcher').call('family.unbind', { id: elder?.id ?? '' });
    assert.equal((await t.as('resident').refused('request.get', { id: raised.id })).code, 'NOT_FOUND');
  });

  test('two elders are spoken for from one phone', async () => {
    await bind('elder', 'host');
    const { elders } = await bind('resident', 'host');
    assert.deepEqual(elders.map(({ name }) => name).sort(), ['样例居民', '样例长者']);
  });
});

test('unbound, none of what the relative had raised is told to them any more, however many changed at one moment', async () => {
  const t = await town();
  try {
    const agreed = { progress: true, speak: true, confirm: true };
    const { code } = await t.as('elder').call('family.offer', { agreed });
    const bound = await t.as('daughter').call('family.bind', { code });
    const { id } = await t.as('daughter').call('request.submit', {
      ...wish,
      beneficiary: { who: 'bound', personId: 'sample_elder' },
      phone: '',
      door: '',
    });
    const [request] = t.store.find('requests', { _id: id }).documents;
    t.store.insert(
      'requests',
      Array.from({ length: 59 }, (_, n) => ({ ...request, _id: `matter-${String(n).padStart(2, '0')}` })),
    );
    await t.as('daughter').call('family.unbind', { id: bound.elders[0]?.id ?? '' });
    assert.equal(t.store.find('requests', { people: 'sample_daughter' }, { limit: 100 }).documents.length, 0);
  } finally {
    await t.close();
  }
});
