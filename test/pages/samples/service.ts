import type { RequestCommand } from '../../../miniprogram/contract/request-states';
import type { RequestCard, RequestView, WishCard } from '../../../miniprogram/contract/service';
import type { TaskCard, WorkView } from '../../../miniprogram/contract/work';
import type { Answers } from '../fake-gateway';
import { at } from './clock';
import { SAMPLE_PORTRAIT, SAMPLE_RECEIPT } from './pictures';
import { tripAnswers, tripWays } from './trips';

const requestCards = (now: number): RequestCard[] => [
  {
    id: 'r-lamp',
    no: '2026-1029-07',
    kind: 'errand',
    title: '换厨房灯',
    stage: 'under_way',
    word: '今天上门',
    tone: 'pine',
    sentence: '灯泡买好了，下午 3 点前后上门',
    at: at(now, 0, 9, 12),
    forWhom: '',
    sample: true,
  },
  {
    id: 'r-pills',
    no: '2026-1028-02',
    kind: 'errand',
    title: '取降压药',
    stage: 'your_word',
    word: '等您一句话',
    tone: 'millet',
    sentence: '药送到了，您看对不对',
    at: at(now, -1, 16, 40),
    forWhom: '王**',
    sample: true,
  },
];

function requestView(now: number, id: string): RequestView {
  const cards = requestCards(now);
  const card = cards.find((each) => each.id === id) ?? cards[0];
  if (!card) throw new Error('there are sample requests');
  const yours = card.stage === 'your_word';
  return {
    ...card,
    state: yours ? 'done' : 'processing',
    version: 5,
    text: '厨房灯坏了两天了，我够不着，想请人给换换',
    publicText: '',
    audio: { url: null, seconds: 7, waiting: true, heard: false, withheld: null },
    category: 'errand',
    channel: 'self',
    lines: {
      who: { name: '李**', role: '建国社区网格员', sample: true },
      where: '灯泡买好了，下午就上门',
      when: at(now, 0, 15),
      whenText: '今天下午 3 点前后',
      call: { label: '社区座机', phone: null },
      visitor: { picture: SAMPLE_PORTRAIT, rings: true },
    },
    history: [
      { at: at(now, -2, 8, 30), text: '您交上来了', who: '您', occurredAt: null },
      { at: at(now, -2, 9, 5), text: '派给网格员李**了', who: '社区', occurredAt: null },
      { at: at(now, -1, 16, 40), text: '昨天没来成：灯泡没到货，给您赔不是', who: '社区', occurredAt: null },
      { at: at(now, 0, 9, 12), text: '灯泡买好了，下午 3 点前后上门', who: '李**', occurredAt: null },
    ],
    rating: null,
    next: yours ? ['confirm', 'reopen'] : ['withdraw'],
    companions: [],
    question: '',
    knock: null,
    item: null,
    campaign: null,
    child: null,
    shopping: null,
    receipt: null,
    rectify: null,
    work: null,
  };
}

const work = (now: number): WorkView => ({
  person: '张大娘',
  homeAt: '下午都在',
  community: '建国社区',
  building: '3 号楼',
  hasPhone: true,
  hasDoor: true,
  canReveal: true,
  dueAt: at(now, 1, 17),
  late: false,
  tier: 'normal',
  asksMax: false,
  helper: { name: '李**', role: '网格员', sample: true },
  department: null,
  bounced: null,
  alike: [],
});

const task = (now: number, id: string, more: Partial<TaskCard>): TaskCard => ({
  id,
  no: '2026-1029-07',
  kind: 'errand',
  title: '换厨房灯',
  state: 'accepted',
  word: '今天',
  sentence: '约好下午 3 点前后',
  dueAt: at(now, 0, 17),
  late: false,
  channel: 'self',
  at: at(now, -1, 8, 30),
  sample: true,
  ...more,
});

const tasks = (now: number): TaskCard[] => [
  task(now, 'r-lamp', {}),
  task(now, 'r-pills', {
    no: '2026-1028-02',
    title: '取降压药',
    state: 'processing',
    word: '1 天',
    dueAt: at(now, 1, 17),
  }),
  task(now, 'r-stairs', {
    no: '2026-1027-04',
    kind: 'grid',
    title: '楼道堆物',
    state: 'handling',
    word: '晚了 1 天',
    sentence: '等物业回话',
    late: true,
    dueAt: at(now, -1, 17),
  }),
];

