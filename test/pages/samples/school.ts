import type {
  ConsoleView,
  CourseCard,
  CourseView,
  HereView,
  SessionCard,
  SessionView,
  VenueCard,
  VenueView,
} from '../../../miniprogram/contract/school';
import type { Answers } from '../fake-gateway';
import { at } from './clock';
import { roundtableAnswers } from './roundtable';

const venues: VenueCard[] = [
  {
    id: 'main',
    name: '麻山区街道党校',
    alias: '源课堂',
    tier: 'main',
    communityId: null,
    place: null,
    access: [],
    capacity: null,
    sample: false,
  },
  {
    id: 'jianguo',
    name: '建国社区党群服务中心',
    alias: null,
    tier: 'branch',
    communityId: 'jianguo',
    place: null,
    access: ['一楼', '有坡道'],
    capacity: 40,
    sample: false,
  },
  {
    id: 'second',
    name: null,
    alias: null,
    tier: 'branch',
    communityId: 'second',
    place: null,
    access: [],
    capacity: null,
    sample: false,
  },
];

export function sessionCards(now: number): SessionCard[] {
  const base = { endsAt: 0, waiting: 0, mine: { is: 'none' } as const, state: 'open' as const, sample: true };
  return [
    {
      ...base,
      id: 's-table',
      title: '楼道堆物怎么管',
      program: 'roundtable_37c',
      brand: 'people',
      method: 'seminar',
      startsAt: at(now, 0, 18, 30),
      endsAt: at(now, 0, 19, 30),
      venue: { id: 'jianguo', name: '建国社区党群服务中心', communityId: 'jianguo' },
      left: 2,
    },
    {
      ...base,
      id: 's-night',
      title: '防诈骗三道门',
      program: 'night_school',
      brand: 'people',
      method: 'case',
      startsAt: at(now, 1, 19, 0),
      endsAt: at(now, 1, 20, 30),
      venue: { id: 'main', name: '源课堂', communityId: null },
      left: 0,
      waiting: 3,
    },
    {
      ...base,
      id: 's-mine',
      title: '支部组织生活怎么开',
      program: 'party_affairs_camp',
      brand: 'heart',
      method: 'lecture',
      startsAt: at(now, 5, 9, 0),
      endsAt: at(now, 5, 11, 0),
      venue: { id: 'main', name: '源课堂', communityId: null },
      left: 8,
      mine: { is: 'seated', since: at(now, -2, 10) },
    },
  ];
}

export function sessionView(now: number, id: string): SessionView {
  const cards = sessionCards(now);
  const card = cards.find((each) => each.id === id) ?? cards[0];
  if (!card) throw new Error('there are sample sessions');
  const full = card.left === 0;
  const seated = card.mine.is === 'seated';
  return {
    ...card,
    courseId: 'c-1',
    version: 3,
    venueDetail: { place: null, access: ['一楼', '有坡道'] },
    host: { name: '李**', role: '班主任', sample: true },
    teacher: { batch: 'assigned', source: '区内有多年党务工作经验的离退休老党员、老干部', name: null },
    familyWelcome: true,
    bring: ['老花镜'],
    agenda: ['楼道里的旧家具归谁搬', '楼门口的灯多久查一回'],
    echoes: [
      { text: '楼门口的灯修好了，住户确认亮了', done: true, reason: null },
      { text: '长椅还没装', done: false, reason: '等天暖了才能浇地基' },
    ],
    seats: {
      capacity: 12,
      taken: full ? 12 : 8,
      free: card.left,
      elderFree: full ? 0 : 2,
      held: 0,
      elderUntil: at(now, 0, 12),
    },
    lateFrom: card.startsAt - 10_800_000,
    checkIn: { opensAt: card.startsAt - 1_800_000, closesAt: card.endsAt + 900_000 },
    topics: [],
    correction: null,
    alternatives: full ? cards.slice(2) : [],
    next: full ? ['wait'] : seated ? ['leave'] : ['take'],
  };
}

const courses: CourseCard[] = [
  {
    id: 'c-1',
    title: '楼道堆物怎么管',
    track: 'practice',
    methods: ['seminar'],
    groups: ['community'],
    program: 'roundtable_37c',
    brand: 'people',
    minutes: 60,
    missing: 0,
    ordered: false,
    nextSession: null,
    sample: true,
  },
  {
    id: 'c-2',
    title: '防诈骗三道门',
    track: 'practice',
    methods: ['case', 'interactive'],
    groups: ['community', 'frail'],
    program: 'night_school',
    brand: 'people',
    minutes: 90,
    missing: 3,
    ordered: true,
    nextSession: null,
    sample: true,
  },
  {
    id: 'c-3',
    title: '入党那天的事',
    track: 'spirit',
    methods: ['lecture'],
    groups: ['secretaries'],
    program: 'lead_goose',
    brand: 'silver',
    minutes: 45,
    missing: 5,
    ordered: false,
    nextSession: null,
    sample: true,
  },
];

