import assert from 'node:assert/strict';
import type { AwardCommand } from '@contract/award';
import { DAY } from '../../../cloudfunctions/core/calendar';
import type { AnyComplaintCommand } from '../../../cloudfunctions/people/complaint/machine';
import type { HoursCommand } from '../../../cloudfunctions/service/activity/machine';
import type { RectifyCommand } from '../../../cloudfunctions/service/rating/machine';
import { claimed } from '../../proof/rows/scenes';
import type { Town } from '../../support/town';

/** The steps of the smaller machines, as the phones give them or the clock does. */

export interface Other {
  t: Town;
  id: string;
  code: string;
}
type Step = (walk: Other) => Promise<unknown>;

async function until(walk: Other, collection: string, field: 'state', is: string): Promise<void> {
  for (let days = 0; days < 40; days += 1) {
    await walk.t.pass(DAY);
    const [document] = walk.t.store.find(collection, { _id: walk.id }).documents;
    if (document !== undefined && Reflect.get(document, field) === is) return;
  }
  assert.fail(`${collection} never came to ${is}`);
}

// ---- commendations
const story = { story: '下雪天先去看独居的', note: '', consent: 'spoken' } as const;
export const AWARD_STEPS: Readonly<Record<AwardCommand | 'commend', Step>> = {
  take_up: ({ t, id }) => t.as('dispatcher').call('award.take_up', { id }),
  verify: ({ t, id }) => t.as('dispatcher').call('award.verify', { id, ...story }),
  turn_down: ({ t, id }) => t.as('dispatcher').call('award.turn_down', { id, reason: '没影' }),
  async agree({ t, id }) {
    await t.as('committee').call('award.agree', { id });
    await t.as('committee-b').call('award.agree', { id });
  },
  async disagree({ t, id }) {
    await t.as('committee').call('award.disagree', { id, reason: '再等等' });
    await t.as('committee-b').call('award.disagree', { id, reason: '再等等' });
  },
  object: ({ t, id }) => t.as('elder').call('award.object', { id, words: '不是他' }),
  reconsider: ({ t, id }) => t.as('auditor').call('award.reconsider', { id, note: '问过了' }),
  uphold: ({ t, id }) => t.as('auditor').call('award.uphold', { id, reason: '查实了' }),
  commend: (walk) => until(walk, 'nominations', 'state', 'commended'),
};
export async function nominated(t: Town): Promise<Other> {
  const { id } = await t.as('resident').call('award.nominate', {
    kind: 'volunteer',
    fields: [],
    name: '样例志愿者',
    words: '谁家灯坏了都去',
    communityId: 'jianguo',
  });
  return { t, id, code: '' };
}

// ---- activities and their hours
export const ACTIVITY_STEPS: Readonly<Record<'begin' | 'end' | 'cancel', Step>> = {
  begin: async ({ t, id }) => t.pass((await startOf(t, id)).startsAt - t.clock.now() + 1000),
  end: async ({ t, id }) => t.pass((await startOf(t, id)).endsAt - t.clock.now() + 1000),
  cancel: ({ t, id }) => t.as('lead').call('activity.cancel', { id, reason: '雪太大' }),
};
const startOf = (t: Town, id: string) => t.as('stranger').call('activity.get', { id });
export async function planned(t: Town): Promise<Other> {
  return { t, id: 'a-hair', code: '' };
}

export const HOURS_STEPS: Readonly<Record<HoursCommand, Step>> = {
  confirm: ({ t, id }) => t.as('resident').call('activity.confirm_hours', { id }),
  correct: ({ t, id }) =>
    t.as('resident').call('activity.correct_hours', { id, minutes: 60, words: '来晚了' }),
  not_there: ({ t, id }) => t.as('resident').call('activity.not_there', { id }),
  settle: async ({ t, id }) =>
    t.as('lead').call('activity.settle', { id, seat: await seatOf(t, id), minutes: 60 }),
  certify: async ({ t, id }) => t.as('lead').call('activity.certify', { id, seat: await seatOf(t, id) }),
};
async function seatOf(t: Town, id: string): Promise<string> {
  const [line] = (await t.as('lead').call('activity.desk', { id })).roster;
  assert.ok(line);
  return line.seat;
}
/** Somebody was there, and it is over. */
export async function served(t: Town): Promise<Other> {
  const walk = await planned(t);
  await t.as('resident').call('activity.join', { id: walk.id });
  await ACTIVITY_STEPS.begin(walk);
  await ACTIVITY_STEPS.end(walk);
  return walk;
}

// ---- complaints
export const COMPLAINT_STEPS: Readonly<Record<AnyComplaintCommand, Step>> = {
  take_up: ({ t, id }) => t.as('dispatcher').call('complaint.take_up', { id }),
  // By the auditor, who may in every state.
  answer: ({ t, id }) => t.as('auditor').call('complaint.answer', { id, answer: '这就去' }),
  pass_up: ({ t, id }) => t.as('dispatcher').call('complaint.pass_up', { id, reason: '说的是我们' }),
  enough: ({ t, code }) => t.as('stranger').call('complaint.enough', { code }),
  press: ({ t, code }) => t.as('stranger').call('complaint.press', { code, words: '还没来' }),
  take_back: ({ t, code }) => t.as('stranger').call('complaint.take_back', { code }),
  escalate: (walk) => until(walk, 'complaints', 'state', 'escalated'),
  file: (walk) => until(walk, 'complaints', 'state', 'closed'),
};
export async function complained(t: Town, state: string): Promise<Other> {
  const subject = state === 'escalated' ? 'desk' : 'service';
  const { id, code } = await t.as('stranger').call('complaint.put', {
    subject,
    words: '没来',
    requestId: null,
    anonymous: true,
    communityId: 'jianguo',
  });
  return { t, id, code };
}

// ---- after a bad rating
const said = { cause: 'poor', note: '再去一回' } as const;
const calls = (walk: Other, way: 'now' | 'by' | 'explain') =>
  walk.t.as('dispatcher').call('rating.call_back', {
    id: walk.id,
    ...said,
    way,
    until: way === 'by' ? walk.t.clock.now() + 3 * DAY : null,
  });
export const RECTIFY_STEPS: Readonly<Record<RectifyCommand, Step>> = {
  mend_now: (walk) => calls(walk, 'now'),
  mend_by: (walk) => calls(walk, 'by'),
  explain: (walk) => calls(walk, 'explain'),
  fixed: ({ t, id }) => t.as('dispatcher').call('rating.fixed', { id, note: '改好了' }),
};
export async function badlyRated(t: Town): Promise<Other> {
  const id = await claimed(t);
  await t.as('member').call('request.contact', { id, note: '' });
  await t.as('member').call('request.deliver', { id, note: '' });
  await t.as('elder').call('request.confirm', { id, level: 1, words: '歪了' });
  return { t, id, code: '' };
}
