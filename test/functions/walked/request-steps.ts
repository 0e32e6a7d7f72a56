import assert from 'node:assert/strict';
import type { RequestKind } from '@contract/words';
import { DAY } from '../../../cloudfunctions/core/calendar';
import type { AnyCommand } from '../../../cloudfunctions/service/request/model';
import type { Town } from '../../support/town';
import { newRid } from '../../support/town';
import { wish } from '../wish';

/** Each command of a request as the phones give it; a new command does not compile without its step. */

export interface Walk {
  t: Town;
  id: string;
  kind: RequestKind;
  /** Sample key of who does it now. */
  helper: string;
}

const orders = { title: '一件事', tier: 'max', helperId: 'sample_grid' } as const;

async function dispatched(walk: Walk): Promise<void> {
  const category = walk.kind === 'grid' ? 'hazard' : 'errand';
  await walk.t.as('dispatcher').call('request.dispatch', { id: walk.id, category, ...orders });
  walk.helper = 'grid';
}

/** Time goes on, a day at once, until the machine has moved on by itself. */
async function until(walk: Walk, command: string): Promise<void> {
  for (let days = 0; days < 40; days += 1) {
    await walk.t.pass(DAY);
    const last = stored(walk).timeline.at(-1);
    if (last?.command === command) return;
  }
  assert.fail(`${walk.kind}: ${command} never came`);
}

export function stored(walk: Pick<Walk, 't' | 'id'>) {
  const [document] = walk.t.store.find('requests', { _id: walk.id }).documents;
  assert.ok(document);
  // What the repository wrote.
  return document as unknown as { state: string; timeline: { command: string; from: string; to: string }[] };
}

/** Somebody may not work any more: the effect that a role taken back, or an erased person, leaves behind. */
async function leaves(walk: Walk): Promise<void> {
  const personId = `sample_${walk.helper}`;
  const effect = { id: newRid(), kind: 'handed_back', data: { personId }, lease: { by: 'nobody', until: 0 } };
  walk.t.store.modify(
    'persons',
    { _id: personId },
    { $set: { grants: [], roleKeys: [], effects: [effect], wakeAt: 1 } },
    { multi: false, merge: true, upsert: false },
  );
  await walk.t.sweep();
}

type Step = (walk: Walk) => Promise<unknown>;
const helper = (walk: Walk) => walk.t.as(walk.helper);
const resident = (walk: Walk) => walk.t.as('elder');
const desk = (walk: Walk) => walk.t.as('dispatcher');
const soon = (walk: Walk, days: number) => walk.t.clock.now() + days * DAY;

const OTHER_KIND: Readonly<Record<RequestKind, RequestKind>> = {
  wish: 'errand',
  errand: 'grid',
  grid: 'wish',
};

