import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import { wish } from '../functions/wish';
import { orders } from '../proof/rows/scenes';
import { eventually } from './support/eventually';
import { published, readThrough, signedByTwo, takeSeat } from './support/school';
import { openStreet, type Street } from './support/street';

describe('how the school is led, on the phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  test('the office proposes a teacher, each member signs for themself, the conclusion is recorded [S26]', async () => {
    const office = await street.own('office');
    await office.reLaunch('/packages/academic/matters/matters');
    await office.tap('matters-propose');
    await office.tap({ word: '师资聘任' });
    await office.tap({ word: '样例讲师' });
    await office.fill('matters-words', '讲防骗，街坊听得懂');
    await office.tap('matters-send');
    await office.see('在签');

    const member = await street.own('committee');
    await member.reLaunch('/packages/academic/matters/matters');
    await member.see('等您签');
    await member.tap('matters-line');
    await member.see('讲防骗，街坊听得懂');
    await member.tap({ word: '我同意' });
    await member.see('已有 1 位');
    await member.unsee('我同意');

    const other = await street.own('committee-b');
    await other.reLaunch('/packages/academic/matters/matters');
    await other.tap('matters-line');
    await other.tap({ word: '我同意' });
    await other.see('议定结论');
    await other.see('同意的：样例校务委员甲、样例校务委员乙');
    assert.deepEqual(await street.problems(), []);
  });

  test('taking a course off the menu is decided together: it stands until two have signed by name, then nobody finds it any more [S26] [S28]', async () => {
    const [office, resident] = [await street.own('office'), await street.own('resident')];
    await resident.reLaunch('/packages/school/menu/menu');
    await resident.see('邻里拌嘴怎么劝');
    await office.reLaunch('/packages/academic/matters/matters');
    await office.tap('matters-propose');
    await office.tap({ word: '一节录制课、一个故事不再公开' });
    await office.tap({ word: '邻里拌嘴怎么劝' });
    await office.fill('matters-words', '讲法跟新条例对不上了');
    await office.tap('matters-send');
    await office.see('在签');
    await office.see('同意的满 2 位就定，已有 0 位');

    await signedByTwo(street, '讲法跟新条例对不上了');
    const member = await street.own('committee-b');
    await member.see('议定结论');
    await member.see('同意的：样例校务委员甲、样例校务委员乙');
    await resident.reLaunch('/packages/school/menu/menu');
    await resident.see('防诈骗三道门');
    await resident.unsee('邻里拌嘴怎么劝');
    // Whoever kept its page reads that it is gone, and is not left there.
    await resident.reLaunch('/packages/school/course/course?id=c-quarrel');
    await resident.see('没找到，可能已经撤了');
    assert.deepEqual(await street.problems(), []);
  });

  test('a course is written, read by three people, and only then on the menu [S28]', async () => {
    const office = await street.own('office');
    const resident = await street.own('resident');
    await office.reLaunch('/packages/academic/content/content');
    await office.tap('content-add');
    await office.tap('content-new-course');
    await office.fill('write-title', '样例假币怎么认');
    await office.fill('write-summary', '摸一摸，照一照。');
    for (const chip of ['track-practice', 'methods-case', 'program-night_school', 'batch-selected'])
      await office.tap(`write-${chip}`);
    await office.fill('write-minutes', '45');
    await office.fill('write-minimum', '5');
    await office.tap({ word: '存上' });
    await office.see('“从哪来”还没填');
    await office.tap({ word: '区级宣讲团' });
    await office.tap({ word: '存上' });
    await office.see('在写');
    await office.tap({ word: '写好了，交上去审' });
    await office.tap({ word: '初审过了' });
    await office.see('前面一审是您看的，这一审得换一位');

    await resident.reLaunch('/packages/school/menu/menu');
    await resident.see('防诈骗三道门');
    await resident.unsee('样例假币怎么认');
    await readThrough(street, '摸一摸，照一照。');
    await resident.reLaunch('/packages/school/menu/menu');
    await resident.see('样例假币怎么认');
    assert.deepEqual(await street.problems(), []);
  });

  test('a course on the menu is written anew: what was typed outlives the page, one reader sends it back with a reason, and until three have passed it people read the edition before [S28]', async () => {
    const [office, resident] = [await street.own('office'), await street.own('resident')];
    const [before, sent, mended] = [
      '到货架前现场看',
      '样例：先看日期，再看配料。',
      '样例：先看日期，再看配料，字小就拍照。',
    ];
    const atDesk = async (key: string) => {
      const phone = await street.own(key);
      await phone.goto('/pages/me/me');
      await phone.tap({ word: '先审后见' });
      await phone.at('packages/academic/content/content');
      return phone;
    };
    const asKnocked = async (key: string) => {
      const phone = await street.own(key);
      await phone.goto('/pages/me/me');
      await phone.tap({ word: '消息' });
      await phone.tap({ word: '食品标签怎么看' });
      await phone.at('packages/academic/draft/draft');
      return phone;
    };
    const handedIn = async () => {
      await office.tap('write-store');
      await office.at('packages/academic/draft/draft');
      await office.tap({ word: '写好了，交上去审' });
      await office.tap({ word: '初审过了' });
      await office.see('前面一审是您看的');
    };

    await atDesk('office');
    await office.tap({ word: '食品标签怎么看' });
    await office.tap('content-write');
    await office.fill('write-summary', sent);
    await office.back();
    await office.tap({ word: '食品标签怎么看' });
    await office.tap('content-write');
    await office.see('上回没交的还在，接着写');
    await handedIn();

    const reader = await asKnocked('committee');
    await reader.see(sent);
    await reader.see('第 2 版');
    await reader.tap({ word: '退回去改' });
    await reader.tap('draft-send-back');
    await reader.see('写一句哪儿要改');
    await reader.fill('draft-reason', '字小看不清咋办没写');
    await reader.tap('draft-send-back');
    await reader.see('退回去了');

    await asKnocked('office');
    await office.see('字小看不清咋办没写');
    // What was typed by mistake is not in the way for ever.
    await office.tap('draft-write');
    await office.fill('write-summary', '写串了');
    await office.back();
    await office.tap('draft-write');
    await office.tap({ word: '不要了' });
    await office.answer('不要了');
    await office.gone('write-kept');
    await office.fill('write-summary', mended);
    await handedIn();
    await office.back();
    await office.at('packages/people/inbox/inbox');
    await atDesk('office');
    await office.tap({ word: '食品标签怎么看', nth: 1 });
    await office.tap('content-write');
    await office.tap({ word: '看看审到哪了' });
    await office.see('等复审');

    await resident.goto('/pages/school/school');
    await resident.tap({ word: '菜单点课' });
    await resident.tap({ word: '食品标签怎么看' });
    await resident.see(before);

    for (const [key, word] of [
      ['committee', '复审过了'],
      ['committee-b', '终审过了'],
    ] as const) {
      const phone = await atDesk(key);
      await phone.tap('content-turn');
      await phone.see(mended);
      await phone.tap({ word });
      await phone.see('记下了，您看过了');
    }
    await resident.back();
    await resident.tap({ word: '食品标签怎么看' });
    await resident.see(mended);
    await resident.unsee(before);
    assert.deepEqual(await street.problems(), []);
  });

  test('the office writes whose a teaching point is and who may use it: what was typed outlives the page, and the committee reads it where the office wrote it [S7]', async () => {
    const office = await street.own('office');
    await office.goto('/pages/me/me');
    await office.tap({ word: '谁家的、谁能用' });
    await office.tap({ word: '源课堂' });
    await office.fill('share-owner', '样例单位');
    await office.back();
    await office.tap({ word: '谁家的、谁能用' });
    await office.tap({ word: '源课堂' });
    // A colleague writes while the sheet is open: theirs comes in, what was typed here stays and is sent again.
    const colleague = street.town.as('office');
    const { items } = await colleague.call('resource.list', {});
    const main = items.find(({ id }) => id === 'main') ?? assert.fail('there is a main venue');
    const theirs = { kind: main.kind, id: main.id, version: main.version, sharedWith: ['样例社区'] };
    await colleague.call('resource.share', { ...theirs, ownerOrg: '另一家单位' });
    await office.tap('share-store');
    await office.see('有人把“谁家的”写成了“另一家单位”');
    assert.deepEqual(
      [await office.data('form.ownerOrg'), await office.data('form.sharedWith')],
      ['样例单位', '样例社区'],
    );
    await office.fill('share-with', '样例社区、样例学校');
    await office.tap('share-store');
    await office.see('记下了');
    await office.see('谁家的：样例单位 · 谁能用：样例社区、样例学校');

    const member = await street.own('committee');
    await member.goto('/pages/me/me');
    await member.tap({ word: '谁家的、谁能用' });
    await member.see('谁家的：样例单位 · 谁能用：样例社区、样例学校');
    assert.deepEqual(await street.problems(), []);
  });

  test('the office describes a teaching point while a colleague does: neither loses a word, and a resident reads both [S16] [S17]', async () => {
    const office = await street.own('office');
    await office.goto('/packages/school/venue/venue?id=branch-jianguo');
    await office.tap('venue-edit');
    await office.fill('venue-capacity', '40');
    const colleague = street.town.as('office');
    const { version } = await colleague.call('venue.get', { id: 'branch-jianguo' });
    const theirs = { id: 'branch-jianguo', version, place: '样例路 1 号', access: ['有坡道'] };
    await colleague.call('venue.describe', { ...theirs, capacity: null, funding: null });
    await office.tap('venue-store');
    await office.see('刚有人动过，给您换上新的');
    assert.deepEqual(
      [await office.data('form.place'), await office.data('form.access'), await office.data('form.capacity')],
      ['样例路 1 号', '有坡道', '40'],
    );
    await office.tap('venue-store');
    await office.see('40 座');
    const resident = await street.own('resident');
    await resident.goto('/packages/school/venue/venue?id=branch-jianguo');
    await resident.see('样例路 1 号');
    await resident.see('40 座');
    assert.deepEqual(await street.problems(), []);
  });

  test('whoever nods to the longest time reads what it is about and what it means, and says yes once', async () => {
    const t = street.town;
    const { id } = await t
      .as('resident')
      .call('request.submit', { ...wish, kind: 'grid', text: '楼道灯坏了，三楼' });
    await t.as('dispatcher').call('request.dispatch', { id, ...orders, tier: 'max' });
    const member = await street.own('committee');
    await member.goto('/pages/me/me');
    await member.tap({ word: '等您点头' });
    await member.tap({ word: '楼道灯坏了' });
    await member.at('packages/office/matter/matter');
    await member.see('楼道灯坏了');
    await member.see('没点头之前按 7 天');
    await member.unsee('三楼');
    await member.tap({ word: '同意按 15 天办' });
    await member.tap('sheet-submit');
    await member.see('同意按 15 天办：楼道灯坏了');
    await member.back();
    await member.see('眼下没有等您点头的');
    assert.equal((await t.as('dispatcher').call('request.get', { id })).work?.tier, 'max');
    assert.deepEqual(await street.problems(), []);
  });

  test('whoever nods too late reads what became of it, and goes back to what waits for them', async () => {
    const t = street.town;
    const asked = async (text: string) => {
      const { id } = await t.as('resident').call('request.submit', { ...wish, kind: 'grid', text });
      await t.as('dispatcher').call('request.dispatch', { id, ...orders, title: text, tier: 'max' });
      return id;
    };
    const agreed = await asked('三楼的灯坏了');
    const taken = await asked('井盖响得厉害');
    const member = await street.own('committee');
    await member.goto('/packages/office/approvals/approvals');
    await member.tap({ word: '三楼的灯坏了' });
    await member.tap({ word: '同意按 15 天办' });
    await t.as('committee-b').call('request.approve', { id: agreed });
    await member.tap('sheet-submit');
    await member.see('这件点过头了，按 15 天办');
    await member.tap({ word: '回“等您点头”' });
    await member.unsee('三楼的灯坏了');
    await t.as('grid').call('request.bounce', { id: taken, reason: 'not_my_grid', note: '不是这片的' });
    await t.as('dispatcher').call('request.dispatch', { id: taken, ...orders, tier: 'hard' });
    await member.tap({ word: '井盖响得厉害' });
    await member.see('这件不用您点头了');
    await member.tap({ word: '回“等您点头”' });
    await member.see('眼下没有等您点头的');
    assert.deepEqual(await street.problems(), []);
  });

  test('the office writes the plan, moves a class, the committee decides, a month becomes drafts [S30] [S31]', async () => {
    const office = await street.own('office');
    const year = new Date().getUTCFullYear() + 1;
    await office.reLaunch(`/packages/academic/plan/plan?year=${year}`);
    await office.see('还没定过');
    await office.tap({ word: '添一个班次' });
    await office.tap('plan-store');
    await office.see('挑一类内容');
    await office.tap('plan-area-spirit');
    await office.tap('plan-course-c-rights');
    await office.tap('plan-venue-main');
    await office.tap('plan-store');
    await office.see('每周三 19:00');
    await office.tap('plan-class');
    await office.tap({ word: '挪到……' });
    await office.tap('plan-to-3');
    await office.tap('plan-day-5');
    await office.tap({ word: '挪过去' });
    await office.see('挪到 3 月了');
    await office.tap('plan-month-3');
    await office.see('每周五 19:00');
    await office.tap({ word: '写好了，请委员会定' });
    await office.fill('plan-words', '先排一门试试');
    await office.tap('plan-send');
    await office.see('委员会在定');
    await signedByTwo(street, '先排一门试试');
    await office.reLaunch(`/packages/academic/plan/plan?year=${year}`);
    await office.tap('plan-month-3');
    await office.tap({ word: '排出 3 月的课' });
    await office.see('节草稿');
    await office.see('排上了');

    // One of them to another day: the class, the day, and once more to say so.
    const { items } = await street.town.as('office').call('plan.days', { year, month: 3 });
    const made = items.find(({ state }) => state === 'made');
    const other = new Date((made?.startsAt ?? 0) + 9 * 3_600_000 + 86_400_000).toISOString().slice(0, 10);
    await office.tap('plan-day');
    await office.see('还没发布，挪了不用告诉谁');
    await office.tap(`move-day-${other}`);
    await office.tap('move-main');
    await office.see('挪好了');
    await office.see('本来是');

    const resident = await street.own('resident');
    await resident.reLaunch('/packages/school/month/month');
    await resident.see('校务委员会定过了');
    assert.deepEqual(await street.problems(), []);
  });

  test('a year that has nothing yet takes over the classes of the year before, month by month, and is then written on [S30]', async () => {
    const office = await street.own('office');
    const year = new Date().getUTCFullYear() + 2;
    await office.reLaunch(`/packages/academic/plan/plan?year=${year}`);
    await office.see('还没定过');
    await office.tap('plan-month-3');
    await office.see('这个月还没有班次');
    await office.tap({ word: '照去年的抄一份' });
    await office.see('照去年的抄过来了，接着改');
    await office.see('每周五 19:00');
    await office.unsee('照去年的抄一份');
    // A copy of its own: what is changed here stays as it was there.
    await office.tap('plan-class');
    await office.tap('plan-drop');
    await office.answer('去掉');
    await office.see('这个月还没有班次');
    await office.reLaunch(`/packages/academic/plan/plan?year=${year - 1}`);
    await office.tap('plan-month-3');
    await office.see('每周五 19:00');
    assert.deepEqual(await street.problems(), []);
  });

  test('the plan is changed under a class that people have signed up for: it is named as one that the plan has no more and goes on until the office moves it; then everybody with a seat is told [S30]', async () => {
    const [office, resident] = [await street.own('office'), await street.own('resident')];
    const year = new Date().getUTCFullYear() + 1;
    const { items } = await street.town.as('office').call('plan.days', { year, month: 3 });
    const id = items.find(({ state, note }) => state === 'made' && note === '')?.sessionId ?? '';
    await published(street, id);
    await takeSeat(resident, id);

    await office.reLaunch(`/packages/academic/plan/plan?year=${year}`);
    await office.tap('plan-month-3');
    await office.tap('plan-class');
    await office.tap({ word: '挪到……' });
    await office.tap('plan-to-4');
    await office.tap({ word: '挪过去' });
    await office.see('挪到 4 月了');
    await office.tap({ word: '写好了，请委员会定' });
    await office.fill('plan-words', '三月太满，挪到四月');
    await office.tap('plan-send');
    await office.see('委员会在定');
    await signedByTwo(street, '三月太满，挪到四月');

    await office.reLaunch(`/packages/academic/plan/plan?year=${year}`);
    await office.tap('plan-month-3');
    await office.see('落单了');
    await office.see('计划挪走了，这一节在报名，照旧上');
    await resident.reLaunch(`/packages/school/session/session?id=${id}`);
    await resident.see('座给您留好了');

    await office.tap({ word: '照旧上' });
    await office.see('报了名的 1 位、排着队的都告诉，座都留着');
    await office.tap({ word: '4月' });
    await office.tap(`move-day-${year}-04-07`);
    await office.fill('move-why', '计划挪到四月了');
    await office.tap('move-main');
    await office.see('挪好了');
    await resident.reLaunch('/packages/people/inbox/inbox');
    await resident.see('计划挪到四月了');
    await resident.reLaunch(`/packages/school/session/session?id=${id}`);
    await resident.see('改到这天了');
    await resident.see('座给您留好了');
    assert.deepEqual(await street.problems(), []);
  });

  test('a resident reads what the school is for, who leads it, a rule that is still a placeholder and one that three people have read; the archive has filled itself [S2] [S3] [S4] [S25] [S27] [S32]', async () => {
    const phone = await street.own('resident');
    await phone.reLaunch('/packages/school/academy/academy');
    await phone.see('最后一公里');
    await phone.see('党校姓党');
    await phone.see('街道党（工）委书记兼');
    await phone.tap('academy-policy');
    await phone.see('条文待填写');
    await phone.unsee('抄下来打印');

    // The office writes it, three people read it, and everybody reads its first edition.
    const office = await street.own('office');
    await office.reLaunch('/packages/school/policy/policy?policy=learner_code');
    await office.tap('policy-write');
    await office.fill('write-text', '样例守则：到点来，手机调静音。');
    await (await office.find('write-effectiveOn')).trigger('change', { value: '2026-01-01' });
    await office.tap('write-store');
    await office.tap({ word: '写好了，交上去审' });
    await office.tap({ word: '初审过了' });
    await office.see('前面一审是您看的');
    await readThrough(street, '手机调静音');
    await phone.reLaunch('/packages/school/policy/policy?policy=learner_code');
    await phone.see('手机调静音');
    await phone.see('第 1 版');

    // 档案 has filled itself with what was decided and taught, and says so to whoever may look.
    const auditor = await street.phone('auditor', { start: '/packages/academic/archive/archive' });
    await auditor.see('办过的自己进档');
    await auditor.see('样例假币怎么认');
    assert.deepEqual(await street.problems(), []);
  });

  test('what nobody has looked at for two months comes to the office by itself: one is confirmed with a tap, one is taken down, and people see it no more [S28]', async () => {
    const resident = await street.own('resident');
    await street.pass(62 * DAY);
    // At night the knock waits for the morning; the inbox has it at once.
    const office = await street.phone('office', { device: 'office-later' });
    await office.reLaunch('/packages/people/inbox/inbox');
    await office.see('两个月没看过了');
    await office.reLaunch('/packages/academic/desk/desk');
    await office.tap('academic-content');
    await office.see('两个月没动过的');
    const old = await office.count('content-old');
    assert.ok(old >= 2, `${old} are old`);
    const stale = (count: number) =>
      eventually(`${count} are old`, async () => assert.equal(await office.count('content-old'), count));
    await office.tap({ word: '防诈骗三道门' });
    await office.tap('content-confirm');
    await office.see('好，还准');
    await stale(old - 1);

    await resident.reLaunch('/packages/school/menu/menu');
    await resident.see('样例假币怎么认');
    // Why one might go is not offered for another.
    await office.tap({ word: '防诈骗三道门' });
    await office.tap('content-taking');
    await office.fill('content-reason', '写串了');
    await office.tap({ word: '关上' });
    await office.tap({ word: '样例假币怎么认' });
    await office.tap('content-taking');
    assert.equal(await office.data('reason'), '');
    await office.fill('content-reason', '新版纸币出来了，讲法得改');
    await office.tap('content-take-down');
    await office.see('下架了');
    await stale(old - 2);
    await resident.reLaunch('/packages/school/menu/menu');
    await resident.see('防诈骗三道门');
    await resident.unsee('样例假币怎么认');
    assert.deepEqual(await street.problems(), []);
  });
});
