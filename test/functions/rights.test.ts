import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { PhonedRight } from '@contract/rights';
import { type Town, town } from '../support/town';
import { wish } from './wish';

const OLD = '13912340000';
const NEW = '13955556666';

describe('[P6] rights over one’s data, by telephone: two of the staff', () => {
  let t: Town;
  let personId = '';
  let card = '';
  before(async () => {
    t = await town();
    const home = { name: '样例大娘', communityId: 'jianguo', phone: OLD, building: '样例楼 5 栋', door: '' };
    const made = await t.as('grid').call('household.register', home);
    [personId, card] = [made.personId, made.card.id];
  });
  after(() => t.close());

  const ask = (asked: PhonedRight) => t.as('dispatcher').call('rights.ask', { personId, asked });
  const settle = (who: string, agreed = true) => t.as(who).call('rights.settle', { personId, agreed });
  const stored = () => t.store.find('persons', { _id: personId }).documents[0] ?? {};
  const find = async (phone: string) => (await t.as('dispatcher').call('caller.find', { phone })).people;

  test('nothing happens until a second one has rung back the number that is kept', async () => {
    const { items } = await ask({ right: 'correct', field: 'phone', value: NEW });
    assert.deepEqual(
      items.map(({ right, field, by, mine }) => [right, field, by, mine]),
      [['correct', 'phone', '样例受理员', true]],
    );
    assert.doesNotMatch(
      JSON.stringify([items, stored()]),
      new RegExp(NEW),
      'the new number is sealed and not listed',
    );
    assert.equal((await find(NEW)).length, 0);
    assert.equal(
      (await t.as('dispatcher').refused('rights.settle', { personId, agreed: true })).code,
      'AWARD_OWN_HAND',
    );
    assert.equal(
      (await t.as('dispatcher').refused('rights.ask', { personId, asked: { right: 'copy' } })).code,
      'STALE',
    );
    for (const who of ['grid', 'host', 'resident', 'office', 'admin'])
      assert.equal((await t.as(who).refused('rights.waiting', {})).code, 'NOT_ALLOWED', who);
    assert.equal((await t.as('auditor').call('rights.phone', { personId })).phone, OLD);
    await settle('auditor');
    assert.deepEqual(
      (await find(NEW)).map(({ id }) => id),
      [personId],
    );
    assert.equal((await find(OLD)).length, 0);
    assert.equal(
      (await t.as('auditor').refused('rights.settle', { personId, agreed: true })).code,
      'NOT_NOW',
    );
    assert.equal((await t.as('auditor').refused('rights.phone', { personId })).code, 'NOT_NOW');
  });

  test('who did not ring is told no, and what was asked is gone', async () => {
    await ask({ right: 'erase' });
    await settle('auditor', false);
    assert.deepEqual([stored()['asked'], stored()['erasure']], [null, null]);
    assert.deepEqual((await t.as('dispatcher').call('rights.waiting', {})).items, []);
  });

  test('a copy is read to them and kept nowhere; that it was made stands in their log', async () => {
    await ask({ right: 'copy' });
    const { page } = await settle('auditor');
    const text = JSON.stringify(page);
    assert.match(text, /样例大娘/);
    assert.match(text, new RegExp(NEW));
    assert.match(text, /回电核实/, 'who opened the number, and why');
    await ask({ right: 'copy' });
    assert.match(JSON.stringify((await settle('auditor')).page), /给您抄了一份/);
  });

  test('taken back, erased with open matters named, and stayed after all', async () => {
    await t.as('dispatcher').call('request.submit', {
      ...wish,
      ...{ phone: '', door: '', building: '' },
      beneficiary: { who: 'household', cardId: card },
    });
    await ask({ right: 'withdraw', consent: 'contact' });
    await settle('auditor');
    assert.deepEqual([stored()['phone'], stored()['phoneIndex'], stored()['building']], [null, null, '']);
    const { items } = await ask({ right: 'erase' });
    assert.equal(items[0]?.openRequests, 1);
    await settle('auditor');
    assert.ok(stored()['erasure']);
    await ask({ right: 'keep' });
    await settle('auditor');
    assert.equal(stored()['erasure'], null);
  });

  test('of another community nobody here takes anything down; whoever has WeChat hears what was done', async () => {
    const refused = await t
      .as('dispatcher')
      .ask('rights.ask', { personId: 'sample_resident', asked: { right: 'copy' } });
    if (refused.ok)
      await t.as('auditor').call('rights.settle', { personId: 'sample_resident', agreed: false });
    await t
      .as('dispatcher')
      .call('rights.ask', { personId: 'sample_elder', asked: { right: 'withdraw', consent: 'elder' } });
    await t.as('auditor').call('rights.settle', { personId: 'sample_elder', agreed: true });
    const [news] = (await t.as('elder').call('me.inbox', { after: null })).items;
    assert.equal(news?.title, '照您电话里说的办了');
    assert.match(news?.text ?? '', /不是您打的电话，马上告诉社区/);
    assert.equal((await t.as('elder').call('me.get', {})).me.elder, false);
  });
});
