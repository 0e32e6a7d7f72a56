import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { MINUTE } from '../../cloudfunctions/core/calendar';
import type { Town } from '../support/town';
import { eventually } from './support/eventually';
import type { Phone } from './support/phone';
import { takeSeat } from './support/school';
import { openStreet, type Street } from './support/street';

/** Somebody without WeChat, for whom this person may speak. */
async function bound(town: Town, relative: string, name: string): Promise<string> {
  const home = { name, communityId: 'jianguo', phone: '', building: '样例楼 6 栋', door: '' };
  const { card } = await town.as('grid').call('household.register', home);
  const agreed = { progress: false, speak: true, confirm: false };
  const { code } = await town.as('grid').call('family.witness', { cardId: card.id, agreed });
  await town.as(relative).call('family.bind', { code });
  return name;
}

/** The code was shown once; of two with one phone each is a tap on a face. */
async function twoFaces(phone: Phone, other: string): Promise<void> {
  await phone.see('谁到了？点谁的头像');
  assert.equal(await phone.count('check-in-face'), 2);
  await phone.tap({ word: other });
  await phone.see('就这些，好了');
  await phone.tap({ test: 'check-in-face', nth: 0 });
  await phone.see('两位都点上了');
}

/** The picture of the canvas on the page, '' while nothing is on it; as text, for it runs in the browser. */
const PICTURE = `(() => {
  const canvas = document.querySelector('canvas');
  if (canvas === null) return '';
  const { width, height } = canvas;
  const blank = Object.assign(document.createElement('canvas'), { width, height });
  const picture = canvas.toDataURL();
  return picture === blank.toDataURL() ? '' : picture;
})()`;

/** The code on the host’s screen, once it is drawn: the words around it are there before it is. */
function drawnCode(host: Phone): Promise<string> {
  return eventually('the code is drawn', async () => {
    const picture = await host.glass.evaluate<string>(PICTURE);
    if (picture === '') throw new Error('nothing is on it yet');
    return picture;
  });
}

