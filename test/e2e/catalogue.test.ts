import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { delivered } from '../proof/rows/scenes';
import { eventually } from './support/eventually';
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

  test('who helped finds a bad word unfair: from the page of the matter to what the auditor decides', async () => {
    const id = await delivered(street.town);
    await street.town.as('elder').call('request.confirm', { id, level: 1, words: '没见着人' });
    const helper = await street.phone('member');
    await helper.goto(`/packages/grid/task/task?id=${id}`);
    await helper.tap('task-appeal');
    await helper.fill('task-plea', '去了两回，家里没人');
    await helper.tap('task-appeal-send');
    await helper.see('您觉得冤，监督的同志在看');
    await helper.unsee('觉得冤，请监督看看');
    assert.doesNotMatch(await helper.words(), /没见着人/, 'nor is the word itself shown to whom it is about');

    const auditor = await street.phone('auditor');
    await auditor.goto('/packages/office/ratings/ratings');
    await auditor.see('居民说：');
    await auditor.see('没见着人');
    await auditor.see('办的人说：去了两回，家里没人');
    await auditor.tap('ratings-review');
    await auditor.fill('ratings-note', '两边都问过，那天家里停电没听见门铃');
    await auditor.tap('ratings-hand-in');
    await auditor.see('复核记上了');

    await helper.reLaunch(`/packages/grid/task/task?id=${id}`);
    await helper.see('监督的同志看过了，不算您的');
    const { rating } = await street.town.as('elder').call('request.get', { id });
    assert.equal(rating?.words, '没见着人', 'what the resident said stays as it was said');
    assert.deepEqual(await street.problems(), []);
  });

  test('who keeps the catalogue changes an item from 我的, a colleague at the same time loses nothing of either, and a resident reads both [S72]', async () => {
    const [office, desk] = [await street.own('office'), await street.own('dispatcher')];
    for (const phone of [desk, office]) {
      await phone.tab('我的');
      await phone.tap({ word: '管目录' });
      await phone.tap({ word: '教用手机' });
      await phone.tap('item-edit');
      await phone.at('packages/office/keep/keep');
    }
    await desk.fill('keep-takes', '一回一个钟头');
    await office.fill('keep-title', '教您用手机');
    await office.tap('keep-save');
    await office.at('packages/service/item/item');
    await office.see('教您用手机');

    await desk.mini.pageScrollTo(10_000);
    assert.ok((await desk.scrolled()) > 0, 'the form is longer than the glass');
    await desk.tap('keep-save');
    await desk.see('刚有人动过，给您换上新的');
    assert.equal(await desk.scrolled(), 0, 'what is said at the top is seen');
    assert.deepEqual(
      [await desk.data('form.title'), await desk.data('form.takes')],
      ['教您用手机', '一回一个钟头'],
      'what the colleague wrote, and one’s own',
    );
    await desk.tap('keep-save');
    await desk.at('packages/service/item/item');
    await desk.see('一回一个钟头');

    // Who only looked is not kept from seeing what was written since.
    await office.tap('item-edit');
    await office.at('packages/office/keep/keep');
    await eventually('the item is read anew', async () => {
      assert.equal(await office.data('form.takes'), '一回一个钟头');
    });
    const resident = await street.own('resident');
    await resident.tab('办事');
    await resident.at('pages/service/service');
    // What is below moves once one's own matters stand above it.
    await eventually('one’s own matters are read', async () => {
      assert.match(await resident.words(), /上门理发|眼下没有在办的事/);
    });
    await resident.tap({ word: '服务目录' });
    await resident.at('packages/service/catalogue/catalogue');
    await resident.fill('catalogue-words', '教您用');
    await resident.tap('catalogue-item');
    await resident.see('教您用手机');
    await resident.see('一回一个钟头');
    assert.deepEqual(await street.problems(), []);
  });
});