const wishes = (now: number): WishCard[] => [
  {
    id: 'w-1',
    text: '一位老大娘腿脚不便，想有人上门剪个头发',
    communityId: 'jianguo',
    since: at(now, -6, 9),
    returned: true,
    mine: false,
    company: null,
    sample: true,
  },
  {
    id: 'w-2',
    text: '想要一副能看清药瓶上小字的放大镜',
    communityId: 'jianguo',
    since: at(now, -3, 15),
    returned: false,
    mine: false,
    company: null,
    sample: true,
  },
];

const COMMANDS: readonly RequestCommand[] = [
  'answer',
  'withdraw',
  'confirm',
  'reopen',
  'rate',
  'publish',
  'dispatch',
  'ask',
  'decline',
  'refer',
  'convert',
  'merge',
  'pass',
  'send_back',
  'claim',
  'contact',
  'accept',
  'bounce',
  'entrust',
  'take_papers',
  'start',
  'progress',
  'hold',
  'resume',
  'whistle',
  'join',
  'complete',
  'hand_back',
  'deliver',
  'release',
  'terminate',
  'pend',
  'close',
  'extend',
  'approve',
];

export function serviceAnswers(now: number): Answers {
  const commands: Answers = Object.fromEntries(
    COMMANDS.map((command) => [`request.${command}`, ({ id }: { id: string }) => requestView(now, id)]),
  );
  const [lamp, pills] = requestCards(now);
  return {
    ...commands,
    'request.submit': ({ text }) => ({
      ...requestView(now, 'r-lamp'),
      text,
      word: '收到了',
      stage: 'received',
    }),
    'request.mine': () => ({ open: [lamp, pills].filter((card) => card !== undefined), ended: [] }),
    'request.get': ({ id }) => {
      const view = requestView(now, id);
      if (id === 'r-shopping' || id === 'r-bought')
        return {
          ...view,
          title: '代购鸡蛋、豆油',
          shopping: { list: ['鸡蛋两斤', '豆油一桶'], ceiling: 100 },
          receipt: { url: SAMPLE_RECEIPT, waiting: false, shown: true, withheld: null },
          ...(id === 'r-bought' ? {} : { work: work(now), next: ['progress', 'complete'] }),
        };
      if (id === 'r-unchecked')
        return {
          ...view,
          title: '代购鸡蛋、豆油',
          text: '',
          shopping: { list: ['鸡蛋两斤', '豆油一桶'], ceiling: 100 },
          audio: {
            url: 'https://sample/voice.mp3',
            seconds: 7,
            waiting: false,
            heard: false,
            withheld: 'unanswered',
          },
          receipt: { url: SAMPLE_RECEIPT, waiting: false, shown: false, withheld: 'unanswered' },
          work: work(now),
          next: ['refer', 'terminate'],
        };
      if (id === 'r-knock') return { ...view, knock: { code: '4729', until: at(now, 0, 23) } };
      return id === 'r-stairs'
        ? { ...view, title: '楼道堆物', work: work(now), next: ['progress', 'whistle', 'complete', 'bounce'] }
        : view;
    },
    'portrait.get': () => ({
      line: { name: '李**', role: '网格员', sample: true },
      picture: { url: SAMPLE_PORTRAIT, waiting: false, shown: true },
      rings: true,
      hasPhone: true,
    }),
    'request.reveal': ({ field }) => ({
      value: field === 'phone' ? '138 0000 0000（样例）' : '2 单元 301（样例）',
    }),
    'wish.wall': () => ({ items: wishes(now), next: null, teaming: [] }),
    'wish.get': ({ id }) => {
      const wish = wishes(now).find((each) => each.id === id) ?? wishes(now)[0];
      if (!wish) throw new Error('there are sample wishes');
      return { ...wish, next: ['claim'] };
    },
    'request.helping': () => ({ open: tasks(now).slice(0, 2), ended: [] }),
    'desk.triage': () => ({
      communityName: '建国社区',
      waiting: [
        task(now, 'r-new', {
          title: '',
          state: 'submitted',
          word: '刚说的',
          sentence: '水管冻了，屋里没水',
          dueAt: null,
        }),
      ],
      soon: tasks(now).slice(2),
      replies: tasks(now).slice(1, 2),
      unchecked: tasks(now).slice(0, 1),
    }),
    'desk.helpers': () => ({
      items: [
        {
          id: 'p-li',
          line: { name: '李**', role: '网格员', sample: true },
          role: 'grid_worker',
          why: '北片是他的',
        },
      ],
      departments: [{ id: 'd-1', name: '物业（样例）' }],
    }),
    'grid.board': () => ({
      gridName: '建国社区北片',
      waiting: tasks(now).slice(0, 1),
      mine: tasks(now).slice(1),
      done: [],
      ways: tripWays,
      trips: [],
    }),
    ...tripAnswers(now),
  };
}
