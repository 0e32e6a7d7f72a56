import type { OrderLine } from '../../../miniprogram/contract/orders';
import type { ScheduleLine, ScheduleView } from '../../../miniprogram/contract/schedule';
import type { SessionView } from '../../../miniprogram/contract/school';
import type { StationView } from '../../../miniprogram/contract/station';
import type { Answers } from '../fake-gateway';
import { at } from './clock';
import { sessionCards, sessionView } from './school';

/** What the school office's desk and the stations see. */

export function scheduleLines(now: number): ScheduleLine[] {
  const base = {
    cohort: null,
    undecided: false,
    host: '样例班主任',
    teacher: '样例讲师',
    taken: 0,
    sample: true,
  };
  const main = { id: 'main', name: '源课堂' };
  const branch = { id: 'branch-jianguo', name: '建国社区党群服务中心' };
  return [
    {
      ...base,
      id: 's-1',
      title: '楼道堆物怎么管',
      program: 'roundtable_37c',
      startsAt: at(now, 0, 18, 30),
      endsAt: at(now, 0, 19, 30),
      state: 'open',
      venue: branch,
      capacity: 12,
      taken: 10,
    },
    {
      ...base,
      id: 's-2',
      title: '防诈骗三道门',
      program: 'night_school',
      startsAt: at(now, 1, 19, 0),
      endsAt: at(now, 1, 20, 30),
      state: 'published',
      venue: main,
      capacity: 30,
    },
    {
      ...base,
      id: 's-3',
      title: '支部书记的一天',
      program: 'lead_goose',
      cohort: 1,
      startsAt: at(now, 2, 9, 0),
      endsAt: at(now, 2, 11, 0),
      state: 'in_review',
      venue: main,
      teacher: null,
      capacity: 30,
    },
  ];
}

function sheet(now: number): ScheduleView {
  const [line] = scheduleLines(now).slice(2);
  if (!line) throw new Error('there are sample classes');
  return {
    ...line,
    version: 3,
    draft: {
      courseId: 'c-secretary',
      venueId: 'main',
      teacherId: null,
      hostId: 'sample_host',
      startsAt: line.startsAt,
      minutes: 120,
      capacity: 30,
      familyWelcome: false,
      bring: ['笔'],
      agenda: ['一天里先办哪件'],
      signUpAt: null,
      cohort: 1,
    },
    returned: '',
    next: ['approve', 'return', 'cancel'],
  };
}

/** One that people have signed up for. */
export function openSheet(now: number): ScheduleView {
  const [line] = scheduleLines(now);
  return { ...sheet(now), ...line, next: ['postpone', 'cancel', 'hand_over'] };
}

/** A class with three seats of this reader's branch, moved once. */
export function groupSession(now: number): SessionView {
  return {
    ...sessionView(now, 's-table'),
    next: ['take', 'take_group', 'give_back'],
    postponed: { from: at(now, -1, 18, 30), reason: '停电' },
    guests: [
      { seat: 'g1', name: '张**', arrived: false, number: '4821' },
      { seat: 'g2', name: '样例支部 2', arrived: false, number: '0937' },
      { seat: 'g3', name: '样例支部 3', arrived: true, number: '5510' },
    ],
  };
}

export function orderLines(now: number): OrderLine[] {
  const base = { planned: null, sample: true };
  return [
    {
      ...base,
      id: 'c-food',
      title: '送餐路上的安全',
      program: 'off_peak_tour',
      minutes: 20,
      heads: 14,
      enough: 6,
      branches: [{ name: '样例第一支部', size: 12 }],
      pooledAt: at(now, -2, 9, 0),
    },
    {
      ...base,
      id: 'c-papers',
      title: '材料怎么写得短',
      program: 'party_affairs_camp',
      minutes: 90,
      heads: 4,
      enough: 6,
      branches: [],
      pooledAt: null,
    },
  ];
}

export function stationViews(now: number): StationView[] {
  return [
    {
      id: 'st-1',
      report: {
        name: '样例骑手站',
        kind: 'riders',
        place: '样例路口',
        communityId: 'jianguo',
        slots: ['2-afternoon', '4-afternoon'],
        topics: ['safety', 'fraud'],
        size: 12,
      },
      open: true,
      classes: [{ id: 's-4', title: '送餐路上的安全', startsAt: at(now, 2, 14, 30), left: 8 }],
    },
  ];
}

export function scheduleAnswers(now: number): Answers {
  const lines = scheduleLines(now);
  const [first, ...rest] = orderLines(now);
  const [station] = stationViews(now);
  if (!first || !station) throw new Error('there are sample orders and stations');
  return {
    'session.desk': () => ({
      week: lines,
      plans: lines.slice(2),
      passed: [
        { ...lines[2], id: 's-6', startsAt: at(now, -2, 19, 0), endsAt: at(now, -2, 20, 30) } as ScheduleLine,
      ],
      undecided: [{ ...lines[0], id: 's-5', state: 'postponed', undecided: true } as ScheduleLine],
      canPlan: true,
      office: true,
    }),
    'course.orders': () => ({ pool: [first], waiting: rest }),
    'station.pool': () => ({
      groups: [
        {
          slot: '2-afternoon',
          topic: 'safety',
          heads: 15,
          stations: [
            { id: 'st-1', name: '样例骑手站', kind: 'riders', size: 12 },
            { id: 'st-2', name: '样例小店', kind: 'shop', size: 3 },
          ],
        },
      ],
    }),
    'session.choices': () => ({
      courses: [
        { id: 'c-food', title: '送餐路上的安全', program: 'off_peak_tour', minutes: 20, sample: true },
        { id: 'c-secretary', title: '支部书记的一天', program: 'lead_goose', minutes: 120, sample: true },
      ],
      venues: [
        { id: 'main', name: '源课堂', station: false, seats: null },
        { id: 'st-1', name: '样例骑手站', station: true, seats: 12 },
      ],
      teachers: [{ id: 't-1', name: '样例讲师', source: '区级宣讲团' }],
      hosts: [{ id: 'sample_host', name: '样例班主任' }],
    }),
    'session.fits': () => ({
      items: [
        {
          kind: 'venue_taken',
          blocks: true,
          with: { title: '防诈骗三道门', startsAt: at(now, 1, 19, 0), endsAt: at(now, 1, 20, 30) },
          word: '',
          count: null,
        },
        { kind: 'teacher_not_free', blocks: false, with: null, word: '', count: null },
      ],
    }),
    'session.sheet': () => sheet(now),
    'session.approve': () => ({ ...sheet(now), state: 'approved', next: ['publish', 'return', 'cancel'] }),
    'session.program': () => ({
      coming: sessionCards(now).map((card, index) => (index === 0 ? { ...card, cohort: 1 } : card)),
      past: [],
    }),
    'station.mine': () => ({ items: stationViews(now) }),
    'station.open': () => ({ ...station, open: false }),
  };
}
