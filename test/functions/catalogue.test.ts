import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BRANDS, SERVICE_CATEGORIES } from '@contract/words';
import { DAY, HOUR } from '../../cloudfunctions/core/calendar';
import { delivered } from '../proof/rows/scenes';
import { type Town, town } from '../support/town';
import { wish } from './wish';

describe('the catalogue and 惠民双购, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());
  const kept = (id: string) => t.store.find('requests', { _id: id }).documents[0] ?? {};

  test('seven categories, more than fifty items, every one a sample until the street has confirmed it [S72]', async () => {
    const { items, keeps } = await t.as('stranger').call('catalogue.list', {});
    assert.ok(items.length >= 50, `${items.length}`);
    assert.deepEqual(
      new Set(items.map(({ category }) => category)),
      new Set(Object.keys(SERVICE_CATEGORIES)),
    );
    assert.ok(items.every(({ sample }) => sample));
    assert.equal(keeps, false);
    const id = 'item-elder-care-1';
    const view = await t.as('dispatcher').call('catalogue.confirm', { id });
    assert.deepEqual([view.sample, view.confirmedAt !== null], [false, true]);
    assert.equal((await t.as('stranger').call('catalogue.get', { id })).sample, false);
    assert.equal((await t.as('member').refused('catalogue.confirm', { id })).code, 'NOT_ALLOWED');
  });

  test('two who change the same item at once: the second is told; what is withdrawn is gone for everybody else', async () => {
    const id = 'item-housekeeping-1';
    const view = await t.as('office').call('catalogue.get', { id });
    const { category, forWhom, asks, takes, otherWays, version } = view;
    const words = { id, version, category, title: '擦玻璃（三层以下）', forWhom, asks, takes, otherWays };
    assert.equal((await t.as('office').call('catalogue.put', words)).title, '擦玻璃（三层以下）');
    assert.equal((await t.as('dispatcher').refused('catalogue.put', words)).code, 'STALE');
    t.openApi.checkTexts = 'risky';
    assert.equal(
      (await t.as('office').refused('catalogue.put', { ...words, version: version + 1 })).code,
      'TEXT_REFUSED',
    );
    t.openApi.checkTexts = 'pass';
    await t.as('office').call('catalogue.offer', { id, offered: false });
    assert.equal((await t.as('resident').refused('catalogue.get', { id })).code, 'NOT_FOUND');
    const asked = await t.as('resident').refused('request.submit', { ...wish, itemId: id });
    assert.deepEqual([asked.code, asked.field], ['INVALID_INPUT', 'itemId']);
  });

  test('for whom is one’s own word: an item is asked for without a proof, and the request is of its category [S71] [S72]', async () => {
    const { items } = await t.as('stranger').call('catalogue.list', {});
    assert.ok(items.every(({ forWhom }) => forWhom !== '' && !/证明|证件复印/.test(forWhom)));
    const asked = await t.as('resident').call('request.submit', {
      ...wish,
      kind: 'wish',
      text: '想办：上门理发',
      itemId: 'item-elder-care-1',
    });
    assert.deepEqual([asked.kind, asked.category, asked.item?.title], ['errand', 'elder_care', '上门理发']);
  });

  test('of a child a nickname, an age band and a sealed word are kept; the word is read one at a time and written down', async () => {
    const asked = await t.as('resident').call('request.submit', {
      ...wish,
      text: '放学看一会儿',
      itemId: 'item-child-care-1',
      child: { nickname: '样例娃', age: 'to6', pickUp: '小芝麻开门' },
      agreed: ['child'],
    });
    const unasked = await t.as('resident').refused('request.submit', {
      ...wish,
      text: '放学看一会儿',
      itemId: 'item-child-care-1',
      child: { nickname: '样例娃', age: 'to6', pickUp: '小芝麻开门' },
    });
    assert.equal(unasked.field, 'agreed', 'nothing of a child without its guardian’s own yes');
    assert.deepEqual(asked.child, { nickname: '样例娃', age: 'to6' });
    assert.equal(JSON.stringify(kept(asked.id)).includes('小芝麻开门'), false, 'sealed');
    const desk = t.as('dispatcher');
    assert.equal((await desk.call('request.get', { id: asked.id })).child?.nickname, '样例娃');
    assert.equal((await desk.call('request.reveal', { id: asked.id, field: 'pickup' })).value, '小芝麻开门');
    assert.equal(
      (await t.as('member').refused('request.reveal', { id: asked.id, field: 'pickup' })).code,
      'NOT_FOUND',
    );
  });

  test('惠民双购: a notice has its last day, a list to buy has a ceiling, and no money goes through here [S69]', async () => {
    const put = { title: '平价冬菜', text: '周六上午', communityId: null };
    const past = await t.as('office').refused('notice.put', { ...put, until: t.clock.now() - 2 * DAY });
    assert.deepEqual([past.code, past.field], ['INVALID_INPUT', 'until']);
    await t.as('office').call('notice.put', { ...put, until: t.clock.now() + DAY });
    const { items, ceiling } = await t.as('stranger').call('notice.list', { communityId: 'jianguo' });
    assert.deepEqual(
      items.map(({ title }) => title),
      ['平价冬菜'],
    );
    const [stored = {}] = t.store.find('notices', {}).documents;
    const elsewhere = Array.from({ length: 60 }, (_, place) => ({
      ...stored,
      _id: `elsewhere-${place}`,
      communityId: 'second',
      until: t.clock.now() + HOUR,
    }));
    t.store.insert('notices', elsewhere);
    const near = await t.as('stranger').call('notice.list', { communityId: 'jianguo' });
    assert.equal(near.items.length, 1, 'those of another place stand before none of ours');

    const shopping = { list: ['鸡蛋两斤', '豆油一桶'], ceiling };
    const bought = await t.as('elder').call('request.submit', { ...wish, text: '代购', shopping });
    assert.deepEqual([bought.kind, bought.category, bought.shopping], ['errand', 'errand', shopping]);
    const much = { ...shopping, ceiling: ceiling + 1 };
    const refused = await t.as('elder').refused('request.submit', { ...wish, shopping: much });
    assert.deepEqual([refused.code, refused.field], ['INVALID_INPUT', 'shopping.ceiling']);
    await t.pass(3 * DAY);
    assert.deepEqual((await t.as('stranger').call('notice.list', { communityId: null })).items, []);
  });

  test('the brand 跑腿代办 is not the category; 红芝麻 shows what the campaign’s residents called solved, from five on [S61] [S66] [S70]', async () => {
    assert.equal(
      Object.keys(BRANDS).some((brand) => brand in SERVICE_CATEGORIES),
      false,
    );
    const ofErrands = await t.as('stranger').call('brand.get', { brand: 'brand_errand' });
    assert.deepEqual(ofErrands.campaigns, []);
    const solved = async () =>
      (await t.as('stranger').call('brand.get', { brand: 'brand_red_sesame' })).campaigns[0]?.solved;
    for (let count = 0; count < 5; count += 1) {
      const id = await delivered(t);
      await t.as('dispatcher').call('request.tag', { id, campaign: 'real_deeds' });
      assert.equal(await solved(), null, 'a tag alone counts for nothing');
      await t.as('elder').call('request.confirm', { id, level: null, words: '' });
    }
    assert.equal(await solved(), 5);
    const { id } = await t.as('resident').call('request.submit', wish);
    assert.equal(
      (await t.as('resident').refused('request.tag', { id, campaign: 'real_deeds' })).code,
      'NOT_ALLOWED',
    );
  });
});
