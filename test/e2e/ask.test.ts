import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from './support/eventually';
import { slowMicrophone, speakInto, spoken } from './support/permission';
import type { Phone } from './support/phone';
import { openStreet, type Street } from './support/street';

const MICROPHONE = 'speak >>> [aria-role=button]';
/** A phone that is long about it. */
const SLOW_MS = 1_200;

describe('asking, on the phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  /** Says a sentence by typing, from 首页 to the page of the new matter. Answers its id. */
  async function say(
    phone: Phone,
    text: string,
    kind: 'wish' | 'errand' | 'grid',
    more?: () => Promise<void>,
  ): Promise<string> {
    await phone.goto(`/packages/service/say/say?kind=${kind}`);
    await phone.tap('say-type');
    await phone.fill('say-text', text);
    await phone.tap('say-next');
    await phone.at('packages/service/confirm/confirm');
    await more?.();
    await phone.tap('confirm-submit');
    await phone.at('packages/service/request/request');
    return String((await phone.mini.currentPage())?.query.id);
  }

  /** The desk opens the matter and hangs it on the wall. */
  async function publish(desk: Phone, id: string): Promise<void> {
    await desk.goto(`/packages/office/matter/matter?id=${id}`);
    await desk.fill('matter-public', '一位老人想剪头发，腿脚不便，下不了楼');
    await desk.tap('matter-category-elder_care');
    await desk.tap('matter-main');
    await desk.see('贴上墙了');
  }

  test('a wish: said, put into words by the desk, claimed by one of two at once, delivered, not solved, solved, and rated without a default [S63]', async () => {
    const [elder, desk, one, two] = [
      await street.phone('elder'),
      await street.phone('dispatcher'),
      await street.phone('member'),
      await street.phone('member-b'),
    ];
    const id = await say(elder, '想剪头发，下不了楼', 'wish');
    await elder.see('啥时候好');
    await elder.see('打这个电话');
    await desk.goto('/packages/office/triage/triage');
    await desk.see('想剪头发');
    await publish(desk, id);

    for (const phone of [one, two]) {
      await phone.goto(`/packages/service/wish/wish?id=${id}&take=1`);
      await phone.see('您哪天能办好');
      await phone.tap('wish-day-1');
      await phone.see('前，我来办');
    }
    await Promise.all([one.tap('wish-promise'), two.tap('wish-promise')]);
    const wins = await Promise.all([one, two].map(settled));
    assert.equal(wins.filter(Boolean).length, 1, 'one of two has it');
    const [winner, loser] = wins[0] ? [one, two] : [two, one];
    await loser.see('刚有人接了，谢谢您');

    await elder.reLaunch(`/packages/service/request/request?id=${id}`);
    await elder.see('样例党员');
    await winner.goto(`/packages/grid/task/task?id=${id}`);
    await winner.tap({ word: '联系上了' });
    await winner.tap('sheet-submit');
    await winner.see('记上了');
    await winner.tap({ word: '送到了' });
    await winner.fill('sheet-note', '剪好了');
    await winner.tap('sheet-submit');
    await winner.see('记上了：送到了');

    await elder.reLaunch(`/packages/service/rate/rate?id=${id}`);
    await elder.see('办好了');
    await elder.tap('rate-no');
    await elder.fill('rate-words', '后面没剪齐');
    await elder.tap('rate-send');
    await elder.see('收到，接着办');
    assert.equal((await street.town.as('elder').call('request.get', { id })).state, 'reopened');

    await desk.reLaunch(`/packages/office/matter/matter?id=${id}`);
    await desk.see('居民说没办好');
    await desk.tap('matter-tier-normal');
    await desk.tap('matter-main');
    await desk.see('派下去了');
    const { lines } = await street.town.as('elder').call('request.get', { id });
    assert.ok(lines.who !== null);
    const worker = await street.phone('grid');
    await worker.goto(`/packages/grid/task/task?id=${id}`);
    await worker.tap({ word: '联系上了' });
    await worker.tap('sheet-submit');
    await worker.see('记上了');
    await worker.tap({ word: '送到了' });
    await worker.tap('sheet-submit');
    await worker.see('记上了：送到了');

    await elder.reLaunch(`/packages/service/rate/rate?id=${id}`);
    await elder.tap('rate-yes');
    await elder.tap('rate-send');
    await elder.see('记下了，谢谢您');
    const { rating } = await street.town.as('elder').call('request.get', { id });
    assert.deepEqual({ solved: rating?.solved, level: rating?.level }, { solved: true, level: null });
    assert.deepEqual(await street.problems(), []);
  });

  test('the wall from 首页: one’s own wish hangs there as one’s own; who takes it promises a day, and the next who meant to is told and is offered it no more [S63]', async () => {
    const [elder, desk, one, two] = await Promise.all(
      ['elder', 'dispatcher', 'member', 'member-b'].map((holder) => street.own(holder)),
    );
    assert.ok(elder && desk && one && two);
    await elder.tap({ word: '微心愿' });
    await elder.at('packages/service/wall/wall');
    await elder.tap('wall-say');
    await elder.at('packages/service/say/say');
    await elder.tap('say-type');
    await elder.fill('say-text', '老花镜腿断了，想配一副');
    await elder.tap('say-next');
    await elder.tap('confirm-submit');
    await elder.at('packages/service/request/request');

    await desk.tap({ word: '受理台' });
    await desk.at('packages/office/triage/triage');
    await desk.tap({ word: '老花镜' });
    await desk.fill('matter-public', '一位老人想配副老花镜');
    await desk.tap('matter-category-elder_care');
    await desk.tap('matter-main');
    await desk.see('贴上墙了');

    for (const phone of [one, two]) {
      await phone.tap({ word: '微心愿' });
      await phone.see('一位老人想配副老花镜');
      assert.doesNotMatch(await phone.words(), /样例长者|腿断了/, 'the desk’s words, nobody’s name');
    }
    await elder.back();
    await elder.at('packages/service/wall/wall');
    await elder.see('您的心愿');
    await one.tap({ word: '我来办，一位老人想配副老花镜' });
    await one.tap('wish-day-1');
    await one.see('前，我来办');
    await one.tap('wish-promise');
    await one.at('packages/service/helping/helping');
    await one.see('老花镜');

    // Still on the other's wall, who has not looked away meanwhile.
    await two.tap({ word: '我来办，一位老人想配副老花镜' });
    await two.see('这个心愿已经有人接了');
    await two.tap({ word: '看看别的' });
    await two.at('packages/service/wall/wall');
    await two.unsee('老花镜');
    // As it was on the elder's own wall.
    await elder.tap('wall-mine');
    await elder.at('packages/service/request/request');
    await elder.see('样例党员');
    await elder.back();
    await elder.unsee('老花镜');
    assert.deepEqual(await street.problems(), []);
  });

  test('an errand for somebody else: dispatched, done, handed back, confirmed [S70]', async () => {
    const [daughter, desk, worker] = [
      await street.phone('daughter'),
      await street.phone('dispatcher', { device: 'desk-2' }),
      await street.phone('grid', { device: 'grid-2' }),
    ];
    await daughter.goto('/packages/service/say/say?kind=errand&for=family');
    await daughter.tap('say-type');
    await daughter.fill('say-text', '帮我妈取个药');
    await daughter.tap('say-next');
    await daughter.fill('confirm-name', '样例老人');
    await daughter.tap('confirm-submit');
    await daughter.at('packages/service/request/request');
    await daughter.see('样例老人');
    const id = String((await daughter.mini.currentPage())?.query.id);

    await desk.goto(`/packages/office/matter/matter?id=${id}`);
    await desk.tap('matter-category-errand');
    await desk.tap('matter-tier-onspot');
    await desk.tap('matter-helper');
    await desk.tap('matter-helper-sample_grid');
    await desk.tap('matter-main');
    await desk.see('派下去了');
    await worker.goto(`/packages/grid/task/task?id=${id}`);
    for (const word of ['开始办', '办好了', '送还了']) {
      await worker.tap({ word });
      await worker.tap('sheet-submit');
      await worker.see(`记上了：${word}`);
    }
    await daughter.reLaunch(`/packages/service/request/request?id=${id}`);
    await daughter.see('等您一句话');
    await daughter.tap('request-main');
    await daughter.tap('rate-yes');
    await daughter.tap('rate-send');
    await daughter.see('记下了，谢谢您');
    await daughter.reLaunch(`/packages/service/request/request?id=${id}`);
    await daughter.see('您说办好了');
    assert.deepEqual(await street.problems(), []);
  });

  test('what was typed survives a refusal, a lost network and a phone that was swiped away', async () => {
    const phone = await street.phone('resident');
    await phone.goto('/packages/service/say/say?kind=errand');
    await phone.tap('say-type');
    await phone.fill('say-text', '写到一半的话');
    await phone.restart();
    await phone.goto('/packages/service/say/say?kind=errand');
    assert.equal(await phone.data('text'), '写到一半的话');
    assert.deepEqual(await street.problems(), []);
  });

  test('three taps from 首页 and no keyboard: hold, speak, hand it in; the recording goes along', async () => {
    const phone = await street.phone('elder', { device: 'elder-speaks', elder: 'large' });
    await phone.tap({ word: '说话' });
    await phone.at('packages/service/say/say');
    await slowMicrophone(phone, SLOW_MS);
    await speakInto(phone, MICROPHONE);
    await phone.at('packages/service/confirm/confirm');
    await phone.tap('confirm-submit');
    await phone.at('packages/service/request/request');
    const id = String((await phone.mini.currentPage())?.query.id);
    const view = await street.town.as('dispatcher').call('request.get', { id });
    assert.ok((view.audio?.seconds ?? 0) >= 1);

    // Whoever leaves before it records has said nothing, and may begin anew.
    await phone.goto('/packages/service/say/say?kind=wish');
    await phone.tap(MICROPHONE);
    await phone.goto('/packages/service/wall/wall');
    await sleep(2 * SLOW_MS);
    await phone.back();
    await phone.see('点一下也行');
    await phone.tap(MICROPHONE);
    await spoken(phone);
    assert.deepEqual(await street.problems(), []);
  });

  /** Waits until the claim was answered on this phone; true when it is theirs. */
  function settled(phone: Phone): Promise<boolean> {
    return eventually(
      'the claim is answered',
      async () => {
        if ((await phone.path()) === 'packages/service/helping/helping') return true;
        const words = await phone.words();
        if (words.includes('刚有人接了')) return false;
        throw new Error(words.replace(/\s+/g, ' '));
      },
      30_000,
    );
  }
});