describe('learning, on the phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  test('from 首页 to the menu, narrowed by track, group, method and programme, to a class of the round table and one of the night school [S39] [S51] [S52]', async () => {
    // How many are kept for elders depends on the hour at which this runs.
    const table = await street.town.as('resident').call('session.get', { id: 's-table' });
    const night = await street.town.as('resident').call('session.get', { id: 's-night' });
    const phone = await street.own('resident');
    await phone.tap({ word: '菜单点课' });
    await phone.at('packages/school/menu/menu');
    await phone.see('党员的权利');
    const all = await phone.count('menu-course');
    await phone.tap('menu-track-practice');
    await phone.unsee('党员的权利');
    await phone.tap('menu-filter');
    for (const option of ['community', 'seminar', 'roundtable_37c']) await phone.tap(`menu-option-${option}`);
    await phone.tap({ word: '就看这些' });
    await phone.see('楼道堆物怎么管');
    assert.ok((await phone.count('menu-course')) < all);

    await phone.tap('menu-open');
    await phone.at('packages/school/course/course');
    await phone.tap('course-session');
    await phone.at('packages/school/session/session');
    for (const words of [
      '37℃圆桌课堂',
      '建国社区党群服务中心',
      '还有',
      `${table.left} 座`,
      '样例班主任',
      '楼道的照片',
      '上次说的事，先报结果',
    ])
      await phone.see(words);

    await phone.goto('/packages/school/session/session?id=s-night');
    for (const words of ['党员夜校', '一共 30 座', `还有 ${night.left} 座`, '收到过的怪短信'])
      await phone.see(words);
    assert.deepEqual(await street.problems(), []);
  });

  test('a full class: a visible place in the line, a seat given back is offered with a deadline and accepted; fewer chairs than people is refused by name; called off with an offer out, everybody reads why', async () => {
    const [first, second, third] = [
      await street.own('member'),
      await street.own('member-b'),
      await street.own('daughter'),
    ];
    for (const phone of [first, second]) await takeSeat(phone, 's-small');
    await third.goto('/packages/school/session/session?id=s-small');
    await third.tap({ word: '排队' });
    await third.see('您排第 1 位');

    await first.tap('session-leave');
    await first.answer('退一下');
    await first.unsee('座给您留好了');

    await third.reLaunch('/pages/home/home');
    await third.see('有座了');
    await third.goto('/packages/school/session/session?id=s-small');
    await third.see('去不去？');
    await third.tap({ word: '我去' });
    await third.see('座给您留好了');
    await third.goto('/packages/school/mine/mine');
    await third.see('邻里拌嘴怎么劝');

    // The host takes chairs away that people sit on: nothing is lost, and the desk says how many sit there.
    const host = await street.own('host');
    await host.goto('/packages/office/console/console?id=s-small');
    await host.tap('console-edit');
    await host.fill('console-capacity', '1');
    await host.tap('console-save');
    await host.see('不能再减（2 位）');
    await host.fill('console-capacity', '2');
    await host.fill('console-bring', '茶杯');
    await host.tap('console-save');
    await host.see('改好了');
    await third.reLaunch('/packages/people/inbox/inbox');
    await third.see('茶杯');
    await third.reLaunch('/packages/school/session/session?id=s-small');
    await third.see('座给您留好了');
    // Called off while an offer is out: whoever sits and whoever was asked reads why.
    await first.reLaunch('/packages/school/session/session?id=s-small');
    await first.tap({ word: '排队' });
    await first.see('您排第 1 位');
    await third.tap('session-leave');
    await third.answer('退一下');
    // What this phone reads once must be true by then.
    await third.unsee('座给您留好了');
    await first.reLaunch('/packages/school/session/session?id=s-small');
    await first.see('去不去？');
    await host.tap('console-cancel');
    await host.fill('console-reason', '停电');
    await host.tap('console-call-off');
    await host.see('不上了，报名的人都告诉了');
    for (const phone of [first, second]) {
      await phone.reLaunch('/packages/people/inbox/inbox');
      await phone.see('停电');
    }
    await first.reLaunch('/packages/school/session/session?id=s-small');
    await first.see('这节课不上了');
    assert.deepEqual(await street.problems(), []);
  });

  test('on the day three ways of being counted: the code at the door, the host’s code, the host’s list; an old screenshot leads on kindly; after either code two who share a phone are a tap each [S51]', async () => {
    await bound(street.town, 'resident', '样例老妈');
    await bound(street.town, 'elder', '样例老伴');
    const [door, screen, list] = [
      await street.own('resident'),
      await street.own('elder'),
      await street.own('office'),
    ];
    for (const phone of [door, screen, list]) await takeSeat(phone, 's-now');
    const { startsAt } = await street.town.as('resident').call('session.get', { id: 's-now' });
    await street.pass(startsAt - street.town.clock.now() - 5 * MINUTE);

    const { code } = await street.town.as('resident').call('venue.get', { id: 'branch-jianguo' });
    await door.openCode(`/packages/school/check-in/check-in?scene=${encodeURIComponent(`v=${code}`)}`);
    await door.see('重温入党志愿');
    await twoFaces(door, '样例老妈');

    const host = await street.own('host');
    await host.goto('/packages/office/console/console?id=s-now');
    await host.see('秒后换');
    const content = String(await host.data('code'));
    await screen.goto('/packages/school/check-in/check-in?id=s-now');
    await screen.mockScan({ result: 'https://example.invalid/not-ours' });
    await screen.tap('check-in-main');
    await screen.see('这个码不对，再扫一下');
    await screen.mockScan({ result: content });
    await screen.tap('check-in-main');
    await twoFaces(screen, '样例老伴');

    // 帮着点到: no list, one seat by what its owner says; without a network the tap waits and says so.
    await host.tap('console-ask');
    await host.tap({ test: 'console-steward', nth: 1 });
    await host.see('请了，给人发了消息');
    await screen.reLaunch('/packages/school/session/session?id=s-now');
    await screen.tap('session-door');
    await list.reLaunch('/packages/school/session/session?id=s-now');
    await list.tap('session-seat-code');
    await screen.mockScan({ result: content });
    await screen.tap('door-scan');
    await screen.see('这不是座号的码');
    await screen.mockScan({ result: String(await list.data('view.seatCode')) });
    await screen.tap('door-scan');
    await screen.find({ test: 'door-mark', nth: 0 });
    await screen.network('none');
    await screen.tap({ test: 'door-mark', nth: 0 });
    await screen.see('记在这部手机上了');
    await host.see('4 / 5 位到了');
    await screen.fill('door-said', '张');
    await screen.see('没网，找不着座');
    await screen.network('wifi');
    await screen.unsee('等着传', 20_000);
    await street.pass(31_000);
    await host.see('5 / 5 位到了');

    await street.pass(61_000);
    const late = await street.phone('liaison');
    await late.goto('/packages/school/check-in/check-in?id=s-now');
    await late.mockScan({ result: content });
    await late.tap('check-in-main');
    await late.see('码换了，再扫一下');
    assert.deepEqual(await street.problems(), []);
  });

  test('the camera really decodes the code on the host’s screen; four digits count as well, for two who share one phone; without a network the host takes a tap back', async () => {
    const host = await street.own('host');
    await host.reLaunch('/packages/office/console/console?id=s-now');
    const picture = await drawnCode(host);
    const phone = await street.own('resident');
    await phone.reLaunch('/packages/school/check-in/check-in?id=s-now');
    await phone.see('两位都点上了');
    await phone.showToCamera([picture]);
    const { result } = (await phone.mini.callWxMethod('scanCode', { onlyFromCamera: true })) as {
      result: string;
    };
    assert.match(result, /^RS1\.s-now\./);

    // Four digits from the blackboard, for whom the camera does not serve.
    const digits = (await host.text('console-digits')).replaceAll(/\D/g, '');
    const father = await bound(street.town, 'daughter', '样例老爸');
    const walkIn = await street.phone('daughter', { device: 'digits', elder: 'large' });
    await walkIn.goto('/packages/school/check-in/check-in?id=s-now');
    await walkIn.see('扫完一人点一下');
    await walkIn.tap('check-in-digits');
    for (const digit of digits) await walkIn.tap(`key-${digit}`);
    await walkIn.tap('check-in-main');
    await twoFaces(walkIn, father);
    const { roster } = await street.town.as('host').call('session.console', { id: 's-now' });
    assert.equal(
      roster.filter(({ name, arrived }) => name === father && arrived?.how === 'digits').length,
      1,
    );

    // In a cellar without a network: the roster came along from the list of classes, a wrong tap is taken back and sent later.
    const cellar = await street.phone('host', { device: 'host-cellar' });
    await cellar.goto('/packages/office/hosting/hosting');
    await eventually('the roster is on this phone', async () => {
      const { keys } = (await cellar.mini.callWxMethod('getStorageInfoSync')) as { keys: string[] };
      assert.ok(keys.includes('seen:session.console:{"id":"s-now"}'));
    });
    await cellar.network('none');
    await cellar.goto('/packages/office/console/console?id=s-now');
    await cellar.see('现在没网，照样能点');
    await cellar.tap({ test: 'console-mark', nth: 0 });
    await cellar.answer('收回来');
    await cellar.see('等着传');
    await cellar.network('wifi');
    await cellar.unsee('等着传', 20_000);
    assert.deepEqual(await street.problems(), []);
  });

  test('in the large version a class is one sentence and one button', async () => {
    const phone = await street.phone('elder', {
      elder: 'large',
      start: '/packages/school/session/session?id=s-rights',
      device: 'elder-large',
    });
    await phone.see('党员的权利');
    await phone.tap('session-main');
    await phone.see('座给您留好了');
    assert.deepEqual(await street.problems(), []);
  });

  test('课前提醒我: allowed from a tap, a message of WeChat comes when something changes; refused, nothing changes', async () => {
    const [phone, host] = [await street.own('office'), await street.own('host')];
    await takeSeat(phone, 's-night');
    await phone.tap('session-remind');
    await phone.answer('允许');
    await phone.see('开课前给您发消息');
    await host.reLaunch('/packages/office/console/console?id=s-night');
    await host.tap('console-edit');
    await host.fill('console-bring', '笔');
    await host.tap('console-save');
    await host.see('改好了');
    await host.tap('console-cancel');
    await host.fill('console-reason', '停电');
    await host.tap('console-call-off');
    await host.see('不上了，报名的人都告诉了');
    // At night the knock waits for the morning.
    await street.pass(12 * 60 * MINUTE);
    assert.ok(street.town.openApi.sent.some((message) => JSON.stringify(message).includes('不上了')));
    await phone.reLaunch('/packages/people/inbox/inbox');
    await phone.see('停电');
    assert.deepEqual(await street.problems(), []);
  });

  test('after class the host enters who signed on paper, with a word why, and who says 我来了，没登上; who was there thanks the teacher [S38] [S51]', async () => {
    const { town } = street;
    await town.as('daughter').call('session.take', { id: 's-rights' });
    const { endsAt } = await town.as('elder').call('session.get', { id: 's-rights' });
    await street.pass(endsAt - town.clock.now() + 30 * MINUTE);
    const host = await street.own('host');
    await host.reLaunch('/packages/office/console/console?id=s-rights');
    await host.see('七天里都能补');
    await host.tap({ test: 'console-mark', nth: 0 });
    await host.tap('console-backfill');
    await host.see('写一句为啥补');
    await host.fill('console-after-reason', '纸上签了');
    await host.tap('console-backfill');
    await host.see('记上了');
    await host.see('课后补上的');

    // Whose name was on the paper reads who entered it, and what to do if it is wrong.
    const elder = await street.own('elder');
    await elder.reLaunch('/packages/school/session/session?id=s-rights');
    await elder.see('课后照纸上补的，班主任替您点的');
    await elder.see('没来的话，跟班主任说一声就收回');

    // 我来了，没登上, within the week: said on one's own phone, answered on the host's.
    const late = await street.own('daughter');
    await late.reLaunch('/packages/school/session/session?id=s-rights');
    await late.tap('session-correct');
    await late.answer('说一声');
    await late.gone('session-correct');
    await host.reLaunch('/packages/office/console/console?id=s-rights');
    await host.tap({ test: 'console-mark', nth: 1 });
    await host.tap('console-grant');
    await host.see('记上了');
    await late.reLaunch('/packages/school/session/session?id=s-rights');
    // 谢老师一句: one sentence, no name, no number.
    await late.tap('session-thank');
    await late.see('先写一句');
    await late.fill('thank-text', '讲的是咱身边的事');
    await late.unsee('先写一句');
    await late.tap('thank-say');
    await late.see('带到了');
    assert.deepEqual(await street.problems(), []);
  });

  test('seats are kept for elders while everybody else waits, and a day before the class what no elder took is for all: first for who waits [S51]', async () => {
    const { town } = street;
    const [resident, elder] = [await street.own('resident'), await street.own('elder')];
    const seats = async () => (await town.as('resident').call('session.get', { id: 's-night-2' })).seats;
    const { capacity, elderFree, elderUntil } = await seats();
    assert.ok(elderFree > 1 && elderUntil !== null);
    let left = capacity - elderFree;
    for (const key of ['member', 'member-b', 'office', 'committee']) {
      const size = Math.min(left, 10);
      if (size > 0)
        await town.as(key).call('session.take_group', {
          id: 's-night-2',
          branch: '样例支部',
          names: Array.from({ length: size }, () => ''),
        });
      left -= size;
    }
    assert.equal(left, 0);

    await resident.reLaunch('/packages/school/session/session?id=s-night-2');
    await resident.see(`给长者留着 ${elderFree} 座，留到`);
    await resident.tap({ word: '排队' });
    await resident.see('您排第 1 位');
    await takeSeat(elder, 's-night-2');

    await street.pass(elderUntil - town.clock.now() + MINUTE);
    await resident.reLaunch('/packages/school/session/session?id=s-night-2');
    await resident.see('去不去？');
    await resident.unsee('给长者留着');
    await resident.tap({ word: '我去' });
    await resident.see('座给您留好了');
    const free = elderFree - 2;
    await elder.reLaunch('/packages/school/session/session?id=s-night-2');
    await elder.see(`还有 ${free} 座`);
    assert.deepEqual(await street.problems(), []);
  });
});
