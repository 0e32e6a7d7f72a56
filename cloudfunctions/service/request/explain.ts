import type { RequestState } from '@contract/request-states';
import type { Effect } from '../../core/aggregate';
import { DAY, HOUR, sayDay } from '../../core/calendar';
import { promise } from '../../core/effects';
import { explainMoment } from '../../core/explain-moment';
import type { Settings } from '../../core/settings';
import type { RequestEntry, ServiceRequest } from './model';
import { ownersOf, reminder, tellDesk } from './notices';
import { remark } from './remark';

/**
 * 超期前系统先道歉解释 (story 4): while it is our turn, whoever asked hears before the promise is broken, once a
 * promise, and how it stands. The desk and who helps hear of the matter; nobody is named to anybody (G11).
 */
const STANDS: Readonly<Partial<Record<RequestState, string>>> = {
  manual_review: '社区还没核对完',
  verifying: '社区还没核对完',
  fallback: '还没定下谁来办',
  claimed: '还没办完',
  in_progress: '还没办完',
  submitted: '还没定下谁来办',
  accepted: '还没办完',
  entrusted: '还没办完',
  materials_in: '还没办完',
  processing: '还没办完',
  done: '办好了，还没给您送到',
  reported: '还没定下谁来办',
  bounced: '还没定下谁来办',
  dispatched: '网格员还没接下',
  handling: '还没办完',
  blown: '部门还没来人',
  dept_joined: '部门来了，还没办完',
  handled: '办完了，社区还没核对',
  reopened: '还没定下谁来办',
  on_hold: '还在等',
  pending_long: '还没看完',
};

/** What is promised next and was not explained yet: of a claim the first word within a day, then the day itself. */
function promiseOf(request: ServiceRequest, settings: Settings): number | null {
  const { open, dueAt, explainedFor = null, enteredAt, state } = request;
  if (!open || dueAt === null || STANDS[state] === undefined) return null;
  const contact = enteredAt + settings.claimFirstContactHours * HOUR;
  if (state === 'claimed' && contact < dueAt && (explainedFor ?? 0) < contact) return contact;
  return explainedFor === dueAt ? null : dueAt;
}

/** When, `null` while nothing is promised, it is the resident's turn, or it was said already. */
export function explainsAt(request: ServiceRequest, settings: Settings): number | null {
  const promised = promiseOf(request, settings);
  // Said on the day itself: 每 7 日回告.
  if (promised === null || request.state === 'on_hold') return promised;
  return explainMoment(promised, request.enteredAt, settings);
}

function saysOf(request: ServiceRequest, promised: number, next: number, now: number): string {
  const { state, dueAt } = request;
  const stands = STANDS[state] ?? '还没办完';
  if (state === 'on_hold') return `这件还在等，没忘。${sayDay(next, now)}前再给您信儿`;
  if (state === 'pending_long') return `说好${sayDay(promised, now)}再看的，${stands}，没忘。看完就告诉您`;
  if (promised !== dueAt) return '说好一天内跟您联系的，还没联系上，给您赔个不是。催着呢，联系不上就换人';
  return `说好${sayDay(promised, now)}的，眼看到时候了，${stands}，给您赔个不是。改了日子先告诉您`;
}

interface Explaining {
  now: number;
  rid: string;
  settings: Settings;
  invocation: string;
}

/** The request with the explanation in its timeline and told; a matter on hold is promised another word. Pure. */
export function explained(request: ServiceRequest, step: Explaining): ServiceRequest {
  const { dueAt, state } = request;
  const promised = promiseOf(request, step.settings);
  if (dueAt === null || promised === null) return request;
  const held = state === 'on_hold';
  const next = held ? step.now + step.settings.holdReportDays * DAY : dueAt;
  const says = saysOf(request, promised, next, step.now);
  const entry = remark(request, { command: 'explain', says }, { rid: step.rid, now: step.now, by: 'system' });
  const after: ServiceRequest = {
    ...request,
    dueAt: next,
    explainedFor: held ? null : promised,
    timeline: [...request.timeline, entry],
  };
  return { ...after, effects: [...request.effects, ...told(request, entry, promised, step)] };
}

function told(request: ServiceRequest, entry: RequestEntry, promised: number, step: Explaining): Effect[] {
  const { invocation, now } = step;
  const link = `/packages/service/request/request?id=${request._id}`;
  const owners = ownersOf(request).map((to) =>
    promise(
      `${request._id}:explain:${promised}:${to}`,
      'notify',
      { to, template: 'progress', title: request.title, text: entry.says, link, urgent: false },
      invocation,
      now,
    ),
  );
  const helper = reminder(request, `explain:${promised}`, invocation, now);
  return [
    ...owners,
    ...helper,
    tellDesk(request, `explain:${promised}`, '眼看到日子了，看看要不要搭把手', step),
  ];
}
