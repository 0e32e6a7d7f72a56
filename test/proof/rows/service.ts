import type { RequestCommand } from '@contract/request-states';
import { DAY } from '../../../cloudfunctions/core/calendar';
import type { Rows } from '../row';
import * as scenes from './scenes';

type Names =
  | `request.${RequestCommand}`
  | 'request.submit'
  | 'speech.hear'
  | 'request.mine'
  | 'request.get'
  | 'request.helping'
  | 'request.reveal';

/** Who works on a matter, or whose it is, knows of it; to everybody else it does not exist. */
const OTHERS = { others: 'NOT_FOUND' } as const;
/** The elder's own word, before anybody helps. */
const OWNER = { elder: 'ok', dispatcher: 'NOT_ALLOWED', ...OTHERS } as const;
/** The elder's own word on what `member` has done: nobody confirms what they did themself. */
const WORD = { elder: 'ok', member: 'NOT_ALLOWED', dispatcher: 'NOT_ALLOWED', ...OTHERS } as const;
/** What `member` does for the elder. */
const BY_MEMBER = { member: 'ok', elder: 'NOT_ALLOWED', dispatcher: 'NOT_ALLOWED', ...OTHERS } as const;
/** What the desk does with the elder's wish. */
const DESK_WISH = { dispatcher: 'ok', elder: 'NOT_ALLOWED', ...OTHERS } as const;
/** What the desk does with the resident's grid matter, before somebody is sent. */
const DESK_GRID = { dispatcher: 'ok', resident: 'NOT_ALLOWED', ...OTHERS } as const;
/** The same, with `grid` at work. */
const DESK_CHECK = { dispatcher: 'ok', resident: 'NOT_ALLOWED', grid: 'NOT_ALLOWED', ...OTHERS } as const;
/** What `grid` does with the resident's matter. */
const BY_GRID = { grid: 'ok', resident: 'NOT_ALLOWED', dispatcher: 'NOT_ALLOWED', ...OTHERS } as const;
/** What `grid` does with the elder's errand. */
const BY_RUNNER = { grid: 'ok', elder: 'NOT_ALLOWED', dispatcher: 'NOT_ALLOWED', ...OTHERS } as const;

