import type { SurveyAnswers } from '@contract/survey';
import { DAY } from '../../cloudfunctions/core/calendar';
import type { Phone } from '../e2e/support/phone';
import { paired } from '../functions/pairs';
import { drafted, station } from '../functions/plan';
import { wish } from '../functions/wish';
import { COURSE } from '../proof/rows/governance';
import { CLASS } from '../proof/rows/plan';
import type { Town } from '../support/town';
import { afternoon, morning } from './filled';

const SAID: SurveyAnswers = {
  knowledge: ['fraud'],
  skills: ['mediation'],
  experience: [],
  governance: [],
  groups: [],
  times: ['evening'],
  words: '楼上楼下总拌嘴，想学学咋劝',
};

/** A page as somebody meets it. */
export interface Visit {
  holder: string;
  /** With `?`, or ''. */
  query: string;
  /** The page before and what is done there, where this one is reached only so. */
  from?: { page: string; go(phone: Phone): Promise<void> };
}

/** Every page of app.json, with somebody who sees something there; a page without a visit fails the audit. */
export async function visits(t: Town): Promise<Record<string, Visit>> {
  const asked = await t.as('elder').call('request.submit', wish);
  const open = await t.as('resident').call('request.submit', { ...wish, text: '想要一副老花镜' });
  await t.as('dispatcher').call('request.publish', {
    id: open.id,
    title: '一副老花镜',
    publicText: '一位街坊想要一副老花镜',
    category: 'wish',
  });
  const task = await t.as('resident').call('request.submit', {
    ...wish,
    kind: 'grid',
    text: '楼道灯不亮了',
  });
  await t.as('dispatcher').call('request.dispatch', {
    id: task.id,
    title: '楼道灯不亮',
    category: 'hazard',
    tier: 'normal',
    helperId: 'sample_grid',
  });
  const done = await t.as('elder').call('request.submit', { ...wish, text: '想有人来读读报' });
  await t.as('dispatcher').call('request.publish', {
    id: done.id,
    title: '读报',
    publicText: '一位长者想有人读读报',
    category: 'wish',
  });
  const member = t.as('member');
  await member.call('request.claim', { id: done.id, promisedFor: t.clock.now() + DAY });
  await member.call('request.contact', { note: '约好了', id: done.id });
  await member.call('request.deliver', { note: '读了半个钟头', id: done.id });
  const walk = await t.as('resident').call('walk.book', {
    stopId: 'stop-film',
    day: t.clock.now() + 3 * DAY,
    half: 'morning',
    size: 4,
    group: '样例支部',
    communityId: 'jianguo',
  });
  const planned = await drafted(t);
  await t.as('resident').call('survey.answer', { answers: SAID });
  await t.as('member').call('station.report', { id: null, report: station });
  await t.as('member').call('course.order_branch', {
    id: 'c-food',
    branch: '样例支部',
    size: 12,
    ordered: true,
  });
  const pairId = await paired(t);
  const visit = await t.as('elder').call('home_lesson.book', { pairId, at: t.clock.now() + DAY });
  const taken = await t.as('member').call('paper.print', { kind: 'home_lesson', id: visit.id, month: null });
  const nominee = await t.as('resident').call('award.nominate', {
    kind: 'volunteer',
    fields: ['volunteer'],
    name: '样例志愿者',
    words: '谁家灯坏了都去',
    communityId: 'jianguo',
  });
  const { code } = await t.as('elder').call('family.offer', {
    agreed: { progress: true, speak: true, confirm: true },
  });
  await t.as('daughter').call('family.bind', { code });
  await t.as('resident').call('activity.join', { id: 'a-hair' });
  // In hand at noon: on the day that the pages are looked at.
  const lamp = await t.as('elder').call('request.submit', { ...wish, kind: 'grid', text: '水管漏了' });
  await t.as('dispatcher').call('request.dispatch', {
    id: lamp.id,
    title: '水管漏水',
    category: 'hazard',
    tier: 'normal',
    helperId: 'sample_grid',
  });
  await t.as('grid').call('request.accept', { id: lamp.id });
  const trip = await t.as('grid').call('trip.plan', {
    communityId: 'jianguo',
    at: t.clock.now() + DAY / 2,
    matters: [lamp.id],
    buildings: ['样例楼 2 栋'],
  });
  const recorded = (await t.as('elder').call('recorded.list', {})).items[0]?.id ?? '';
  const matter = await t.as('office').call('matter.propose', {
    kind: 'takedown',
    subject: { kind: 'recorded', id: 'r-vow' },
    words: '有两处说法要再核一核，先停几天',
  });
  await t
    .as('committee-b')
    .call('matter.sign', { id: matter.id, round: 1, agrees: false, word: '改一改就行' });
  const { year } = await t.as('stranger').call('plan.month', { month: null });
  for (const month of [11, 12])
    await t.as('office').call('plan.put', { year, month, id: null, class: CLASS });
  const { matterId } = await t.as('office').call('plan.propose', { year, words: '按月排好了' });
  for (const key of ['committee', 'committee-b'])
    await t.as(key).call('matter.sign', { id: matterId ?? '', round: 1, agrees: true, word: '' });
  const draft = await t.as('office').call('content.write', { contentId: null, body: COURSE });
  await t.as('office').call('content.submit', { id: draft.id });
  await t.as('office').call('content.pass', { id: draft.id, stage: 'first' });
  const complaint = await t.as('resident').call('complaint.put', {
    subject: 'service',
    words: '说好上午来的，等到下午',
    requestId: null,
    anonymous: true,
    communityId: 'jianguo',
  });
  const poor = await t.as('resident').call('request.submit', { ...wish, text: '想修修凳子' });
  await t.as('dispatcher').call('request.publish', {
    id: poor.id,
    title: '修凳子',
    publicText: '一位街坊想修修凳子',
    category: 'wish',
  });
  await member.call('request.claim', { id: poor.id, promisedFor: t.clock.now() + DAY });
  await member.call('request.contact', { note: '约好了', id: poor.id });
  await member.call('request.deliver', { note: '修了', id: poor.id });
  await t.as('resident').call('request.confirm', { id: poor.id, level: 2, words: '还晃' });
  const long = await t.as('resident').call('request.submit', { ...wish, kind: 'grid', text: '墙根渗水' });
  await t.as('dispatcher').call('request.dispatch', {
    id: long.id,
    title: '墙根渗水',
    category: 'hazard',
    tier: 'max',
    helperId: 'sample_grid',
  });
  await t.as('office').call('notice.put', {
    title: '平价冬菜到了',
    text: '周六上午九点，社区门口，白菜萝卜土豆，卖完为止。',
    until: t.clock.now() + 5 * DAY,
    communityId: null,
  });
  const before = await morning(t);
  // In the morning the news of the night has knocked, and who does not hear it is to be telephoned.
  await t.pass(DAY / 2);
  await afternoon(t, before, trip.id);
  const elder = (query = ''): Visit => ({ holder: 'elder', query });
  const of = (holder: string, query = ''): Visit => ({ holder, query });
  return {
    'pages/home/home': elder(),
    'pages/school/school': of('resident'),
    'pages/service/service': elder(),
    'pages/me/me': of('office'),
    'packages/school/menu/menu': of('member'),
    'packages/school/course/course': of('member', '?id=c-food'),
    'packages/school/session/session': of('resident', '?id=s-table'),
    'packages/school/mine/mine': of('resident'),
    'packages/school/check-in/check-in': of('resident', '?id=s-small'),
    'packages/school/venue/venue': of('resident', '?id=main'),
    'packages/school/venues/venues': of('resident'),
    'packages/service/say/say': elder(),
    'packages/service/confirm/confirm': {
      ...elder(),
      from: {
        page: 'packages/service/say/say',
        async go(phone) {
          // What was typed the time before still stands there.
          if ((await phone.count('say-text')) === 0) await phone.tap('say-type');
          await phone.fill('say-text', '灯坏了');
          await phone.tap('say-next');
        },
      },
    },
    'packages/service/request/request': elder(`?id=${asked.id}`),
    'packages/service/rate/rate': elder(`?id=${done.id}`),
    'packages/service/wall/wall': of('member'),
    'packages/service/wish/wish': of('member', `?id=${open.id}`),
    'packages/service/helping/helping': of('member'),
    'packages/service/emergency/emergency': elder(`?word=${encodeURIComponent('胸口疼')}`),
    'packages/grid/board/board': of('grid'),
    'packages/grid/task/task': of('grid', `?id=${task.id}`),
    'packages/office/triage/triage': of('dispatcher'),
    'packages/office/matter/matter': of('dispatcher', `?id=${asked.id}`),
    'packages/office/console/console': of('host', '?id=s-now'),
    'packages/office/hosting/hosting': of('host'),
    'packages/school/survey/survey': elder(),
    'packages/school/home-lesson/home-lesson': elder(),
    'packages/school/home-visit/home-visit': elder(`?id=${visit.id}`),
    'packages/school/pair/pair': of('member'),
    'packages/school/hours/hours': of('member'),
    'packages/school/routes/routes': elder(),
    'packages/school/route/route': of('resident', '?code=silver_talk'),
    'packages/school/book/book': of('resident', '?route=red_classic&stop=stop-film'),
    'packages/school/walk/walk': of('resident', `?id=${walk.id}`),
    'packages/school/telling/telling': of('office'),
    'packages/school/faculty/faculty': of('resident'),
    'packages/school/teaching/teaching': of('office'),
    'packages/school/thank/thank': of('resident', '?id=s-table'),
    'packages/school/recorded/recorded': elder(),
    'packages/school/recording/recording': of('resident', `?id=${recorded}`),
    'packages/service/teams/teams': of('resident'),
    'packages/service/activity/activity': of('resident', '?id=a-hair'),
    'packages/service/hours/hours': of('resident'),
    'packages/service/certificate/certificate': of('resident', `?id=${before.activityId}`),
    'packages/service/awards/awards': of('resident'),
    'packages/service/story/story': of('resident', `?id=${nominee.id}`),
    'packages/service/dual/dual': of('member'),
    'packages/service/sesame/sesame': of('resident'),
    'packages/grid/household/household': of('grid', `?scene=h%3D${before.code}`),
    'packages/grid/plan/plan': of('grid'),
    'packages/grid/trip/trip': of('grid', `?id=${trip.id}`),
    'packages/service/coming/coming': elder(),
    'packages/office/visits/visits': of('dispatcher'),
    'packages/office/team/team': of('lead'),
    'packages/office/activity/activity': of('lead', `?id=${before.activityId}`),
    'packages/office/awards/awards': of('dispatcher'),
    'packages/office/nomination/nomination': of('dispatcher', `?id=${nominee.id}`),
    'packages/office/danger/danger': of('dispatcher'),
    'packages/school/policy/policy': of('office', '?policy=learner_code'),
    'packages/school/academy/academy': of('resident'),
    'packages/school/month/month': of('resident'),
    'packages/academic/plan/plan': of('office', `?year=${year}`),
    'packages/academic/share/share': of('office'),
    'packages/academic/archive/archive': of('auditor'),
    'packages/academic/matters/matters': of('office'),
    'packages/academic/matter/matter': of('committee', `?id=${matter.id}`),
    'packages/academic/content/content': of('office'),
    'packages/academic/draft/draft': of('committee', `?id=${draft.id}`),
    'packages/academic/write/write': of('office', '?kind=course&id=c-fraud'),
    'packages/academic/desk/desk': of('office'),
    'packages/academic/needs/needs': of('office'),
    'packages/academic/arrange/arrange': of('office', '?course=c-food'),
    'packages/academic/class/class': of('office', `?id=${planned}`),
    'packages/school/station/station': of('member'),
    'packages/school/programs/programs': of('resident', '?program=night_school'),
    'packages/people/family/family': elder(),
    'packages/people/elder/elder': of('daughter', '?person=sample_elder'),
    'packages/people/my-data/my-data': elder(),
    'packages/people/joining/joining': elder(),
    'packages/office/callbacks/callbacks': of('dispatcher'),
    'packages/people/inbox/inbox': elder(),
    'packages/people/settings/settings': elder(),
    'packages/people/about/about': elder(),
    'packages/people/profile/profile': elder(),
    'packages/numbers/numbers/numbers': elder(),
    'packages/paper/print/print': of('dispatcher', '?kind=wish&id=branch-jianguo'),
    'packages/paper/sheets/sheets': of('dispatcher'),
    'packages/paper/in/in': of('dispatcher'),
    'packages/paper/lesson/lesson': of('dispatcher', `?code=${encodeURIComponent(taken.code?.text ?? '')}`),
    'packages/paper/lost/lost': of('dispatcher'),
    'packages/service/catalogue/catalogue': of('office'),
    'packages/service/item/item': of('office', '?id=item-child-care-1'),
    'packages/service/dual-purchase/dual-purchase': of('office'),
    'packages/service/brand/brand': of('resident', '?brand=brand_red_sesame'),
    'packages/people/voice/voice': elder(),
    'packages/people/complaint/complaint': of('dispatcher', `?id=${complaint.id}`),
    'packages/office/keep/keep': of('office', '?id=item-elder-care-1'),
    'packages/office/complaints/complaints': of('dispatcher'),
    'packages/office/ratings/ratings': of('dispatcher'),
    'packages/office/approvals/approvals': of('committee'),
    'packages/paper/ledger/ledger': of('office'),
    'packages/paper/burden/burden': of('office'),
    'packages/admin/operations/operations': of('admin'),
    'packages/admin/roles/roles': of('admin'),
    'packages/admin/grids/grids': of('dispatcher'),
    'packages/admin/caller/caller': of('dispatcher'),
    'packages/admin/rights/rights': of(
      'dispatcher',
      '?person=sample_elder&name=%E6%A0%B7%E4%BE%8B%E9%95%BF%E8%80%85',
    ),
    'packages/admin/trail/trail': of('auditor'),
    'packages/people/powers/powers': of('grid'),
    'packages/people/portrait/portrait': of('grid'),
  };
}
