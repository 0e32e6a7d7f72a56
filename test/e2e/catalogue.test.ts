import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { delivered } from '../proof/rows/scenes';
import { openStreet, type Street } from './support/street';

describe('the catalogue, complaints and call-backs, on the phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  test('from the catalogue to a request without typing: found by two characters, three taps [S72]', async () => {
    const phone = await street.phone('resident');
    await phone.goto('/packages/service/catalogue/catalogue');
    await phone.fill('catalogue-words', '理发');
    await phone.tap('catalogue-item');
    await phone.at('packages/service/item/item');
    await phone.see('您自己说了就算，不要证明');
    await phone.tap('item-ask');
    await phone.at('packages/service/say/say');
    await phone.tap('say-next');
    await phone.at('packages/service/confirm/confirm');
    await phone.see('上门理发');
    await phone.tap('confirm-submit');
    await phone.at('packages/service/request/request');
    await phone.see('目录里的：上门理发');
    assert.deepEqual(await street.problems(), []);
  });

  test('a complaint without a name, from the foot of a page to the answer by its code', async () => {
    const phone = await street.phone('elder');
    await phone.goto('/packages/service/brand/brand?brand=brand_red_sesame');
    await phone.tap('voice-line');
    await phone.at('packages/people/voice/voice');
    await phone.tap({ word: '办事的' });
    await phone.fill('voice-words', '说好上午来的，等到下午');
    await phone.tap('voice-anonymous');
    await phone.tap('voice-hand-in');
    await phone.see('收到了，给您回话');

    const desk = await street.phone('dispatcher');
    await desk.goto('/packages/office/complaints/complaints');
    await desk.tap('complaints-line');
    await desk.see('没留名');
    await desk.tap('complaint-main');
    await desk.fill('complaint-text', '车坏路上了，没打招呼是我们不对');
    await desk.tap('complaint-hand-in');
    await desk.see('好了：回话');

    await phone.tap('voice-see');
    await phone.at('packages/people/complaint/complaint');
    await phone.see('车坏路上了');
    await phone.tap('complaint-main');
    await phone.see('说完了');
    assert.deepEqual(await street.problems(), []);
  });

  test('a bad rating is called back and put right, and the resident reads it', async () => {
    const id = await delivered(street.town);
    await street.town.as('elder').call('request.confirm', { id, level: 2, words: '剪歪了' });
    const desk = await street.phone('dispatcher');
    await desk.goto('/packages/office/ratings/ratings');
    await desk.see('剪歪了');
    await desk.tap('ratings-call_back');
    await desk.tap('ratings-cause-poor');
    await desk.tap('ratings-way-by');
    await desk.tap('ratings-day-2');
    await desk.fill('ratings-note', '后天再剪一回');
    await desk.tap('ratings-hand-in');
    await desk.see('记上了，居民看得到');
    await desk.tap('ratings-fixed');
    await desk.fill('ratings-note', '剪齐了');
    await desk.tap('ratings-hand-in');
    await desk.see('告诉居民了');

    const phone = await street.phone('elder');
    await phone.goto(`/packages/service/request/request?id=${id}`);
    await phone.see('改好了：剪齐了');
    assert.deepEqual(await street.problems(), []);
  });
});