export const service: Rows<Names> = {
  'speech.hear': {
    scene: async () => ({
      by: 'elder',
      input: { fileId: 'cloud://town.bucket/recordings/a-recording.mp3' },
    }),
    expect: { others: 'ok' },
  },
  'request.submit': {
    scene: async () => ({ by: 'elder', input: scenes.wish }),
    expect: { others: 'ok' },
  },
  'request.mine': {
    async scene(t) {
      await scenes.wished(t);
      return { by: 'elder', input: {} };
    },
    expect: { others: 'ok' },
  },
  'request.get': {
    scene: async (t) => ({ by: 'elder', input: { id: await scenes.wished(t) } }),
    expect: { elder: 'ok', dispatcher: 'ok', ...OTHERS },
  },
  'request.helping': {
    async scene(t) {
      await scenes.claimed(t);
      return { by: 'member', input: {} };
    },
    expect: { others: 'ok' },
  },
  'request.reveal': {
    scene: async (t) => ({ by: 'member', input: { id: await scenes.claimed(t), field: 'phone' } }),
    expect: { member: 'ok', dispatcher: 'ok', ...OTHERS },
  },
  'request.answer': {
    async scene(t) {
      const id = await scenes.wished(t);
      await t.as('dispatcher').call('request.ask', { id, text: '哪天方便？' });
      return { by: 'elder', input: { id, text: '周六' } };
    },
    expect: OWNER,
  },
  'request.withdraw': {
    scene: async (t) => ({ by: 'elder', input: { id: await scenes.wished(t) } }),
    expect: OWNER,
  },
  'request.confirm': {
    scene: async (t) => ({ by: 'elder', input: { id: await scenes.delivered(t), level: 5, words: '好' } }),
    expect: WORD,
  },
  'request.reopen': {
    scene: async (t) => ({
      by: 'elder',
      input: { id: await scenes.delivered(t), words: '没剪齐', changePerson: true },
    }),
    expect: WORD,
  },
  'request.rate': {
    scene: async (t) => ({ by: 'elder', input: { id: await scenes.confirmed(t), level: 4, words: '' } }),
    expect: WORD,
  },
  'request.publish': {
    scene: async (t) => ({
      by: 'dispatcher',
      input: { id: await scenes.wished(t), ...scenes.publication },
    }),
    expect: DESK_WISH,
  },
  'request.dispatch': {
    scene: async (t) => ({ by: 'dispatcher', input: { id: await scenes.reported(t), ...scenes.orders } }),
    expect: DESK_GRID,
  },
  'request.ask': {
    scene: async (t) => ({ by: 'dispatcher', input: { id: await scenes.wished(t), text: '哪天方便？' } }),
    expect: DESK_WISH,
  },
  'request.decline': {
    scene: async (t) => ({
      by: 'dispatcher',
      input: { id: await scenes.wished(t), reason: '社区办不了', whereTo: '街道窗口' },
    }),
    expect: DESK_WISH,
  },
  'request.refer': {
    scene: async (t) => ({
      by: 'dispatcher',
      input: { id: await scenes.reported(t), reason: '归供热管', whereTo: '供热窗口', phone: '' },
    }),
    expect: DESK_GRID,
  },
  'request.convert': {
    scene: async (t) => ({ by: 'dispatcher', input: { id: await scenes.wished(t), kind: 'grid' } }),
    expect: DESK_WISH,
  },
  'request.merge': {
    async scene(t) {
      const [id, into] = [await scenes.reported(t), await scenes.reported(t)];
      return { by: 'dispatcher', input: { id, into } };
    },
    expect: DESK_GRID,
  },
  'request.pass': {
    scene: async (t) => ({ by: 'dispatcher', input: { id: await scenes.handled(t), note: '' } }),
    expect: DESK_CHECK,
  },
  'request.send_back': {
    scene: async (t) => ({
      by: 'dispatcher',
      input: { id: await scenes.handled(t), note: '还有一层没亮' },
    }),
    expect: DESK_CHECK,
  },
  'request.claim': {
    // On the wall everybody knows of it; members, volunteers and grid workers may claim.
    scene: async (t) => ({
      by: 'member',
      input: { id: await scenes.hung(t), promisedFor: t.clock.now() + 2 * DAY },
    }),
    expect: {
      elder: 'OWN_MATTER',
      member: 'ok',
      'member-b': 'ok',
      grid: 'ok',
      lead: 'ok',
      others: 'NOT_ALLOWED',
    },
  },
  'request.team_up': {
    scene: async (t) => ({ by: 'member-b', input: { id: await scenes.together(t) } }),
    expect: {
      // Claimed by `member`, for company.
      member: 'NOT_NOW',
      elder: 'NOT_ALLOWED',
      'member-b': 'ok',
      grid: 'ok',
      lead: 'ok',
      others: 'NOT_ALLOWED',
    },
  },
  'request.step_out': {
    async scene(t) {
      const id = await scenes.together(t);
      await t.as('member-b').call('request.team_up', { id });
      return { by: 'member-b', input: { id } };
    },
    expect: {
      stranger: 'NOT_FOUND',
      elder: 'NOT_ALLOWED',
      resident: 'NOT_FOUND',
      daughter: 'NOT_FOUND',
      member: 'NOT_ALLOWED',
      'member-b': 'ok',
      host: 'NOT_FOUND',
      grid: 'NOT_FOUND',
      dispatcher: 'NOT_ALLOWED',
      liaison: 'NOT_FOUND',
      office: 'NOT_FOUND',
      committee: 'NOT_FOUND',
      auditor: 'NOT_FOUND',
      admin: 'NOT_FOUND',
      lead: 'NOT_FOUND',
    },
  },
  'request.contact': {
    scene: async (t) => ({ by: 'member', input: { id: await scenes.claimed(t), note: '' } }),
    expect: BY_MEMBER,
  },
  'request.accept': {
    scene: async (t) => ({ by: 'grid', input: { id: await scenes.dispatched(t) } }),
    expect: BY_GRID,
  },
  'request.bounce': {
    scene: async (t) => ({
      by: 'grid',
      input: { id: await scenes.dispatched(t), reason: 'not_my_grid', note: '是南片的' },
    }),
    expect: BY_GRID,
  },
  'request.entrust': {
    scene: async (t) => ({ by: 'grid', input: { id: await scenes.errand(t), how: 'paper' } }),
    // The resident's own way is the button.
    expect: { ...BY_RUNNER, elder: 'INVALID_INPUT' },
  },
  'request.take_papers': {
    scene: async (t) => ({ by: 'grid', input: { id: await scenes.entrusted(t), papers: ['医保卡'] } }),
    expect: BY_RUNNER,
  },
  'request.start': {
    scene: async (t) => ({ by: 'grid', input: { id: await scenes.errand(t), note: '' } }),
    expect: BY_RUNNER,
  },
  'request.progress': {
    scene: async (t) => ({ by: 'grid', input: { id: await scenes.processing(t), note: '排上号了' } }),
    expect: BY_RUNNER,
  },
  'request.hold': {
    scene: async (t) => ({
      by: 'grid',
      input: { id: await scenes.handling(t), reason: '等配件', until: t.clock.now() + DAY },
    }),
    expect: BY_GRID,
  },
  'request.resume': {
    scene: async (t) => ({ by: 'grid', input: { id: await scenes.held(t), note: '' } }),
    expect: BY_GRID,
  },
  'request.whistle': {
    scene: async (t) => ({
      by: 'grid',
      input: { id: await scenes.handling(t), departmentId: 'heating', note: '归供热管' },
    }),
    expect: BY_GRID,
  },
  'request.join': {
    scene: async (t) => ({ by: 'liaison', input: { id: await scenes.blown(t), note: '明天来人' } }),
    expect: {
      liaison: 'ok',
      grid: 'NOT_ALLOWED',
      resident: 'NOT_ALLOWED',
      dispatcher: 'NOT_ALLOWED',
      ...OTHERS,
    },
  },
  'request.complete': {
    scene: async (t) => ({ by: 'grid', input: { id: await scenes.handling(t), note: '换了新灯' } }),
    expect: BY_GRID,
  },
  'request.hand_back': {
    async scene(t) {
      const id = await scenes.processing(t);
      await t.as('grid').call('request.complete', { id, note: '' });
      return { by: 'grid', input: { id, note: '药送到了' } };
    },
    expect: BY_RUNNER,
  },
  'request.deliver': {
    scene: async (t) => ({ by: 'member', input: { id: await scenes.underWay(t), note: '剪好了' } }),
    expect: BY_MEMBER,
  },
  'request.release': {
    scene: async (t) => ({ by: 'member', input: { id: await scenes.claimed(t), reason: '临时有事' } }),
    expect: BY_MEMBER,
  },
  'request.terminate': {
    // Each side may end an errand.
    scene: async (t) => ({ by: 'grid', input: { id: await scenes.processing(t), reason: '药店停业' } }),
    expect: { grid: 'ok', dispatcher: 'ok', elder: 'ok', ...OTHERS },
  },
  'request.pend': {
    scene: async (t) => ({
      by: 'dispatcher',
      input: { id: await scenes.held(t), reason: '等改造', reviewAt: t.clock.now() + 30 * DAY },
    }),
    expect: DESK_CHECK,
  },
  'request.close': {
    scene: async (t) => ({
      by: 'dispatcher',
      input: { id: await scenes.pending(t), reason: '改造已列入计划' },
    }),
    expect: DESK_CHECK,
  },
  'request.extend': {
    scene: async (t) => ({
      by: 'member',
      input: { id: await scenes.underWay(t), until: t.clock.now() + 5 * DAY, reason: '剪子坏了' },
    }),
    expect: BY_MEMBER,
  },
  'request.approve': {
    // By a second person: the desk that asked cannot agree with itself.
    scene: async (t) => ({ by: 'committee', input: { id: await scenes.longAsked(t) } }),
    expect: {
      committee: 'ok',
      dispatcher: 'NOT_ALLOWED',
      resident: 'NOT_ALLOWED',
      grid: 'NOT_ALLOWED',
      ...OTHERS,
    },
  },
};
