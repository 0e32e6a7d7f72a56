import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { MINUTE } from '../../cloudfunctions/core/calendar';
import { openStreet, type Street } from './support/street';

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
    const phone = await street.phone('resident');
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

  test('a full class: a visible place in the line, a seat given back is offered with a deadline and accepted', async () => {
    const [first, second, third] = [
      await street.phone('member'),
      await street.phone('member-b'),
      await street.phone('daughter'),
    ];
    for (const phone of [first, second]) {
      await phone.goto('/packages/school/session/session?id=s-small');
      await phone.tap('session-main');
      await phone.see('座给您留好了');
    }
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
    assert.deepEqual(await street.problems(), []);
  });

  test('on the day three ways of being counted: the code at the door, the host’s code, the host’s list; an old screenshot leads on kindly', async () => {
    const phones = await Promise.all(
      ['resident', 'elder', 'office'].map((who) => street.phone(who, { device: `${who}-day` })),
    );
    const [door = phones[0], screen = phones[1], list = phones[2]] = phones;
    assert.ok(door && screen && list);
    for (const phone of [door, screen, list]) {
      await phone.goto('/packages/school/session/session?id=s-now');
      await phone.tap('session-main');
      await phone.see('座给您留好了');
    }
    const { startsAt } = await street.town.as('resident').call('session.get', { id: 's-now' });
    await street.pass(startsAt - street.town.clock.now() - 5 * MINUTE);

    const { code } = await street.town.as('resident').call('venue.get', { id: 'branch-jianguo' });
    await door.openCode(`/packages/school/check-in/check-in?scene=${encodeURIComponent(`v=${code}`)}`);
    await door.see('重温入党志愿');
    await door.tap('check-in-main');
    await door.see('已经给您点上了');

    const host = await street.phone('host');
    await host.goto('/packages/office/console/console?id=s-now');
    await host.see('秒后换');
    const content = String(await host.data('code'));
    await screen.goto('/packages/school/check-in/check-in?id=s-now');
    await screen.mockScan({ result: 'https://example.invalid/not-ours' });
    await screen.tap('check-in-main');
    await screen.see('这个码不对，再扫一下');
    await screen.mockScan({ result: content });
    await screen.tap('check-in-main');
    await screen.see('已经给您点上了');

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
    await host.see('2 / 3 位到了');
    await screen.fill('door-said', '张');
    await screen.see('没网，找不着座');
    await screen.network('wifi');
    await screen.unsee('等着传', 20_000);
    await street.pass(31_000);
    await host.see('3 / 3 位到了');

    await street.pass(61_000);
    const late = await street.phone('liaison');
    await late.goto('/packages/school/check-in/check-in?id=s-now');
    await late.mockScan({ result: content });
    await late.tap('check-in-main');
    await late.see('码换了，再扫一下');
    assert.deepEqual(await street.problems(), []);
  });

  test('the camera really decodes the code on the host’s screen; four digits count as well; without a network the host takes a tap back', async () => {
    const host = await street.phone('host', { device: 'host-camera' });
    await host.goto('/packages/office/console/console?id=s-now');
    await host.see('秒后换');
    const picture = await host.glass.evaluate<string>('document.querySelector("canvas").toDataURL()');
    const phone = await street.phone('resident', { device: 'camera' });
    await phone.goto('/packages/school/check-in/check-in?id=s-now');
    await phone.see('已经给您点上了');
    await phone.showToCamera([picture]);
    const { result } = (await phone.mini.callWxMethod('scanCode', { onlyFromCamera: true })) as {
      result: string;
    };
    assert.match(result, /^RS1\.s-now\./);

    // Four digits from the blackboard, for whom the camera does not serve.
    const digits = (await host.text('console-digits')).replaceAll(/\D/g, '');
    const walkIn = await street.phone('daughter', { device: 'digits' });
    await walkIn.goto('/packages/school/check-in/check-in?id=s-now');
    await walkIn.tap('check-in-digits');
    for (const digit of digits) await walkIn.tap(`key-${digit}`);
    await walkIn.tap('check-in-main');
    await walkIn.see('已经给您点上了');

    // In a cellar without a network: the roster came along from the list of classes, a wrong tap is taken back and sent later.
    const cellar = await street.phone('host', { device: 'host-cellar' });
    await cellar.goto('/packages/office/hosting/hosting');
    await cellar.find({ test: 'hosting-class', nth: 0 });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
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
    const phone = await street.phone('office', { device: 'office-reminded' });
    await phone.see('的课');
    await phone.goto('/packages/school/session/session?id=s-night-2');
    await phone.tap('session-main');
    await phone.see('座给您留好了');
    await phone.tap('session-remind');
    await phone.answer('允许');
    await phone.see('开课前给您发消息');
    const host = await street.phone('host', { device: 'host-calls-off' });
    await host.goto('/packages/office/console/console?id=s-night-2');
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
    const host = await street.phone('host', { device: 'host-after' });
    await host.goto('/packages/office/console/console?id=s-rights');
    await host.see('7 天里都能补');
    await host.tap({ test: 'console-mark', nth: 0 });
    await host.tap('console-backfill');
    await host.see('写一句为啥补');
    await host.fill('console-after-reason', '纸上签了');
    await host.tap('console-backfill');
    await host.see('记上了');
    await host.see('课后补上的');

    // 我来了，没登上, within the week: said on one's own phone, answered on the host's.
    const late = await street.phone('daughter', { device: 'late' });
    await late.goto('/packages/school/session/session?id=s-rights');
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
    await late.fill('thank-text', '讲的是咱身边的事');
    await late.tap('thank-say');
    await late.see('带到了');
    assert.deepEqual(await street.problems(), []);
  });
});
