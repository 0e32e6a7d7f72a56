import type { SubmitInput } from '@contract/submit';
import { DAY, MINUTE } from '../../../cloudfunctions/core/calendar';
import { newRid, type Town } from '../../support/town';
import { upload } from '../../support/upload';

/** How far a matter has come when a row begins. Each scene answers the request's id. */

export const wish: SubmitInput = {
  kind: 'wish',
  text: '想剪头发，下不了楼',
  audio: null,
  category: null,
  beneficiary: { who: 'self' },
  communityId: 'jianguo',
  phone: '13912345678',
  building: '样例楼 1 栋',
  door: '三单元 402',
  when: '下午都在',
  occurredAt: null,
};
export const publication = {
  title: '上门理发',
  publicText: '一位老人想剪头发，腿脚不便',
  category: 'elder_care',
} as const;
export const orders = {
  title: '楼道灯坏了',
  category: 'hazard',
  tier: 'normal',
  helperId: 'sample_grid',
} as const;

export async function wished(t: Town): Promise<string> {
  return (await t.as('elder').call('request.submit', wish)).id;
}

/** On the wall. */
export async function hung(t: Town): Promise<string> {
  const id = await wished(t);
  await t.as('dispatcher').call('request.publish', { id, ...publication });
  return id;
}

/** By `member`. */
export async function claimed(t: Town): Promise<string> {
  const id = await hung(t);
  await t.as('member').call('request.claim', { id, promisedFor: t.clock.now() + 2 * DAY });
  return id;
}

/** By `member`, who wants one more to come along (帮帮团). */
export async function together(t: Town): Promise<string> {
  const id = await hung(t);
  await t.as('member').call('request.claim', { id, promisedFor: t.clock.now() + 2 * DAY, company: 2 });
  return id;
}

export async function underWay(t: Town): Promise<string> {
  const id = await claimed(t);
  await t.as('member').call('request.contact', { id, note: '' });
  return id;
}

export async function delivered(t: Town): Promise<string> {
  const id = await underWay(t);
  await t.as('member').call('request.deliver', { id, note: '剪好了' });
  return id;
}

export async function confirmed(t: Town): Promise<string> {
  const id = await delivered(t);
  await t.as('elder').call('request.confirm', { id, level: null, words: '' });
  return id;
}

/** A grid matter of `resident`. */
export async function reported(t: Town): Promise<string> {
  return (await t.as('resident').call('request.submit', { ...wish, kind: 'grid', text: '楼道灯坏了' })).id;
}

/** To `grid`. */
export async function dispatched(t: Town): Promise<string> {
  const id = await reported(t);
  await t.as('dispatcher').call('request.dispatch', { id, ...orders });
  return id;
}

export async function handling(t: Town): Promise<string> {
  const id = await dispatched(t);
  await t.as('grid').call('request.accept', { id });
  await t.as('grid').call('request.start', { id, note: '' });
  return id;
}

export async function blown(t: Town): Promise<string> {
  const id = await handling(t);
  await t.as('grid').call('request.whistle', { id, departmentId: 'heating', note: '' });
  return id;
}

export async function handled(t: Town): Promise<string> {
  const id = await handling(t);
  await t.as('grid').call('request.complete', { id, note: '换了新灯' });
  return id;
}

export async function held(t: Town): Promise<string> {
  const id = await handling(t);
  await t.as('grid').call('request.hold', { id, reason: '等配件', until: t.clock.now() + 2 * DAY });
  return id;
}

export async function pending(t: Town): Promise<string> {
  const id = await held(t);
  const reviewAt = t.clock.now() + 30 * DAY;
  await t.as('dispatcher').call('request.pend', { id, reason: '等改造', reviewAt });
  return id;
}

/** The longest tier was asked for by `dispatcher`. */
export async function longAsked(t: Town): Promise<string> {
  const id = await reported(t);
  await t.as('dispatcher').call('request.dispatch', { id, ...orders, tier: 'max' });
  return id;
}

/** An errand of `elder`, with `grid`. */
export async function errand(t: Town): Promise<string> {
  const { id } = await t.as('elder').call('request.submit', { ...wish, kind: 'errand', text: '想取药' });
  await t
    .as('dispatcher')
    .call('request.dispatch', { id, ...orders, title: '取药', category: 'errand', tier: 'onspot' });
  return id;
}

/** 代购 of `elder`: `grid` has been to the shop. */
export async function shopping(t: Town): Promise<string> {
  const { id } = await t.as('elder').call('request.submit', {
    ...wish,
    kind: 'errand',
    text: '代购',
    shopping: { list: ['鸡蛋两斤'], ceiling: 100 },
  });
  await t
    .as('dispatcher')
    .call('request.dispatch', { id, ...orders, title: '买鸡蛋', category: 'errand', tier: 'onspot' });
  await t.as('grid').call('request.start', { id, note: '' });
  return id;
}

/** An errand of `elder` with `grid`; of what she said WeChat never answered whether others may hear it. */
export async function unanswered(t: Town): Promise<string> {
  const over = t.openApi.respond('security.mediaCheckAsync', () => ({ trace_id: 'never-answered' }));
  const rid = newRid();
  const fileId = await upload(t, 'elder', 'recordings', rid, 'a spoken sentence');
  const said = { ...wish, kind: 'errand', text: '', audio: { fileId, seconds: 7 } } as const;
  const { id } = await t.as('elder').call('request.submit', said, rid);
  await t
    .as('dispatcher')
    .call('request.dispatch', { id, ...orders, title: '取药', category: 'errand', tier: 'normal' });
  for (let look = 0; look < 3; look += 1) await t.pass(31 * MINUTE);
  over();
  return id;
}

export async function entrusted(t: Town): Promise<string> {
  const id = await errand(t);
  await t.as('grid').call('request.entrust', { id, how: 'spoken' });
  return id;
}

export async function processing(t: Town): Promise<string> {
  const id = await errand(t);
  await t.as('grid').call('request.start', { id, note: '' });
  return id;
}

/** `s-small` has two seats: both are taken by people outside of the cast. */
export async function full(t: Town): Promise<string> {
  for (const key of ['teacher', 'storyteller']) await t.as(key).call('session.take', { id: 's-small' });
  return 's-small';
}

/** One of them gave the seat back: it is kept for `resident`. */
export async function offered(t: Town): Promise<string> {
  const id = await full(t);
  await t.as('resident').call('session.wait', { id });
  await t.as('teacher').call('session.leave', { id });
  return id;
}

/** Five minutes before the class, with `resident` on the list. */
export async function atTheDoor(t: Town): Promise<string> {
  const { startsAt } = await t.as('resident').call('session.take', { id: 's-now' });
  await t.clock.set(startsAt - 300_000);
  return 's-now';
}

/** News for `elder` that no phone shows: the id of the message to be telephoned. */
export async function unheard(t: Town): Promise<string> {
  await t.as('elder').call('me.update', { phone: '13912345678' });
  // Nothing more may be sent to this person: WeChat refuses, and the desk has to call.
  t.openApi.subscriptions.set('sample-elder|TOWN-PROGRESS', 0);
  const id = await wished(t);
  await t.as('dispatcher').call('request.decline', { id, reason: '这儿没有理发的', whereTo: '楼下理发店' });
  const { items } = await t.as('dispatcher').call('desk.callbacks', { communityId: null });
  const [first] = items;
  if (first === undefined) throw new Error('nobody is to be telephoned');
  return first.id;
}
