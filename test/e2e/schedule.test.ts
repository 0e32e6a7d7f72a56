import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { dayOf, timeOnDay } from '../../cloudfunctions/core/calendar';
import { station } from '../functions/plan';
import { pick, pickWord, published, takeSeat } from './support/school';
import { openStreet, type Street } from './support/street';

/** Days to the next Tuesday that is at least two days ahead, in China. */
function daysToTuesday(now: number): number {
  const weekday = new Date(now + 8 * 3_600_000).getUTCDay();
  const days = (2 - weekday + 7) % 7;
  return days < 2 ? days + 7 : days;
}

describe('从点课到上课, on the phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  test('a branch orders, the pool shows it, the office plans, the committee reviews, it is published in its programme’s first cohort, the contact takes seats [S39] [S47] [S51] [S59]', async () => {
    const member = await street.own('member');
    await member.goto('/packages/school/course/course?id=c-papers');
    await member.tap('course-branch');
    await member.fill('course-branch-name', '样例支部');
    await member.fill('course-branch-size', '12');
    await member.tap('course-branch-send');
    await member.see('支部点了：样例支部，12 人');

    const office = await street.own('office');
    await office.reLaunch('/packages/academic/desk/desk');
    await office.see('12 人要上');
    await office.tap('academic-pool');
    await office.at('packages/academic/arrange/arrange');
    await office.find('arrange-venue');
    await pickWord(office, 'arrange-venue', 'venues', '源课堂');
    const day = dayOf(timeOnDay(street.town.clock.now(), '12:00', 6));
    await pick(office, 'arrange-day', day);
    await pick(office, 'arrange-begins', '09:00');
    await pickWord(office, 'arrange-teacher', 'teachers', '样例讲师');
    await pickWord(office, 'arrange-host', 'hosts', '样例班主任');
    await office.fill('arrange-cohort', '1');
    await office.tap('arrange-store');
    await office.at('packages/academic/class/class');
    await office.see('还在备');
    const { id } = (await office.data('view')) as { id: string };
    await office.tap('class-main');
    await office.see('交上去了');

    const committee = await street.own('committee');
    await committee.reLaunch('/packages/academic/desk/desk');
    await committee.tap('academic-plan');
    await committee.tap('class-main');
    await committee.see('定下了，可以发布了');

    await office.reLaunch(`/packages/academic/class/class?id=${id}`);
    await office.tap('class-main');
    await office.see('发布了');

    // The same room and teacher at that hour: named while it is planned, and not to be stored; an hour later it fits.
    await office.reLaunch('/packages/academic/arrange/arrange?course=c-rights');
    await office.find('arrange-venue');
    await pickWord(office, 'arrange-venue', 'venues', '源课堂');
    await pick(office, 'arrange-day', day);
    await pick(office, 'arrange-begins', '09:30');
    await pickWord(office, 'arrange-teacher', 'teachers', '样例讲师');
    await office.see('这间屋有课：《党员材料不返工》');
    await office.see('讲师有课：《党员材料不返工》');
    await office.tap('arrange-store');
    await office.at('packages/academic/arrange/arrange');
    await pick(office, 'arrange-begins', '15:00');
    await office.gone('arrange-misfit');

    // 课表: the week by room and by teacher.
    await office.reLaunch('/packages/academic/desk/desk');
    await office.tap({ word: '课表' });
    for (const board of ['按场地', '按讲师']) {
      await office.tap({ word: board });
      await office.see(board === '按场地' ? '建国社区党群服务中心' : '讲师待定');
    }

    await member.goto('/packages/people/inbox/inbox');
    await member.see('您点的课排上了');
    // Where the first cohort of its programme stands, and from there to the class.
    await member.goto('/packages/school/programs/programs');
    await member.tap({ word: '党务工作集训营' });
    await member.see('第一期');
    await member.tap('programs-class');
    await member.at('packages/school/session/session');
    await member.see('党员材料不返工');
    await member.tap('session-group');
    await member.fill('session-group-branch', '样例支部');
    await member.fill('session-group-size', '3');
    await member.tap('session-group-send');
    await member.see('给支部占了 3 座');
    await member.tap({ test: 'session-give-back', nth: 0 });
    await member.answer('退这一座');
    await member.unsee('样例支部 1');
    assert.deepEqual(await street.problems(), []);
  });

  test('put off without a day, everybody keeps their seat and reads why; the new day brings it back', async () => {
    const resident = await street.own('resident');
    await takeSeat(resident, 's-rights');

    const office = await street.own('office');
    await office.reLaunch('/packages/academic/class/class?id=s-rights');
    await office.tap('class-postpone');
    await office.see('报了名的 1 位、排着队的都告诉');
    await office.tap('move-undecided');
    await office.fill('move-why', '停电');
    await office.tap('move-main');
    await office.see('报了名的都告诉了');

    await resident.reLaunch('/packages/school/session/session?id=s-rights');
    await resident.see('时间待定');
    await resident.see('停电');
    await resident.see('座给您留好了');

    await office.tap('class-main');
    const day = dayOf(timeOnDay(street.town.clock.now(), '12:00', 20));
    await office.tap({ word: `${Number(day.slice(5, 7))}月` });
    await office.tap(`move-day-${day}`);
    await office.tap('move-main');
    await office.see('定下了，报了名的都告诉了');
    await resident.reLaunch('/packages/school/session/session?id=s-rights');
    await resident.see('改到这天了');
    await resident.tap('session-leave');
    await resident.answer('退一下');
    await resident.see('占一座');

    const host = await street.own('host');
    await host.reLaunch('/packages/office/console/console?id=s-rights');
    await host.see('名单');
    await office.tap('class-hand_over');
    await office.tap({ word: '教务先接着' });
    await office.tap('class-hand-over');
    await office.see('原来的和新的班主任都告诉了');
    // The phone comes back from the pocket: neither list nor code is on it any more.
    await host.goto('/packages/office/hosting/hosting');
    await host.back();
    await host.see('换了班主任');
    assert.deepEqual(await street.problems(), []);
  });

  test('riders say in a minute when work is slack; the office sees the group and plans the class at their station [S53] [S58]', async () => {
    const rider = await street.own('daughter');
    await rider.goto('/packages/school/station/station');
    await rider.tap('station-report');
    await rider.fill('station-name', station.name);
    await rider.tap({ word: '骑手站点' });
    await rider.tap({ word: '周二下午' });
    await rider.tap({ word: '安全常识' });
    await rider.fill('station-size', '12');
    await rider.tap('station-send');
    await rider.see('记下了，凑齐了就来');

    const office = await street.own('office');
    await office.reLaunch('/packages/academic/desk/desk');
    await office.see('周二下午 · 安全常识');
    await office.tap('academic-tour');
    await office.at('packages/academic/arrange/arrange');
    await office.see('样例骑手站（站点）');
    // From the group to the class at their station: reviewed, published, and whoever reported it is told.
    const tuesday = dayOf(
      timeOnDay(street.town.clock.now(), '12:00', daysToTuesday(street.town.clock.now())),
    );
    await pickWord(office, 'arrange-course', 'courses', '食品标签');
    await pick(office, 'arrange-day', tuesday);
    await pickWord(office, 'arrange-host', 'hosts', '样例班主任');
    await office.tap('arrange-store');
    await office.at('packages/academic/class/class');
    await office.see('还在备');
    await published(street, ((await office.data('view')) as { id: string }).id);
    await rider.goto('/packages/people/inbox/inbox');
    await rider.tap({ word: '课送来了' });
    await rider.at('packages/school/session/session');
    await rider.tap('session-main');
    await rider.see('座给您留好了');
    assert.deepEqual(await street.problems(), []);
  });
});
