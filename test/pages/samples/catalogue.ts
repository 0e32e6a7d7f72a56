import { itemCard, itemView } from '../../../cloudfunctions/service/catalogue/model';
import { sampleItems } from '../../../database/seed/samples/catalogue';
import type { ComplaintView } from '../../../miniprogram/contract/complaint';
import type { Answers } from '../fake-gateway';
import { at } from './clock';

const complaint = (now: number): ComplaintView => ({
  id: 'c-1',
  code: 'A7K2M9QX',
  subject: 'service',
  words: '说好上午来的，等到下午也没来，也没个电话',
  state: 'answered',
  anonymous: true,
  channel: 'self',
  answer: '问过了，那天路上车坏了，没打招呼是我们不对。明天上午一准儿去，先打电话。',
  promisedFor: null,
  late: false,
  history: [
    { at: at(now, -3, 9, 0), text: '您说了，有人会给您回话', who: '您', occurredAt: null },
    { at: at(now, -2, 10, 0), text: '有人在看了', who: '社区', occurredAt: null },
    { at: at(now, -1, 15, 0), text: '给您的回话：明天上午一准儿去', who: '社区', occurredAt: null },
  ],
  sample: true,
  next: ['enough', 'press'],
});

export function catalogueAnswers(now: number): Answers {
  const items = sampleItems(now);
  const find = (id: string) => items.find((item) => item._id === id) ?? items[0];
  return {
    'catalogue.list': () => ({ items: items.map(itemCard), withdrawn: [], keeps: false }),
    'catalogue.get': ({ id }) => {
      const item = find(id);
      if (item === undefined) throw new Error('there are sample items');
      return itemView(item, id === 'item-elder-care-1');
    },
    'brand.get': ({ brand }) => ({
      brand,
      campaigns: brand === 'brand_red_sesame' ? [{ campaign: 'real_deeds', solved: 12 }] : [],
    }),
    'notice.list': () => ({
      items: [
        {
          id: 'n-1',
          title: '平价冬菜到了',
          text: '周六上午九点，社区门口，白菜、萝卜、土豆，卖完为止。',
          until: at(now, 4, 23),
          communityId: null,
          sample: true,
        },
      ],
      ceiling: 200,
      keeps: false,
    }),
    'complaint.mine': () => ({ items: [{ ...complaint(now), at: at(now, -3, 9), late: false }] }),
    'complaint.look_up': () => complaint(now),
    'complaint.get': () => ({
      ...complaint(now),
      code: '',
      state: 'received',
      answer: '',
      promisedFor: at(now, 2, 17),
      next: ['answer', 'take_up', 'pass_up'],
    }),
    'complaint.desk': () => ({
      items: [{ ...complaint(now), state: 'received', promisedFor: at(now, 2, 17), at: at(now, -1, 9) }],
    }),
    'rating.hints': () => ({ hints: ['有街坊觉得慢了：来不及的话，早打个电话说一声'] }),
    'rating.desk': () => ({
      calls: [
        {
          id: 'r-lamp',
          title: '换厨房灯',
          level: 2,
          words: '灯是换了，一地灰没扫',
          rectify: { state: 'calling', note: '', dueAt: at(now, 12, 17), appeal: null, next: ['call_back'] },
          late: false,
          sample: true,
        },
        {
          id: 'r-stool',
          title: '修凳子',
          level: 1,
          words: '还晃',
          rectify: {
            state: 'promised',
            note: '再去紧一遍',
            dueAt: at(now, 2, 17),
            appeal: null,
            next: ['fixed'],
          },
          late: false,
          sample: true,
        },
      ],
      checks: [
        { id: 'r-pills', title: '取降压药', words: '药送到了，挺好', at: at(now, -1, 16), sample: true },
      ],
      appeals: [
        {
          id: 'r-snow',
          title: '铲楼门口的雪',
          level: 2,
          words: '铲晚了',
          note: '那天雪下到中午',
          plea: '雪没停，铲了又积，停了就铲的',
          at: at(now, -1, 10),
          sample: true,
        },
      ],
    }),
    'desk.load': () => ({
      waiting: 3,
      underWay: 12,
      soon: 2,
      late: 1,
      replies: 4,
      pendingLong: 1,
      withDepartments: 1,
    }),
    'desk.approvals': () => ({
      items: [
        {
          id: 'r-stairs',
          no: '2026-1027-04',
          kind: 'grid',
          title: '墙根渗水',
          state: 'handling',
          word: '正在办',
          sentence: '网格事 · 自己说的',
          dueAt: at(now, 6, 17),
          late: false,
          channel: 'self',
          at: at(now, -1, 8, 30),
          sample: true,
        },
      ],
    }),
  };
}
