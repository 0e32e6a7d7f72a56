import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openStreet, type Street } from './support/street';

describe('people and powers, on several phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  test('[P8] a powerful role: proposed by one administrator, agreed to by another, used at once, taken at once', async () => {
    const resident = await street.phone('resident');
    const first = await street.phone('admin');
    const second = await street.phone('admin-b');
    await resident.goto('/pages/me/me');
    await resident.tap({ word: '我的岗位' });
    const code = await resident.text('powers-code');
    await resident.see('您现在没有岗位');

    await first.goto('/pages/me/me');
    await first.tap({ word: '给岗位、撤岗位' });
    await first.at('packages/admin/roles/roles');
    await first.fill('roles-code', code.toLowerCase());
    await first.tap('roles-find');
    await first.see('样例居民');
    await first.tap('roles-grant');
    await first.tap('roles-role-dispatcher');
    await first.tap('roles-place-jianguo');
    await first.see('另一位管理员点了头才算');
    await first.fill('roles-grant-why', '新来的受理员');
    await first.tap('roles-give');
    await first.see('提上去了');

    await second.goto('/packages/admin/roles/roles');
    await second.see('样例管理员甲提的：新来的受理员');
    await second.tap('roles-confirm');
    await second.see('点了头，马上能用');

    await resident.reLaunch('/packages/office/triage/triage');
    await resident.see('建国社区');
    await resident.reLaunch('/packages/people/powers/powers');
    await resident.see('样例管理员甲、样例管理员乙给的');

    await second.fill('roles-code', code);
    await second.tap('roles-find');
    await second.tap('roles-revoke');
    await second.fill('roles-why', '调走了');
    await second.tap('roles-end');
    await second.see('撤了，他手上的事退回受理台');
    await resident.reLaunch('/packages/office/triage/triage');
    await resident.see('这一步您办不了');

    const auditor = await street.phone('auditor');
    await auditor.goto('/packages/admin/trail/trail');
    await auditor.see('样例管理员乙撤了这个岗位：调走了');
    assert.deepEqual(await street.problems(), []);
  });

  test('[P8] the desk names quarters and buildings; a resident chooses them with two taps', async () => {
    const desk = await street.phone('dispatcher');
    await desk.goto('/packages/admin/grids/grids');
    await desk.see('样例网格员管');
    await desk.tap('grids-edit-jianguo-north');
    await desk.fill('grids-text', '样例花园：7 栋、8 栋');
    await desk.tap('grids-save');
    await desk.see('样例花园：7 栋、8 栋');

    const elder = await street.phone('elder', { elder: true });
    await elder.goto('/packages/people/profile/profile');
    await elder.tap({ word: '样例花园' });
    await elder.tap({ word: '8 栋' });
    await elder.tap({ word: '存上' });
    await elder.see('单独问您');
    await elder.tap({ word: '同意，存上' });
    await elder.see('存好了');
    const { kept } = await street.town.as('elder').call('data.get', {});
    assert.equal(kept.find(({ key }) => key === 'building')?.value, '样例花园 8 栋');
    assert.deepEqual(await street.problems(), []);
  });

  test('[P12] somebody rings: the desk types the number, finds this one person, and the person sees it', async () => {
    await street.town.as('elder').call('me.update', { phone: '13912345678' });
    const desk = await street.phone('dispatcher');
    await desk.goto('/pages/me/me');
    await desk.tap({ word: '来电找人' });
    await desk.fill('caller-phone', '13999999999');
    await desk.tap('caller-find');
    await desk.see('没人留过这个号');
    await desk.fill('caller-phone', '13912345678');
    await desk.tap('caller-find');
    await desk.see('样例长者');
    const elder = await street.phone('elder', { elder: true });
    await elder.reLaunch('/packages/people/my-data/my-data');
    await elder.see('照号码找了您');
    assert.deepEqual(await street.problems(), []);
  });
});
