import type { OutputOf } from '../../../miniprogram/contract/actions';
import type { CommunityView, InboxItem, MeView, NextMatter } from '../../../miniprogram/contract/people';
import { TONE } from '../../support/voice-provider';
import type { Answers } from '../fake-gateway';
import { at } from './clock';
import { sessionCards } from './school';

/** The operator has none yet. */
export const templates = { progress: '', class: '', visit: '' };

export const communities: CommunityView[] = [
  { id: 'jianguo', name: '建国社区', phone: null, hours: null },
  { id: 'second', name: null, phone: null, hours: null },
  { id: 'third', name: null, phone: null, hours: null },
];

export const resident: MeView = {
  known: true,
  name: '张大娘',
  communityId: 'jianguo',
  elder: true,
  hasPhone: true,
  hasAddress: true,
  roles: [],
  unread: 2,
  sample: true,
};

export const visitToday: NextMatter = {
  kind: 'request',
  title: '换厨房灯',
  sentence: '网格员李**，下午 3 点前后到您家',
  tag: '今天上门',
  tone: 'pine',
  link: '/packages/service/request/request?id=r-lamp',
  action: '看看办到哪了',
};

export const gridDesk: NextMatter = {
  kind: 'desk',
  title: '网格：今天 6 件',
  sentence: '3 件在一栋楼，顺路',
  tag: '',
  tone: 'frost',
  link: '/packages/grid/board/board',
  action: '走这一趟',
};

const deskCard = (title: string, sentence: string, link: string, action: string): NextMatter => ({
  ...gridDesk,
  title,
  sentence,
  link,
  action,
});

/** 我的 of somebody who holds the community's desk, the school's and a seat in its committee. */
export const atTheDesks: OutputOf<'me.get'> = {
  me: {
    known: true,
    name: '样例受理员',
    communityId: 'jianguo',
    elder: false,
    hasPhone: true,
    hasAddress: false,
    roles: [
      { role: 'dispatcher', place: '建国社区' },
      { role: 'office', place: '全街道' },
      { role: 'committee', place: '全街道' },
    ],
    unread: 3,
    sample: true,
  },
  communities: [{ id: 'jianguo', name: '建国社区', phone: null, hours: null }],
  openRequests: 0,
  seats: 0,
  desks: [
    deskCard('受理台', '40 件等您分', '/packages/office/triage/triage', '去分一分'),
    deskCard('班主任', '这两天 2 节课', '/packages/office/hosting/hosting', '去点名'),
    deskCard('校务委员会', '1 件事等您签', '/packages/academic/matters/matters', '去看看'),
    deskCard('先审后见', '2 稿等您看', '/packages/academic/content/content', '去看看'),
  ],
};

const inbox = (now: number): InboxItem[] => [
  {
    id: 'm-1',
    at: at(now, 0, 9, 12),
    title: '换厨房灯',
    text: '灯泡买好了，网格员李**下午 3 点前后到您家。',
    link: '/packages/service/request/request?id=r-lamp',
    read: false,
  },
  {
    id: 'm-2',
    at: at(now, -1, 18, 5),
    title: '楼道堆物怎么管',
    text: '明天 18:30 上课，您的座留好了。来不了退一下就行，不用写理由。',
    link: '/packages/school/session/session?id=s-table',
    read: false,
  },
  {
    id: 'm-3',
    at: at(now, -6, 10, 0),
    title: '取药',
    text: '您说办好了，这件事收尾了。',
    link: '',
    read: true,
  },
];

export function peopleAnswers(now: number): Answers {
  let me = resident;
  return {
    'home.get': () => ({
      me,
      communities,
      templates,
      hears: false,
      aloud: true,
      matter: visitToday,
      desks: [],
      classes: sessionCards(now).slice(0, 2),
    }),
    'aloud.danger': () => ({ words: '别慌，这样的事不排队。', audio: TONE }),
    'aloud.home': () => ({ words: '网格员，今天下午 3 点前后到您家。对上敲门码，再开门。', audio: TONE }),
    'me.speaker': () => ({ me, communities, elders: [] }),
    'me.get': () => ({ me, communities, openRequests: 1, seats: 1, desks: [] }),
    'me.update': (input) => {
      const { name = me.name, communityId = me.communityId, elder = me.elder, phone } = input;
      me = {
        ...me,
        known: true,
        name,
        communityId,
        elder,
        hasPhone: phone === undefined ? me.hasPhone : phone !== '',
      };
      return { me };
    },
    'me.inbox': () => ({ items: inbox(now), next: null }),
    'me.read_inbox': () => ({ unread: 1 }),
    'me.subscribe': () => ({}),
    'joining.mine': () => ({ joined: null }),
    'joining.look': () => ({ name: '样例大娘', sample: true, community: '建国社区', how: 'phone' }),
  };
}
