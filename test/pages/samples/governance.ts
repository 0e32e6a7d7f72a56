import type { DraftView } from '../../../miniprogram/contract/content';
import type { MatterView } from '../../../miniprogram/contract/governance';
import type { MonthView, Weekday } from '../../../miniprogram/contract/plan';
import { COURSE } from '../../proof/rows/governance';
import { CLASS } from '../../proof/rows/plan';
import type { Answers } from '../fake-gateway';
import { at } from './clock';

function matter(now: number, carried: boolean): MatterView {
  const at1 = at(now, -1, 16, 20);
  const voice = { name: '样例校务委员甲', agrees: true, word: '', at: at1 };
  const other = { name: '样例校务委员乙', agrees: true, word: '讲得街坊听得懂', at: at1 + 600_000 };
  return {
    id: 'm-1',
    kind: 'faculty',
    title: '样例讲师',
    state: carried ? 'carried' : 'signing',
    at: at(now, -2, 9),
    signed: carried ? 2 : 1,
    quorum: 2,
    mine: !carried,
    sample: true,
    words: '请他一个月来讲一回防骗，时间由街道排。',
    round: 1,
    proposer: '样例教务',
    voices: carried ? [voice, other] : [voice],
    earlier: [],
    conclusion: carried
      ? '议定：师资聘任“样例讲师”，定了。同意的：样例校务委员甲、样例校务委员乙（“讲得街坊听得懂”）。'
      : '',
    subject: { kind: 'teacher', id: 't-1' },
    history: [
      { at: at(now, -2, 9), text: '提出来了', who: '样例教务', occurredAt: null },
      { at: at1, text: '同意', who: '样例校务委员甲', occurredAt: null },
    ],
    next: carried ? [] : ['sign'],
  };
}

function draft(now: number): DraftView {
  return {
    id: 'd-1',
    kind: 'course',
    title: COURSE.title,
    state: 'second',
    edition: 2,
    at: at(now, -1, 10),
    sample: true,
    contentId: 'c-1',
    body: COURSE,
    before: {
      ...COURSE,
      minutes: 60,
      summary: '讲一讲咋认假币。带一张旧的来比一比。',
    },
    videoUrl: null,
    writer: '样例教务',
    readings: [
      { stage: 'first', name: '样例教务', at: at(now, -2, 15), passed: false, reason: '例子换个近的' },
      { stage: 'first', name: '样例教务', at: at(now, -1, 10), passed: true, reason: '' },
    ],
    history: [{ at: at(now, -1, 10), text: '看过了，过', who: '样例教务', occurredAt: null }],
    another: false,
    next: ['pass', 'send_back'],
  };
}

/** November 2026 begins on a Sunday. */
function month(): MonthView {
  const evening = (index: number) => Date.UTC(2026, 10, index + 1, 11);
  return {
    year: 2026,
    month: 11,
    days: Array.from({ length: 30 }, (_, index) => ({
      date: `2026-11-${String(index + 1).padStart(2, '0')}`,
      // Seven values by the remainder.
      weekday: (((index + 6) % 7) + 1) as Weekday,
      holiday: '',
      classes:
        index % 9 === 4
          ? [
              {
                name: '党员的权利，掰开了讲',
                area: 'spirit' as const,
                startsAt: evening(index),
                endsAt: evening(index) + 3_600_000,
                venue: '源课堂',
                place: null,
                sessionId: null,
                cancelled: false,
                sample: true,
              },
            ]
          : [],
    })),
    count: 3,
    approved: true,
    phone: null,
  };
}

