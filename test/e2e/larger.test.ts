import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { HUGE } from '../guardrails/limits';
import { audited } from '../guardrails/on-glass';
import type { Phone } from './support/phone';
import { openStreet, type Street } from './support/street';

/** WeChat's own letters are large on this phone (rules 4.9). */
const LARGE = { fontSize: 22 };
const OFFER = '字小的话，换成大字版？';

/** How long a sheet may take to rise or to go, on a slow machine, in milliseconds. */
const SETTLES = 5000;

/**
 * Where a walk stands still: words are there, and for eyes of 特大 nothing is small, cut off or out of reach.
 * A sheet on its way lies over words for as long as it moves; what is still wrong after that stays wrong.
 */
async function stands(phone: Phone, ...words: readonly string[]): Promise<void> {
  for (const word of words) await phone.see(word);
  const until = Date.now() + SETTLES;
  let wrong = await audited(phone.glass, HUGE);
  while (wrong.length > 0 && Date.now() < until) {
    await setTimeout(100);
    wrong = await audited(phone.glass, HUGE);
  }
  assert.deepEqual(wrong, [], words[0]);
}

describe('for eyes and fingers that want it larger, on the phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  test('whoever has large letters in WeChat is offered the large version once: 不用 is remembered', async () => {
    const phone = await street.phone('resident');
    await phone.see('的课');
    await phone.gone('home-larger');
    await phone.conditions(LARGE);
    await phone.reLaunch('/pages/home/home');
    await phone.see(OFFER);
    await phone.tap('home-as-it-is');
    await phone.gone('home-larger');
    await phone.reLaunch('/pages/home/home');
    await phone.see('的课');
    await phone.gone('home-larger');
    assert.deepEqual(await street.problems(), []);
  });

  test('[P2] 换大字 makes it large at once, and it stays so', async () => {
    const phone = await street.phone('elder');
    await phone.conditions(LARGE);
    await phone.reLaunch('/pages/home/home');
    await phone.tap('home-larger');
    await phone.see('不用打字，说一句就行');
    await phone.reLaunch('/pages/home/home');
    await phone.see('不用打字，说一句就行');
    await phone.gone('home-larger');
    assert.deepEqual(await street.problems(), []);
  });

  test('[P1] in 特大 one looks round first: refused privacy and refused reminders leave every page and the telephone', async () => {
    const phone = await street.phone('resident', { elder: 'huge', device: 'huge-refuses' });
    await stands(phone, '有事，您说话', '打电话给社区');
    await phone.goto('/packages/service/say/say?kind=wish');
    await phone.tap('speak >>> [aria-role=button]');
    await stands(phone, '用麦克风，行吗？');
    await phone.tap('privacy-refuse');
    await stands(phone, '不用也能办', '打电话给社区');
    await phone.tap('privacy-done');
    await stands(phone, '不给麦克风也行');
    await phone.tap('say-type');
    await phone.fill('say-text', '不给麦克风也能说');
    await phone.tap('say-next');
    await phone.at('packages/service/confirm/confirm');
    await stands(phone, '不给麦克风也能说');
    await phone.reLaunch('/packages/school/session/session?id=s-night-2');
    await phone.tap('session-main');
    await phone.see('座给您留好了');
    await phone.tap('session-remind');
    await phone.answer('取消');
    await stands(phone, '座给您留好了');
    await phone.reLaunch('/packages/people/settings/settings');
    await stands(phone, '还没同意', '夜里九点到早上八点，不打扰');
    assert.deepEqual(await street.problems(), []);
  });

  test('[P4] in 特大 both ends of a family: digits given, digits typed, what is seen is changed, and taken away', async () => {
    const mother = await street.phone('elder', { elder: 'huge' });
    await mother.reLaunch('/packages/people/family/family');
    await mother.tap('family-offer');
    await stands(mother, '门牌和电话，他都看不到');
    await mother.tap('family-may-progress');
    await mother.tap('family-make');
    await stands(mother, '念给家里人听');
    const digits = (await mother.text('family-digits')).replace(/\D/g, '');

    const daughter = await street.phone('daughter', { elder: 'huge' });
    await daughter.reLaunch('/packages/people/family/family');
    await daughter.tap('family-enter');
    await daughter.fill('family-code', '000000');
    await daughter.tap('family-bind');
    await daughter.find('family-wrong');
    await stands(daughter, '老人念的六位数');
    await daughter.fill('family-code', digits);
    await daughter.tap('family-bind');
    await stands(daughter, '样例长者', '看看办到哪了');
    await daughter.gone('family-speak');
    await daughter.tap('family-follow');
    await daughter.at('packages/people/elder/elder');
    await stands(daughter, '样例长者');

    await mother.tap('family-done');
    await stands(mother, '样例闺女');
    await mother.tap('family-agree');
    await stands(mother, '就这么定');
    await mother.tap('family-may-speak');
    await mother.tap('family-change');
    await mother.see('替');
    await daughter.reLaunch('/packages/people/family/family');
    await daughter.find('family-speak');
    await mother.tap('family-unbind');
    await mother.answer('解除');
    await stands(mother, '解除了，从现在起看不到了');
    assert.deepEqual(await street.problems(), []);
  });

  test('[P7] in 特大 a reminder is allowed by a tap; what changes is told once by WeChat, and stands in 消息', async () => {
    const { town } = street;
    // Come by a code: this phone has not seen 首页.
    const phone = await street.phone('office', {
      elder: 'huge',
      start: '/packages/school/session/session?id=s-night-2',
    });
    await phone.tap('session-main');
    await phone.see('座给您留好了');
    await phone.tap('session-remind');
    await phone.answer('允许');
    await stands(phone, '开课前给您发消息');
    await town.as('host').call('session.cancel', { id: 's-night-2', reason: '停电' });
    await phone.reLaunch('/pages/me/me');
    await phone.tap({ word: '消息' });
    await phone.at('packages/people/inbox/inbox');
    await stands(phone, '停电');
    assert.deepEqual(await street.problems(), []);
  });

  test('[P5] [P6] [P10] [P13] in 特大 a card for behind the door, a copy of everything, leaving and staying; numbers; who runs it', async () => {
    const phone = await street.phone('elder', { elder: 'huge', device: 'huge-rights' });
    await phone.reLaunch('/packages/people/my-data/my-data');
    await phone.tap('data-card-take');
    await phone.find('data-card');
    await stands(phone, '写在纸上贴门后');
    await phone.tap('data-card-lost');
    await phone.answer('作废');
    await phone.gone('data-card');
    await phone.tap('data-export');
    await stands(phone, '您的全部数据', '样例长者');
    await phone.reLaunch('/packages/people/my-data/my-data');
    await phone.tap('data-erase');
    await stands(phone, '15 个工作日内办完');
    await phone.tap('data-erase-yes');
    // The sheet says it as well.
    await phone.gone('data-erase-yes');
    await stands(phone, '这之前都能反悔');
    await phone.tap('data-keep');
    await phone.see('不注销了，都还在');
    await phone.reLaunch('/packages/numbers/numbers/numbers');
    await phone.tap('chart-unfold');
    await stands(phone, '街道原来的记录，不跟上面加');
    await phone.reLaunch('/packages/people/about/about');
    await stands(phone, '主办', '政务应用备案编号', '投诉建议');
    assert.deepEqual(await street.problems(), []);
  });

  test('[P12] in 特大 the record of the desk and the one of the phone: whose it is stands first, then “是我”, and apart again', async () => {
    const { town } = street;
    await town.as('grid').call('household.register', {
      name: '样例大妈',
      communityId: 'jianguo',
      phone: '13912340002',
      building: '样例楼 8 栋',
      door: '',
    });
    const [known] = (await town.as('dispatcher').call('caller.find', { phone: '13912340002' })).people;
    assert.ok(known);
    const { code } = await town.as('dispatcher').call('joining.offer', { personId: known.id, how: 'phone' });
    const phone = await street.phone('resident', { elder: 'huge', device: 'huge-joining' });
    await phone.reLaunch('/packages/people/joining/joining');
    await stands(phone, '社区给您记过？');
    await phone.fill('joining-code', code);
    await phone.tap('joining-look');
    await stands(phone, '是您本人吗？', '样例大妈');
    await phone.tap('joining-yes');
    await stands(phone, '合成一份了');
    await phone.tap('joining-part');
    await phone.answer('分开');
    await stands(phone, '社区给您记过？');
    assert.deepEqual(await street.problems(), []);
  });
});