export const STEPS: Readonly<Record<AnyCommand, Step>> = {
  answer: (walk) => resident(walk).call('request.answer', { id: walk.id, text: '周六' }),
  withdraw: (walk) => resident(walk).call('request.withdraw', { id: walk.id }),
  confirm: (walk) => resident(walk).call('request.confirm', { id: walk.id, level: null, words: '' }),
  reopen: (walk) => resident(walk).call('request.reopen', { id: walk.id, words: '没好', changePerson: true }),
  rate: (walk) => resident(walk).call('request.rate', { id: walk.id, level: 4, words: '' }),
  publish: (walk) =>
    desk(walk).call('request.publish', {
      id: walk.id,
      title: '心愿',
      publicText: '一位街坊的心愿',
      category: 'wish',
    }),
  dispatch: dispatched,
  ask: (walk) => desk(walk).call('request.ask', { id: walk.id, text: '哪天方便？' }),
  decline: (walk) =>
    desk(walk).call('request.decline', { id: walk.id, reason: '办不了', whereTo: '街道窗口' }),
  refer: (walk) =>
    desk(walk).call('request.refer', { id: walk.id, reason: '归别处', whereTo: '街道窗口', phone: '' }),
  convert: (walk) => desk(walk).call('request.convert', { id: walk.id, kind: OTHER_KIND[walk.kind] }),
  async merge(walk) {
    const into = await walk.t.as('resident').call('request.submit', { ...wish, kind: 'grid' });
    await desk(walk).call('request.merge', { id: walk.id, into: into.id });
  },
  pass: (walk) => desk(walk).call('request.pass', { id: walk.id, note: '' }),
  send_back: (walk) => desk(walk).call('request.send_back', { id: walk.id, note: '差一点' }),
  async claim(walk) {
    walk.helper = 'member';
    await helper(walk).call('request.claim', { id: walk.id, promisedFor: soon(walk, 3), company: 2 });
  },
  team_up: (walk) => walk.t.as('member-b').call('request.team_up', { id: walk.id }),
  async step_out(walk) {
    await walk.t.as('member-b').call('request.team_up', { id: walk.id });
    await walk.t.as('member-b').call('request.step_out', { id: walk.id });
  },
  contact: (walk) => helper(walk).call('request.contact', { id: walk.id, note: '' }),
  accept: (walk) => helper(walk).call('request.accept', { id: walk.id }),
  bounce: (walk) => helper(walk).call('request.bounce', { id: walk.id, reason: 'not_my_grid', note: '' }),
  entrust: (walk) => helper(walk).call('request.entrust', { id: walk.id, how: 'spoken' }),
  take_papers: (walk) => helper(walk).call('request.take_papers', { id: walk.id, papers: ['医保卡 1 张'] }),
  start: (walk) => helper(walk).call('request.start', { id: walk.id, note: '' }),
  progress: (walk) => helper(walk).call('request.progress', { id: walk.id, note: '排上号了' }),
  hold: (walk) => helper(walk).call('request.hold', { id: walk.id, reason: '等料', until: soon(walk, 2) }),
  resume: (walk) => helper(walk).call('request.resume', { id: walk.id, note: '' }),
  whistle: (walk) => helper(walk).call('request.whistle', { id: walk.id, departmentId: 'heating', note: '' }),
  join: (walk) => walk.t.as('liaison').call('request.join', { id: walk.id, note: '' }),
  complete: (walk) => helper(walk).call('request.complete', { id: walk.id, note: '' }),
  hand_back: (walk) => helper(walk).call('request.hand_back', { id: walk.id, note: '' }),
  deliver: (walk) => helper(walk).call('request.deliver', { id: walk.id, note: '' }),
  release: (walk) => helper(walk).call('request.release', { id: walk.id, reason: '' }),
  terminate: (walk) => helper(walk).call('request.terminate', { id: walk.id, reason: '先不办了' }),
  pend: (walk) =>
    desk(walk).call('request.pend', { id: walk.id, reason: '等改造', reviewAt: soon(walk, 30) }),
  close: (walk) => desk(walk).call('request.close', { id: walk.id, reason: '列入改造了' }),
  extend: (walk) =>
    helper(walk).call('request.extend', { id: walk.id, until: soon(walk, 9), reason: '料没到' }),
  approve: (walk) => walk.t.as('committee').call('request.approve', { id: walk.id }),
  unanswered: (walk) => until(walk, 'unanswered'),
  fall_back: (walk) => until(walk, 'fall_back'),
  return: (walk) => until(walk, 'return'),
  unconfirmed: (walk) => until(walk, 'unconfirmed'),
  file: (walk) => until(walk, 'file'),
  helper_gone: leaves,
};

export async function begun(t: Town, kind: RequestKind, state: string): Promise<Walk> {
  // What the content check could not clear begins at the desk's first look.
  t.openApi.checkTexts = state === 'manual_review' ? 'review' : 'pass';
  const { id } = await t.as('elder').call('request.submit', { ...wish, kind });
  t.openApi.checkTexts = 'pass';
  return { t, id, kind, helper: 'grid' };
}
