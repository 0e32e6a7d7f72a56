import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { onNotice } from '../proof/rows/award';
import { eventually } from './support/eventually';
import { codeOn, codeOnCopy, keep, printed } from './support/sheets';
import { openStreet, type Street } from './support/street';

describe('volunteering, commendations and reporting, on the phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  test('from 办事 to an activity, a place in it; afterwards hours that are confirmed, certified and printed [S63] [S64] [S65]', async () => {
    const phone = await street.phone('resident');
    await phone.goto('/packages/service/teams/teams');
    for (const words of ['情暖夕阳', '金剪刀服务队', '待填写']) await phone.see(words);
    await phone.tap('teams-activity');
    await phone.at('packages/service/activity/activity');
    await phone.see('给长者理个发');
    await phone.tap('activity-main');
    await phone.see('算上您了');

    const { startsAt, endsAt } = await street.town.as('resident').call('activity.get', { id: 'a-hair' });
    await street.pass(startsAt - street.town.clock.now() + 1000);
    await street.pass(endsAt - street.town.clock.now() + 1000);
    await phone.reLaunch('/packages/service/activity/activity?id=a-hair');
    await phone.see('您的服务时长');
    await phone.tap('activity-main');
    await phone.see('等队长认');

    const lead = await street.phone('lead');
    await lead.goto('/packages/office/team/team');
    await lead.tap('team-past');
    await lead.at('packages/office/activity/activity');
    await lead.tap('roster-certify');
    await lead.see('认下了');

    await phone.goto('/packages/service/hours/hours');
    await phone.tap('hours-export');
    await phone.tap('privacy-agree');
    await phone.see('给长者理个发');
    await phone.tap('hours-line');
    await phone.at('packages/service/certificate/certificate');
    for (const words of ['志愿服务证明', '2 小时', '出具单位：待填写']) await phone.see(words);
    await phone.tap('certificate-print');
    const sheets = await printed(phone);
    keep('certificate', sheets);
    assert.equal(sheets.length, 1);
    // The one sheet without a code: whoever doubts it asks the issuer by its number, and no camera learns more.
    for (const sheet of sheets)
      assert.deepEqual([codeOn(sheet), codeOnCopy(sheet)], [null, null], 'no code of a person');
    assert.deepEqual(await street.problems(), []);
  });

  test('one sentence becomes a commendation: verified, two members, a notice, a story that everybody reads [S75] [S78]', async () => {
    const phone = await street.phone('elder');
    await phone.goto('/packages/service/awards/awards');
    await phone.tap('awards-nominate');
    await phone.tap({ word: '优秀网格员' });
    await phone.fill('field-name', '样例网格员');
    await phone.fill('field-words', '下雪天先去看独居的');
    await phone.tap('awards-hand-in');
    await phone.see('收到了');

    const desk = await street.phone('dispatcher');
    await desk.goto('/packages/office/awards/awards');
    await desk.tap('award-desk-line');
    await desk.tap('nomination-main');
    await desk.see('在核实');
    await desk.tap('nomination-main');
    await desk.fill('nomination-text', '下雪天，他先去看独居的长者。');
    await desk.tap({ word: '当面说的' });
    await desk.tap('nomination-hand-in');
    await desk.see('校务委员会在研究');

    for (const who of ['committee', 'committee-b']) {
      const member = await street.phone(who);
      await member.goto('/packages/office/awards/awards');
      await member.tap('award-desk-line');
      await member.tap('nomination-main');
      await member.see('好了：同意公示');
    }
    await phone.reLaunch('/packages/service/awards/awards');
    await phone.see('正在公示');
    const { notices } = await street.town.as('stranger').call('award.board', { after: null });
    await street.pass((notices[0]?.until ?? 0) - street.town.clock.now() + 1000);
    const stranger = await street.phone('somebody-new');
    await stranger.goto('/packages/service/awards/awards');
    await stranger.tap('awards-story');
    await stranger.see('他先去看独居的长者');
    assert.deepEqual(await street.problems(), []);
  });

  test('a word against a commendation: the notice stops, it is looked into, and a second one is found to be right', async () => {
    const id = await onNotice(street.town);
    const neighbour = await street.phone('elder');
    await neighbour.reLaunch('/packages/service/awards/awards');
    await neighbour.tap('awards-notice');
    await neighbour.tap('story-object');
    await neighbour.fill('field-words', '那天换灯的不是他');
    await neighbour.tap('story-hand-in');
    await neighbour.see('收到了，监督的同志去查');
    const board = () => street.town.as('stranger').call('award.board', { after: null });
    assert.equal((await board()).notices.length, 0, 'nobody reads it while it is looked into');

    const auditor = await street.phone('auditor');
    await auditor.goto('/packages/office/awards/awards');
    await auditor.tap('award-desk-line');
    await auditor.see('有人说：那天换灯的不是他');
    assert.doesNotMatch(await auditor.words(), /样例长者/, 'nobody learns who objected');
    await auditor.tap('nomination-main');
    await auditor.fill('nomination-text', '问过物业，是他换的');
    await auditor.tap('nomination-hand-in');
    await auditor.see('校务委员会在研究');
    for (const who of ['committee', 'committee-b']) await street.town.as(who).call('award.agree', { id });
    await neighbour.reLaunch('/packages/service/awards/awards');
    await neighbour.see('正在公示');

    await street.town.as('member').call('award.object', { id, words: '灯是我换的' });
    await auditor.reLaunch(`/packages/office/nomination/nomination?id=${id}`);
    await auditor.tap('nomination-uphold');
    await auditor.fill('nomination-text', '查实了，是另一位换的');
    await auditor.tap('nomination-hand-in');
    await auditor.see('好了：异议成立');
    const giver = await street.phone('resident');
    await giver.goto(`/packages/service/story/story?id=${id}`);
    await giver.see('查实了，是另一位换的');
    assert.equal((await board()).notices.length, 0);
    assert.deepEqual(await street.problems(), []);
  });

  test('reporting to the community by finger, and something offered to the neighbours [S62] [S67]', async () => {
    const phone = await street.phone('member');
    await phone.goto('/packages/service/dual/dual');
    for (const chip of ['dual-repair', 'dual-weekend', 'dual-comfort']) await phone.tap(chip);
    await phone.tap('dual-hand-in');
    await phone.see('您报到了');
    await phone.see('修修补补');

    await phone.goto('/packages/service/sesame/sesame');
    await phone.tap('sesame-put');
    // A finger that comes while the sheet still rises may meet nothing: it is put down again.
    await eventually('the kind is chosen', async () => {
      await phone.tap({ word: '有点啥' });
      assert.equal(await phone.data('form.kind'), 'thing');
    });
    await phone.fill('field-text', '一架轮椅，能借');
    await phone.tap('sesame-hand-in');
    await phone.see('贴出来了');
    await phone.reLaunch('/packages/service/sesame/sesame');
    await phone.see('一架轮椅，能借');
    await phone.tap('sesame-withdraw');
    await phone.see('不用写理由');
    await phone.answer('撤下来');
    await phone.see('撤下来了');
    assert.deepEqual(await street.problems(), []);
  });

  test('惠民双购: a notice from 我的 is read in 办事, a list to buy has its ceiling until whoever shops reads it, and what is taken down is gone [S69]', async () => {
    const office = await street.own('office');
    await office.reLaunch('/pages/me/me');
    await office.tap({ word: '贴公告' });
    await office.at('packages/service/dual-purchase/dual-purchase');
    await office.tap('notice-new');
    await office.fill('field-title', '平价冬菜');
    await office.fill('field-text', '周六上午，社区门口，谁家都能来');
    await office.tap('notice-day-2');
    await office.tap('notice-put');
    await office.see('贴出去了');

    const elder = await street.own('elder');
    await elder.tab('办事');
    await elder.at('pages/service/service');
    await elder.see('眼下没有在办的事');
    await elder.tap({ word: '惠民双购' });
    await elder.see('平价冬菜');
    await elder.see('当面给现金');
    assert.doesNotMatch(await elder.words(), /贴一条公告|撤下这条/, 'who keeps no notices is offered none');
    await elder.tap('dual-buy');
    await elder.fill('field-list', '鸡蛋两斤\n豆油一桶');
    await elder.tap('dual-ceiling-50');
    await elder.tap('dual-go-on');
    // What the button says: 对一下, with nothing to say again before it.
    await elder.at('packages/service/confirm/confirm');
    await elder.see('鸡蛋两斤、豆油一桶，50 元以内');
    await elder.tap('confirm-submit');
    await elder.at('packages/service/request/request');
    await elder.see('代买：鸡蛋两斤、豆油一桶。50 元以内，现金当面结清');

    const desk = await street.own('dispatcher');
    await desk.reLaunch('/pages/home/home');
    await desk.tap({ word: '受理台' });
    await desk.tap({ word: '鸡蛋两斤' });
    await desk.see('50 元以内');
    await desk.tap('matter-tier-normal');
    await desk.tap('matter-helper');
    await desk.tap('matter-helper-sample_grid');
    await desk.tap('matter-main');
    await desk.see('派下去了');
    const worker = await street.own('grid');
    await worker.tap({ word: '走这一趟' });
    await worker.tap({ word: '鸡蛋两斤' });
    await worker.see('代买：鸡蛋两斤、豆油一桶。50 元以内，现金当面结清');
    await worker.tap({ word: '开始办' });
    await worker.tap('sheet-submit');
    await worker.see('记上了：开始办');
    await worker.tap('task-receipt-add');
    await worker.tap('privacy-agree');
    await worker.answer('拍摄');
    await worker.glass.locator('.phone-camera__shutter').tap();
    await worker.find('task-receipt-remove');
    await elder.reLaunch('/pages/home/home');
    await elder.tap({ word: '鸡蛋两斤' });
    await elder.see('买东西的小票');

    await office.tap('notice-take');
    await office.answer('撤下');
    await office.see('撤下来了');
    await office.unsee('平价冬菜');
    await elder.back();
    await elder.tab('办事');
    await elder.at('pages/service/service');
    await elder.see('鸡蛋两斤');
    await elder.tap({ word: '惠民双购' });
    await elder.see('眼下没有公告');
    assert.deepEqual(await street.problems(), []);
  });
});
