import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newRid, type Town, town } from '../support/town';
import { wish } from './wish';

describe('household cards, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const home = {
    name: '样例老人',
    communityId: 'jianguo',
    phone: '13900001111',
    building: '样例楼 5 栋',
    door: '二单元 501',
  };
  const all = { progress: true, speak: true, confirm: true };

  test('a grid worker issues a card, the code survives being read aloud, and it opens the right home to staff alone', async () => {
    const rid = newRid();
    const made = await t.as('grid').call('household.register', home, rid);
    assert.match(made.card.code, /^[0-9A-HJKMNP-TV-Z]{8}$/);
    assert.equal((await t.as('grid').call('household.register', home, rid)).card.code, made.card.code);
    const spoken = made.card.code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    const seen = await t.as('grid').call('household.open', { code: spoken });
    assert.deepEqual([seen.building, seen.name], ['样例楼 5 栋', '样例老人']);
    assert.doesNotMatch(JSON.stringify(seen), /13900001111|\b501\b/);
    for (const key of ['resident', 'daughter', 'member', 'host', 'liaison', 'admin', 'passer-by'])
      assert.equal((await t.as(key).refused('household.open', { code: made.card.code })).code, 'NOT_ALLOWED');
    assert.equal((await t.as('grid').refused('household.open', { code: '00000000' })).code, 'CODE_WRONG');
    assert.equal(
      (await t.as('grid').refused('household.register', { ...home, communityId: 'second' })).code,
      'NOT_ALLOWED',
    );
  });

  test('one sentence at the door becomes a matter of that home, without asking anything again', async () => {
    const { card } = await t.as('grid').call('household.register', home);
    const beneficiary = { who: 'household', cardId: card.id } as const;
    const said = { ...wish, kind: 'errand', phone: '', building: '', door: '', beneficiary } as const;
    const mine = await t.as('grid').call('request.submit', said);
    assert.deepEqual([mine.channel, mine.forWhom], ['grid', '样例老人']);
    const again = await t.as('grid').call('household.open', { code: card.code });
    assert.deepEqual(
      again.open.map(({ id }) => id),
      [mine.id],
    );
    assert.equal((await t.as('resident').refused('request.submit', said)).code, 'NOT_FOUND');
    const desk = await t.as('dispatcher').call('request.get', { id: mine.id });
    assert.equal(desk.work?.building, '样例楼 5 栋');
    assert.equal(desk.work?.hasDoor, true);
  });

  test('a lost card opens nothing, a new one takes its place, and a relative may report the loss', async () => {
    const { card } = await t.as('grid').call('household.register', home);
    const { code } = await t.as('grid').call('family.witness', { cardId: card.id, agreed: all });
    await t.as('daughter').call('family.bind', { code });
    assert.equal(
      (await t.as('resident').refused('household.void', { id: card.id, why: 'lost' })).code,
      'NOT_FOUND',
    );
    assert.equal(
      (await t.as('daughter').refused('household.void', { id: card.id, why: 'revoked' })).code,
      'NOT_FOUND',
    );
    assert.equal((await t.as('daughter').call('household.void', { id: card.id, why: 'lost' })).state, 'lost');
    assert.equal((await t.as('grid').refused('household.open', { code: card.code })).code, 'CARD_VOID');
    const anew = await t.as('dispatcher').call('household.issue', { id: card.id });
    assert.notEqual(anew.card.code, card.code);
    assert.equal((await t.as('grid').refused('household.open', { code: card.code })).code, 'CODE_WRONG');
    await t.as('grid').call('household.open', { code: anew.card.code });
  });

  test('each opening is written down once and shown to the person', async () => {
    assert.equal((await t.as('elder').call('household.mine', {})).card, null);
    const own = await t.as('elder').call('household.take', { wanted: true });
    assert.equal((await t.as('elder').call('household.take', { wanted: true })).code, own.code);
    const rid = newRid();
    await t.as('grid').call('household.open', { code: own.code }, rid);
    await t.as('grid').call('household.open', { code: own.code }, rid);
    const { reads } = await t.as('elder').call('data.get', {});
    assert.deepEqual(
      reads.map(({ field, who }) => [field, who.name]),
      [['card', '样例网格员']],
    );
    await t.as('elder').call('household.void', { id: own.id, why: 'lost' });
    const anew = await t.as('elder').call('household.take', { wanted: true });
    assert.notEqual(anew.code, own.code);
    assert.equal((await t.as('elder').call('household.mine', {})).card?.state, 'valid');
  });
});