function courseView(now: number, id: string): CourseView {
  const card = courses.find((each) => each.id === id) ?? courses[0];
  if (!card) throw new Error('there are sample courses');
  return {
    ...card,
    form: 'taught_and_carried',
    delivery: 'turns',
    themes: ['tradition'],
    summary: '三种常见的骗法，三句能挡回去的话。讲完一人说一个身边的例子。',
    teacher: { batch: 'selected', source: '区直部门党务骨干', name: null },
    branchOrder: null,
    branch: '',
    sessions: sessionCards(now).slice(0, 2),
  };
}

function venueView(now: number, id: string): VenueView {
  const card = venues.find((each) => each.id === id) ?? venues[0];
  if (!card) throw new Error('there are sample venues');
  return {
    ...card,
    code: 'JG7K2M',
    poster: null,
    facility: [],
    haves: null,
    funding: null,
    version: 1,
    ownerOrg: '',
    sharedWith: [],
    canKeep: false,
    canPrint: false,
    today: sessionCards(now).slice(0, 1),
  };
}

function consoleView(now: number): ConsoleView {
  const names = ['张**', '王**', '李**', '赵**', '孙**', '周**', '吴**', '郑**'];
  const arrived = { at: at(now, 0, 18, 12), how: 'poster' } as const;
  return {
    session: { ...sessionView(now, 's-table'), next: ['edit', 'roster', 'show_code', 'cancel'] },
    roster: names.map((name, index) => ({
      seat: `${index}`,
      name,
      elder: index % 3 === 0,
      arrived: index < 3 ? arrived : null,
      asks: null,
      steward: index === 4 ? 'is' : 'may',
    })),
    waiting: 1,
    arrived: 3,
  };
}

/** A couple comes with one phone. */
export function besideAtTheDoor(now: number): Pick<HereView, 'venue' | 'session' | 'beside'> {
  return {
    venue: venueView(now, 'jianguo'),
    session: sessionCards(now)[0] ?? null,
    beside: [{ personId: 'p-2', name: '样例老伴', sample: true, seated: true, arrived: false }],
  };
}

export function schoolAnswers(now: number): Answers {
  const cards = sessionCards(now);
  const one = (id: string): SessionView => sessionView(now, id);
  return {
    'course.menu': ({ track }) => ({
      items: courses.filter((course) => track === null || course.track === track),
    }),
    'course.get': ({ id }) => courseView(now, id),
    'course.order': ({ ids, ordered }) => ({
      items: courses.map((each) => (ids.includes(each.id) ? { ...each, ordered } : each)),
    }),
    'venue.list': () => ({ items: venues }),
    'venue.get': ({ id }) => venueView(now, id),
    'venue.here': () => ({ venue: venueView(now, 'jianguo'), session: cards[0] ?? null, later: null }),
    'session.list': () => ({ items: cards, next: null }),
    'session.get': ({ id }) => one(id),
    'session.mine': () => ({ coming: cards.slice(2), past: [] }),
    'session.take': ({ id }) => ({ ...one(id), mine: { is: 'seated', since: now }, next: ['leave'] }),
    'session.wait': ({ id }) => ({ ...one(id), mine: { is: 'waiting', place: 4 }, next: ['leave'] }),
    'session.accept': ({ id }) => ({ ...one(id), mine: { is: 'seated', since: now }, next: ['leave'] }),
    'session.pass': ({ id }) => one(id),
    'session.leave': ({ id }) => ({ ...one(id), mine: { is: 'none' }, next: ['take'] }),
    'session.check_in': ({ id }) => ({
      ...one(id),
      mine: { is: 'attended', at: now, how: 'poster' },
      next: [],
      how: 'poster',
    }),
    'session.hosting': () => ({ items: cards.slice(0, 2), past: [] }),
    'session.console': () => consoleView(now),
    ...roundtableAnswers(now),
    'session.code': () => ({
      content: 'rs1.s-table.sample',
      nextAt: now + 30_000,
      digits: '6108',
      digitsUntil: now + 420_000,
    }),
    'session.mark': () => consoleView(now),
    'session.steward': () => consoleView(now),
    'session.door': () => ({
      matches: [
        { seat: '3', name: '赵**', arrived: false },
        { seat: '0', name: '赵**', arrived: true },
      ],
      more: false,
    }),
    'session.door_mark': ({ seat }) => ({ seat, name: '赵**', arrived: true }),
    'session.backfill': () => consoleView(now),
    'session.answer_correction': () => consoleView(now),
    'session.propose': ({ id }) => one(id),
    'session.take_back': ({ id }) => one(id),
    'session.ask_correction': ({ id }) => one(id),
    'session.edit': () => consoleView(now),
    'session.cancel': () => consoleView(now),
  };
}
