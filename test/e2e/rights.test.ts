import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { wish } from '../functions/wish';
import type { Town } from '../support/town';
import { allow } from './support/permission';
import { openStreet, type Street } from './support/street';

/** Somebody with a household card and a telephone, without WeChat, whose light bulb is under way. */
async function knownAtTheDesk(town: Town, name: string, phone: string): Promise<void> {
  const { card } = await town
    .as('grid')
    .call('household.register', { name, communityId: 'jianguo', phone, building: '样例楼 5 栋', door: '' });
  await town.as('dispatcher').call('request.submit', {
    ...wish,
    text: '电话里说想换灯泡',
    phone: '',
    door: '',
    building: '',
    beneficiary: { who: 'household', cardId: card.id },
  });
}

describe('what is kept about people, on their own phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet({ environment: {} });
  });
  after(() => street.close());

  test('[P12] an elder known at the desk alone comes with a phone: six digits, “是我”, one record, and apart again', async () => {
    const { town } = street;
    await knownAtTheDesk(town, '样例大娘', '13912340000');
    const desk = await street.phone('dispatcher');
    await desk.goto('/packages/admin/caller/caller');
    await desk.fill('caller-phone', '13912340000');
    await desk.tap('caller-find');
    await desk.see('样例大娘');
    await desk.tap('join-offer');
    await desk.see('行不行');
    await desk.tap('join-yes');
    const digits = (await desk.text('join-digits')).replace(/\D/g, '');
    assert.equal(digits.length, 6);

    const elder = await street.phone('resident', { elder: true });
    await elder.goto('/pages/me/me');
    await elder.tap({ word: '社区那份记录' });
    await elder.at('packages/people/joining/joining');
    await elder.see('先填社区念的六个数');
    await elder.fill('joining-code', digits);
    await elder.tap('joining-look');
    await elder.see('样例大娘');
    await elder.unsee('换灯泡');
    await elder.tap('joining-yes');
    await elder.see('合成一份了');
    const { open } = await town.as('resident').call('request.mine', {});
    assert.ok(open.some(({ title }) => title.includes('换灯泡')));

    await elder.tap('joining-part');
    await elder.answer('分开');
    await elder.see('社区给您记过？');
    const apart = await town.as('resident').call('request.mine', {});
    assert.ok(!apart.open.some(({ title }) => title.includes('换灯泡')));
    assert.deepEqual(await street.problems(), []);
  });

  test('[P6] whoever has no phone rings: one takes down 注销, another rings back and does it', async () => {
    await knownAtTheDesk(street.town, '样例大爷', '13912340001');
    const desk = await street.phone('dispatcher');
    await desk.reLaunch('/packages/admin/caller/caller');
    await desk.fill('caller-phone', '13912340001');
    await desk.tap('caller-find');
    await desk.tap('caller-rights');
    await desk.at('packages/admin/rights/rights');
    await desk.see('他要办哪样，点一个');
    await desk.tap('rights-right-erase');
    await desk.tap('rights-ask');
    await desk.see('记下了，等另一位同事回电');
    await desk.see('等另一位同事回电');
    await desk.gone('rights-yes');

    const second = await street.phone('auditor');
    await second.reLaunch('/packages/admin/rights/rights');
    await second.see('样例大爷');
    await second.see('件事在办');
    await second.tap('rights-no');
    await second.answer('不办');
    await second.see('没办，跟他说了');
    await second.gone('rights-waiting');
    assert.deepEqual(await street.problems(), []);
  });

  test('[P6] what ails one and what is said of a child are each asked on their own, can be refused, and taken back', async () => {
    const { town } = street;
    const phone = await street.phone('member-b', { device: 'sensitive' });
    const say = async (text: string) => {
      await phone.reLaunch('/packages/service/say/say');
      await phone.tap('say-type');
      await phone.fill('say-text', text);
      await phone.tap('say-next');
      await phone.at('packages/service/confirm/confirm');
      await phone.tap('confirm-submit');
    };
    const newest = async () => {
      await phone.at('packages/service/request/request');
      const id = String((await phone.mini.currentPage())?.query.id);
      return town.as('dispatcher').call('request.get', { id });
    };
    await say('我老伴糖尿病，想请大夫上门看看');
    await phone.see('身体的事，单独问您一句');
    await phone.tap('confirm-health-no');
    assert.doesNotMatch((await newest()).text, /糖尿病/, 'refused: it goes up without');
    await say('我老伴糖尿病，想请大夫上门看看');
    await phone.tap('confirm-health-yes');
    assert.match((await newest()).text, /糖尿病/);

    await phone.reLaunch('/packages/service/item/item?id=item-child-care-1');
    await phone.tap('item-ask');
    await phone.see('监护人来填');
    await phone.fill('field-nickname', '豆豆');
    await phone.tap('item-age-to12');
    await phone.fill('field-pickUp', '红芝麻开门');
    await phone.tap('item-guardian-yes');
    await phone.at('packages/service/say/say');
    await phone.tap('say-next');
    await phone.at('packages/service/confirm/confirm');
    await phone.see('豆豆');
    await phone.tap('confirm-submit');
    await newest();

    await phone.reLaunch('/packages/people/my-data/my-data');
    for (const consent of ['health', 'child'] as const) {
      await phone.tap(`data-withdraw-${consent}`);
      await phone.answer('撤回');
      await phone.gone(`data-withdraw-${consent}`);
    }
    assert.deepEqual(await street.problems(), []);
  });

  test('[P1] [4.3] privacy refused: the way by telephone is shown, everything else works; agreed later, the microphone works', async () => {
    const phone = await street.phone('daughter', { device: 'refuses' });
    await phone.goto('/packages/service/say/say?kind=wish');
    await phone.tap('speak >>> [aria-role=button]');
    await phone.see('用麦克风，行吗？');
    await phone.tap('privacy-refuse');
    await phone.see('不用也能办');
    await phone.see('打电话给社区');
    await phone.tap('privacy-done');
    await phone.see('不给麦克风也行');
    await phone.tap('say-type');
    await phone.fill('say-text', '不给麦克风也能说');
    await phone.tap('say-next');
    await phone.at('packages/service/confirm/confirm');
    await phone.tap('confirm-submit');
    await phone.at('packages/service/request/request');
    await phone.reLaunch('/pages/school/school');
    await phone.see('课');

    await phone.reLaunch('/packages/people/settings/settings');
    await phone.see('还没同意');
    await phone.tap('settings-agree');
    await phone.see('同意过了');
    assert.deepEqual(await street.problems(), []);
  });

  test('[P6] [P10] [P13] each right by tapping: who looked, correct, take along, take back, leave and stay; what was done, and who runs it', async () => {
    const { town } = street;
    await town
      .as('elder')
      .call('me.update', { phone: '13912345678', building: '样例楼 1 栋', door: '三单元 402' });
    const said = await town.as('elder').call('request.submit', {
      ...wish,
      kind: 'grid',
      text: '楼道灯不亮',
    });
    await town.as('dispatcher').call('request.dispatch', {
      id: said.id,
      title: '楼道灯不亮',
      category: 'hazard',
      tier: 'normal',
      helperId: 'sample_grid',
    });
    await town.as('dispatcher').call('request.reveal', { id: said.id, field: 'phone' });
    const elder = await street.phone('elder', { elder: true });
    await elder.goto('/pages/me/me');
    await elder.tap({ word: '我的数据' });
    await elder.at('packages/people/my-data/my-data');
    await elder.see('看了您的电话');
    await elder.see('为“楼道灯不亮”');
    await elder.see('上门当天才给来的人看');
    await elder.tap('data-correct');
    await elder.at('packages/people/profile/profile');
    await elder.reLaunch('/packages/people/my-data/my-data');

    await elder.tap('data-export');
    await elder.see('三单元 402');
    await elder.tap('data-copy');
    await elder.see('拷贝文字，行吗？');
    await elder.tap('privacy-agree');
    await elder.see('拷好了');

    await elder.tap('data-withdraw-elder');
    await elder.answer('撤回');
    await elder.see('撤回了');
    assert.equal((await town.as('elder').call('me.get', {})).me.elder, false);

    await elder.tap('data-erase');
    await elder.see('件事在办');
    await elder.see('15 个工作日内办完');
    await elder.tap('data-erase-yes');
    await elder.see('这之前都能反悔');
    await elder.tap('data-keep');
    await elder.see('不注销了，都还在');

    // What the street has done, line by line; and who runs all this.
    await town.sweep();
    await elder.reLaunch('/packages/numbers/numbers/numbers');
    await elder.see({ test: 'chart-picture' });
    await elder.tap('chart-unfold');
    await elder.see({ test: 'chart-line' });
    await elder.see('那周提的，办好了');
    await elder.see('街道原来的记录，不跟上面加');
    await elder.reLaunch('/packages/people/about/about');
    for (const word of ['主办', '政务应用备案编号', '内容更新', '投诉建议']) await elder.see(word);
    assert.deepEqual(await street.problems(), []);
  });

  test('[P5] a household card: issued at the door, relatives bound to what was nodded to, lost and renewed; staff alone open it', async () => {
    const { town } = street;
    const grid = await street.phone('grid', { elder: 'large' });
    await grid.goto('/packages/grid/household/household');
    await grid.tap('household-new');
    await grid.fill('household-new-name', '样例老奶奶');
    await grid.tap('household-new-jianguo');
    await grid.tap('household-register');
    await grid.see('发好了，把码写到卡上');
    const code = (await grid.text('household-code')).replace(/\s/g, '');

    await grid.tap('household-witness');
    await grid.see('一样一样问您');
    await grid.tap('household-agree-progress');
    await grid.tap('household-witness-yes');
    const digits = (await grid.text('household-digits')).replace(/\D/g, '');
    const { elders } = await town.as('resident').call('family.bind', { code: digits });
    assert.deepEqual(elders.at(-1)?.agreed, { progress: true, speak: false, confirm: false });
    await grid.tap({ word: '他填好了' });

    await grid.tap('household-anew');
    await grid.answer('换新卡');
    await grid.see('换好了');
    const anew = (await grid.text('household-code')).replace(/\s/g, '');
    assert.notEqual(anew, code);
    assert.equal((await town.as('dispatcher').refused('household.open', { code })).code, 'CODE_WRONG');
    assert.equal((await town.as('resident').refused('household.open', { code: anew })).code, 'NOT_ALLOWED');

    // Scanned at the door it is the same home; lost, it opens nothing.
    await grid.reLaunch(`/packages/grid/household/household?scene=${encodeURIComponent(`h=${anew}`)}`);
    await grid.see('样例老奶奶');
    await grid.tap('household-lost');
    await grid.answer('作废');
    await grid.see('作废了');
    assert.equal((await town.as('grid').refused('household.open', { code: anew })).code, 'CARD_VOID');
    assert.deepEqual(await street.problems(), []);
  });

  test('[P4] two elders on one phone: two large faces, and each matter is said for the one who was touched', async () => {
    const { town } = street;
    const agreed = { progress: true, speak: true, confirm: true };
    for (const name of ['样例老伯', '样例老姨']) {
      const { card } = await town.as('grid').call('household.register', {
        name,
        communityId: 'jianguo',
        phone: '',
        building: '样例楼 6 栋',
        door: '',
      });
      const { code } = await town.as('grid').call('family.witness', { cardId: card.id, agreed });
      await town.as('daughter').call('family.bind', { code });
    }
    const { elders } = await town.as('daughter').call('family.get', {});
    const idOf = (name: string) => elders.find((one) => one.name === name)?.personId ?? '';
    const phone = await street.phone('daughter', { device: 'shared', elder: true });
    await phone.goto('/packages/service/say/say?kind=wish');
    await phone.find({ test: 'say-face', nth: 2 });
    assert.equal(await phone.count('say-face'), 3);
    await phone.tap({ word: '样例老姨' });
    await phone.tap('say-type');
    await phone.fill('say-text', '老姨想要一副老花镜');
    await phone.tap('say-next');
    await phone.at('packages/service/confirm/confirm');
    await phone.see('样例老姨');
    await phone.tap('confirm-submit');
    await phone.at('packages/service/request/request');
    await phone.see('为 样例老姨 代提');

    await phone.reLaunch(`/packages/people/elder/elder?person=${idOf('样例老姨')}`);
    await phone.see('老花镜');
    await phone.reLaunch(`/packages/people/elder/elder?person=${idOf('样例老伯')}`);
    await phone.see('样例老伯');
    await phone.unsee('老花镜');
    assert.deepEqual(await street.problems(), []);
  });

  test('agreed on the way, the microphone goes on by itself', async () => {
    const phone = await street.phone('member-b', { device: 'agrees' });
    await phone.goto('/packages/service/say/say?kind=wish');
    await phone.tap('speak >>> [aria-role=button]');
    await allow(phone);
    await phone.see('在听');
    assert.deepEqual(await street.problems(), []);
  });
});
