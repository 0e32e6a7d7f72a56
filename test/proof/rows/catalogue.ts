import type { InputOf } from '@contract/actions';
import type { CatalogueActions } from '@contract/catalogue';
import type { ComplaintActions } from '@contract/complaint';
import type { NoticeActions } from '@contract/notice';
import type { RatingActions } from '@contract/rating';
import { DAY } from '../../../cloudfunctions/core/calendar';
import type { Town } from '../../support/town';
import type { Rows } from '../row';
import * as scenes from './scenes';

const ITEM = 'item-elder-care-1';
const KEEPERS = { office: 'ok', dispatcher: 'ok', others: 'NOT_ALLOWED' } as const;
const ANYBODY = { others: 'ok' } as const;
const DESK = { dispatcher: 'ok', others: 'NOT_ALLOWED' } as const;

const words = {
  category: 'elder_care',
  title: '上门理发',
  forWhom: '下不了楼的',
  asks: ['啥时候家里有人'],
  takes: '3 天里',
  otherWays: '打社区座机',
} as const;

async function noticed(t: Town): Promise<string> {
  const { items } = await t.as('office').call('notice.put', {
    title: '平价菜到了',
    text: '周六上午，社区门口',
    until: t.clock.now() + 3 * DAY,
    communityId: null,
  });
  return items[0]?.id ?? '';
}

const complaint: InputOf<'complaint.put'> = {
  subject: 'service',
  words: '说好来的没来',
  requestId: null,
  anonymous: true,
  communityId: 'jianguo',
};
const complained = (t: Town) => t.as('resident').call('complaint.put', complaint);
async function answered(t: Town) {
  const said = await complained(t);
  await t.as('dispatcher').call('complaint.answer', { id: said.id, answer: '这就去' });
  return said;
}

/** The elder is not satisfied with what `member` did. */
async function badly(t: Town): Promise<string> {
  const id = await scenes.delivered(t);
  await t.as('elder').call('request.confirm', { id, level: 2, words: '剪歪了' });
  return id;
}
async function appealed(t: Town): Promise<string> {
  const id = await badly(t);
  await t.as('member').call('rating.appeal', { id, plea: '剪子是他自己递的' });
  return id;
}

/** Written down from the telephone by the desk, and drawn for a second person. */
async function drawn(t: Town): Promise<string> {
  for (;;) {
    // Whether one is drawn, its id decides; nobody writes more than sixty times a minute.
    await t.clock.advance(61_000);
    const { id } = await t.as('grid').call('request.submit', {
      ...scenes.wish,
      phone: '',
      building: '',
      door: '',
      beneficiary: {
        who: 'other',
        relation: 'grid',
        name: '样例大娘',
        phone: '13912345678',
        building: '样例楼 1 栋',
        door: '三单元 402',
      },
    });
    await t.as('dispatcher').call('request.publish', { id, ...scenes.publication });
    await t.as('member').call('request.claim', { id, promisedFor: t.clock.now() + 2 * DAY });
    await t.as('member').call('request.contact', { id, note: '' });
    await t.as('member').call('request.deliver', { id, note: '' });
    await t.as('dispatcher').call('request.confirm', { id, level: null, words: '说剪得好' });
    const { checks } = await t.as('auditor').call('rating.desk', { communityId: null });
    if (checks.some((card) => card.id === id)) return id;
  }
}

type Names =
  | keyof CatalogueActions
  | keyof NoticeActions
  | keyof ComplaintActions
  | keyof RatingActions
  | 'request.tag'
  | 'desk.approvals'
  | 'desk.load';