export function governanceAnswers(now: number): Answers {
  const committee = {
    leads: '街道党(工)委',
    posts: [
      { post: 'principal' as const, duty: '街道党(工)委书记兼', name: null },
      { post: 'vice_principal' as const, duty: '街道党(工)委副书记兼', name: null },
    ],
    count: 0,
    members: [],
    canPost: true,
  };
  const planned = { ...CLASS, id: 'p-1', month: 11, name: '党员的权利，掰开了讲', venueName: '源课堂' };
  const { words: _, ...card } = matter(now, false);
  return {
    'school.empty': () => ({ modules: [] }),
    'committee.get': () => committee,
    'matter.list': () => ({ open: [card], ended: [matter(now, true)], canPropose: true }),
    'matter.get': ({ id }) => matter(now, id === 'm-carried'),
    'matter.subjects': () => ({ items: [] }),
    'content.desk': () => ({
      turns: [draft(now)],
      drafts: [],
      dropped: [{ ...draft(now), id: 'd-aside', title: '样例放下的一稿', state: 'dropped', edition: 1 }],
      stale: [
        {
          id: 'c-2',
          kind: 'course',
          title: '防诈骗三道门',
          shown: true,
          freshAt: at(now, -64, 9),
          stale: true,
          sample: true,
        },
      ],
      items: [
        {
          id: 'c-2',
          kind: 'course',
          title: '防诈骗三道门',
          shown: true,
          freshAt: at(now, -64, 9),
          stale: true,
          sample: true,
        },
      ],
      canWrite: true,
    }),
    'content.draft': () => draft(now),
    'content.source': ({ kind }) => ({
      body: kind === 'course' ? COURSE : null,
      draftId: null,
      reading: false,
    }),
    'policy.list': () => ({
      items: [
        { policy: 'teaching_affairs', edition: null, effectiveOn: null },
        { policy: 'ideology', edition: null, effectiveOn: null },
        { policy: 'learner_code', edition: 1, effectiveOn: '2026-11-01' },
      ],
    }),
    'policy.get': ({ policy }) => ({
      policy,
      canWrite: false,
      edition: policy === 'learner_code' ? 2 : null,
      effectiveOn: policy === 'learner_code' ? '2026-11-01' : null,
      text: policy === 'learner_code' ? '一、手机调静音。\n二、来晚了从后门进。\n三、有话举手说。' : null,
      editions:
        policy === 'learner_code'
          ? [
              { edition: 2, effectiveOn: '2026-11-01', upcoming: false },
              { edition: 1, effectiveOn: '2026-09-01', upcoming: false },
            ]
          : [],
    }),
    'plan.get': ({ year }) => ({
      year,
      state: 'approved',
      edition: 1,
      approvedAt: at(now, -20, 10),
      matterId: 'm-1',
      classes: [planned],
      courses: [{ id: 'c-rights', title: '党员的权利，掰开了讲' }],
      venues: [{ id: 'main', name: '源课堂' }],
      next: ['edit', 'generate'],
    }),
    'plan.days': () => ({
      items: [
        {
          classId: 'p-1',
          name: planned.name,
          startsAt: at(now, 2, 19),
          state: 'made',
          note: '',
          sessionId: 's',
        },
        {
          classId: 'p-1',
          name: planned.name,
          startsAt: at(now, 9, 19),
          state: 'clash',
          note: '这间屋这个点有课了，换个时间或换个地方',
          sessionId: null,
        },
        {
          classId: 'p-1',
          name: planned.name,
          startsAt: at(now, 16, 19),
          state: 'holiday',
          note: '国庆节放假，不排',
          sessionId: null,
        },
      ],
    }),
    'plan.month': () => month(),
    'archive.month': () => ({
      month: '2026-11',
      classes: [
        {
          id: 's-1',
          title: '楼道堆物怎么管',
          startsAt: at(now, -3, 18, 30),
          venue: '建国社区党群服务中心',
          teacher: '区直部门党务骨干',
          came: 11,
          cancelled: false,
          sample: true,
        },
      ],
      walks: [{ id: 'w-1', route: 'red_classic', stop: '样例站', at: at(now, -6, 9) }],
      plan: { edition: 1, classes: [{ name: planned.name, area: 'spirit' }] },
      decisions: [
        {
          id: 'm-1',
          kind: 'faculty',
          title: '样例讲师',
          conclusion: matter(now, true).conclusion,
          at: at(now, -1, 16),
        },
      ],
      approvals: [
        {
          id: 'd-1',
          kind: 'course',
          title: COURSE.title,
          at: at(now, -1, 10),
          readings: draft(now).readings,
        },
      ],
      policies: [{ policy: 'learner_code', edition: 1, effectiveOn: '2026-11-01', at: at(now, -20, 9) }],
      awards: [],
    }),
    'resource.list': () => ({
      items: [
        {
          kind: 'venue',
          id: 'main',
          name: '源课堂',
          tier: 'main',
          communityId: null,
          ownerOrg: '',
          sharedWith: [],
          version: 1,
          sample: false,
        },
        ...(['second', 'third'] as const).map((communityId) => ({
          kind: 'venue' as const,
          id: `branch-${communityId}`,
          name: null,
          tier: 'branch' as const,
          communityId,
          ownerOrg: '',
          sharedWith: [],
          version: 1,
          sample: false,
        })),
        {
          kind: 'teacher',
          id: 't-1',
          name: '样例讲师',
          tier: null,
          communityId: null,
          ownerOrg: '样例单位',
          sharedWith: ['样例社区', '样例企业'],
          version: 1,
          sample: true,
        },
      ],
      canShare: true,
    }),
  };
}
