import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openStreet, type Street } from './support/street';

describe('how the school is led, on the phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  test('the office proposes a teacher, each member signs for themself, the conclusion is recorded [S26]', async () => {
    const office = await street.phone('office');
    await office.goto('/packages/academic/matters/matters');
    await office.tap('matters-propose');
    await office.tap({ word: '师资聘任' });
    await office.tap({ word: '样例讲师' });
    await office.fill('matters-words', '讲防骗，街坊听得懂');
    await office.tap('matters-send');
    await office.see('在签');

    const member = await street.phone('committee');
    await member.goto('/packages/academic/matters/matters');
    await member.see('等您签');
    await member.tap('matters-line');
    await member.see('讲防骗，街坊听得懂');
    await member.tap({ word: '我同意' });
    await member.see('已有 1 位');
    await member.unsee('我同意');

    const other = await street.phone('committee-b');
    await other.goto('/packages/academic/matters/matters');
    await other.tap('matters-line');
    await other.tap({ word: '我同意' });
    await other.see('议定结论');
    await other.see('同意的：样例校务委员甲、样例校务委员乙');
    assert.deepEqual(await street.problems(), []);
  });

  test('a course is written, read by three people, and only then on the menu [S28]', async () => {
    const office = await street.phone('office');
    const resident = await street.phone('resident');
    await office.goto('/packages/academic/content/content');
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

    await resident.goto('/packages/school/menu/menu');
    await resident.see('防诈骗三道门');
    await resident.unsee('样例假币怎么认');
    for (const [key, word] of [
      ['committee', '复审过了'],
      ['committee-b', '终审过了'],
    ] as const) {
      const reader = await street.phone(key);
      await reader.goto('/packages/academic/content/content');
      await reader.tap('content-turn');
      await reader.see('摸一摸，照一照。');
      await reader.tap({ word });
      await reader.see('记下了，您看过了');
    }
    await resident.reLaunch('/packages/school/menu/menu');
    await resident.see('样例假币怎么认');
    assert.deepEqual(await street.problems(), []);
  });

  test('the office writes the plan, moves a class, the committee decides, a month becomes drafts [S30] [S31]', async () => {
    const office = await street.phone('office');
    const year = new Date().getUTCFullYear() + 1;
    await office.goto(`/packages/academic/plan/plan?year=${year}`);
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
    for (const key of ['committee', 'committee-b']) {
      const member = await street.phone(key);
      await member.reLaunch('/packages/academic/matters/matters');
      await member.tap('matters-line');
      await member.see('先排一门试试');
      await member.tap({ word: '我同意' });
      await member.see('签上了');
    }
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

    const resident = await street.phone('resident');
    await resident.goto('/packages/school/month/month');
    await resident.see('校务委员会定过了');
    assert.deepEqual(await street.problems(), []);
  });

  test('a year that has nothing yet takes over the classes of the year before, month by month, and is then written on [S30]', async () => {
    const office = await street.phone('office');
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

  test('a resident reads what the school is for, who leads it, and a rule that is still a placeholder; the archive has filled itself [S2] [S3] [S4] [S25] [S27] [S32]', async () => {
    const phone = await street.phone('resident');
    await phone.goto('/packages/school/academy/academy');
    await phone.see('最后一公里');
    await phone.see('党校姓党');
    await phone.see('街道党(工)委书记兼');
    await phone.tap('academy-policy');
    await phone.see('条文待填写');
    await phone.unsee('抄下来打印');

    // 档案 has filled itself with what was decided and taught, and says so to whoever may look.
    const auditor = await street.phone('auditor', { start: '/packages/academic/archive/archive' });
    await auditor.see('办过的自己进档');
    await auditor.see('样例假币怎么认');
    assert.deepEqual(await street.problems(), []);
  });
});