export const catalogueRows: Rows<Names> = {
  'catalogue.list': { scene: async () => ({ by: 'stranger', input: {} }), expect: ANYBODY },
  'catalogue.get': { scene: async () => ({ by: 'stranger', input: { id: ITEM } }), expect: ANYBODY },
  'catalogue.put': {
    scene: async () => ({ by: 'office', input: { id: ITEM, version: 1, ...words, asks: [...words.asks] } }),
    expect: KEEPERS,
  },
  'catalogue.confirm': { scene: async () => ({ by: 'office', input: { id: ITEM } }), expect: KEEPERS },
  'catalogue.offer': {
    scene: async () => ({ by: 'office', input: { id: ITEM, offered: false } }),
    expect: KEEPERS,
  },
  'brand.get': {
    scene: async () => ({ by: 'stranger', input: { brand: 'brand_red_sesame' } }),
    expect: ANYBODY,
  },
  'notice.list': {
    async scene(t) {
      await noticed(t);
      return { by: 'stranger', input: { communityId: null } };
    },
    expect: ANYBODY,
  },
  'notice.put': {
    scene: async (t) => ({
      by: 'office',
      input: { title: '平价菜', text: '周六', until: t.clock.now() + DAY, communityId: 'jianguo' },
    }),
    expect: KEEPERS,
  },
  'notice.withdraw': {
    scene: async (t) => ({ by: 'office', input: { id: await noticed(t) } }),
    expect: KEEPERS,
  },
  'complaint.put': {
    scene: async () => ({ by: 'resident', input: { ...complaint, anonymous: false } }),
    expect: ANYBODY,
  },
  'complaint.enter': {
    scene: async () => ({
      by: 'dispatcher',
      input: { subject: 'idea', words: '门口添个凳子', communityId: 'jianguo', channel: 'paper' },
    }),
    expect: DESK,
  },
  'complaint.look_up': {
    scene: async (t) => ({ by: 'stranger', input: { code: (await complained(t)).code } }),
    expect: ANYBODY,
  },
  'complaint.mine': { scene: async () => ({ by: 'resident', input: {} }), expect: ANYBODY },
  'complaint.desk': {
    async scene(t) {
      await complained(t);
      return { by: 'dispatcher', input: {} };
    },
    expect: { dispatcher: 'ok', auditor: 'ok', others: 'NOT_ALLOWED' },
  },
  'complaint.get': {
    scene: async (t) => ({ by: 'dispatcher', input: { id: (await complained(t)).id } }),
    expect: { dispatcher: 'ok', auditor: 'ok', others: 'NOT_FOUND' },
  },
  'complaint.take_up': {
    scene: async (t) => ({ by: 'dispatcher', input: { id: (await complained(t)).id } }),
    expect: { dispatcher: 'ok', auditor: 'ok', others: 'NOT_FOUND' },
  },
  'complaint.answer': {
    scene: async (t) => ({ by: 'dispatcher', input: { id: (await complained(t)).id, answer: '这就去' } }),
    expect: { dispatcher: 'ok', auditor: 'ok', others: 'NOT_FOUND' },
  },
  'complaint.pass_up': {
    scene: async (t) => ({ by: 'dispatcher', input: { id: (await complained(t)).id, reason: '说的是我们' } }),
    expect: { dispatcher: 'ok', auditor: 'NOT_ALLOWED', others: 'NOT_FOUND' },
  },
  'complaint.enough': {
    scene: async (t) => ({ by: 'resident', input: { code: (await answered(t)).code } }),
    expect: ANYBODY,
  },
  'complaint.press': {
    scene: async (t) => ({ by: 'resident', input: { code: (await answered(t)).code, words: '还没来' } }),
    expect: ANYBODY,
  },
  'complaint.take_back': {
    scene: async (t) => ({ by: 'resident', input: { code: (await complained(t)).code } }),
    expect: ANYBODY,
  },
  'rating.desk': {
    async scene(t) {
      await badly(t);
      return { by: 'dispatcher', input: { communityId: null } };
    },
    expect: { dispatcher: 'ok', auditor: 'ok', admin: 'ok', others: 'NOT_ALLOWED' },
  },
  'rating.call_back': {
    scene: async (t) => ({
      by: 'dispatcher',
      input: {
        id: await badly(t),
        cause: 'poor',
        way: 'by',
        until: t.clock.now() + 2 * DAY,
        note: '再剪一回',
      },
    }),
    expect: DESK,
  },
  'rating.phone': {
    scene: async (t) => ({ by: 'dispatcher', input: { id: await badly(t) } }),
    expect: { dispatcher: 'ok', auditor: 'NOT_ALLOWED', admin: 'NOT_ALLOWED', others: 'NOT_FOUND' },
  },
  'rating.fixed': {
    async scene(t) {
      const id = await badly(t);
      const until = t.clock.now() + 2 * DAY;
      await t
        .as('dispatcher')
        .call('rating.call_back', { id, cause: 'poor', way: 'by', until, note: '再剪一回' });
      return { by: 'dispatcher', input: { id, note: '剪齐了' } };
    },
    expect: DESK,
  },
  'rating.appeal': {
    scene: async (t) => ({ by: 'member', input: { id: await badly(t), plea: '剪子是他自己递的' } }),
    expect: { member: 'ok', others: 'NOT_FOUND' },
  },
  'rating.review': {
    scene: async (t) => ({
      by: 'auditor',
      input: { id: await appealed(t), upheld: true, reason: '两边都问过了' },
    }),
    expect: { auditor: 'ok', admin: 'ok', others: 'NOT_ALLOWED' },
  },
  'rating.spot_check': {
    scene: async (t) => ({ by: 'auditor', input: { id: await drawn(t), holds: true, note: '' } }),
    // Whoever wrote it down does not check it.
    expect: { auditor: 'ok', admin: 'ok', others: 'NOT_ALLOWED' },
  },
  'rating.hints': { scene: async () => ({ by: 'member', input: {} }), expect: ANYBODY },
  'request.tag': {
    scene: async (t) => ({
      by: 'dispatcher',
      input: { id: await scenes.wished(t), campaign: 'real_deeds' },
    }),
    expect: DESK,
  },
  'desk.approvals': {
    async scene(t) {
      await scenes.longAsked(t);
      return { by: 'committee', input: {} };
    },
    expect: { dispatcher: 'ok', committee: 'ok', others: 'NOT_ALLOWED' },
  },
  'desk.load': {
    async scene(t) {
      await scenes.wished(t);
      return { by: 'dispatcher', input: { communityId: null } };
    },
    expect: DESK,
  },
};
