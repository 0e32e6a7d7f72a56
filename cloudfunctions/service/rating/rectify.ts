import type { RatingLevel, RectifyCause } from '@contract/words';
import type { TimerContext } from '../../core/aggregate';
import { afterWorkdays, DAY, sayDay } from '../../core/calendar';
import { promise } from '../../core/effects';
import { explainMoment } from '../../core/explain-moment';
import { refuse } from '../../core/refusal';
import type { Settings } from '../../core/settings';
import type { ServiceRequest } from '../request/model';
import { ownersOf, tellDesk } from '../request/notices';
import { remark } from '../request/remark';
import { settle } from '../request/settle';
import { type RectifyCommand, rectifyMachine } from './machine';
import { isRectifying, type Rectify } from './model';

/** A bad rating opens a call; decisions on it. Pure. */

interface At {
  now: number;
  settings: Settings;
}

/** 不满意 and 非常不满意 are called back within the limit; everything else follows from nothing. */
export function badRating(
  request: ServiceRequest,
  level: RatingLevel | null,
  { now, settings }: At,
): Partial<ServiceRequest> {
  if (level === null || level > 2) return {};
  const running = request.rectify ?? null;
  if (running !== null && isRectifying(running)) return {};
  const rectify: Rectify = {
    state: 'calling',
    since: now,
    dueAt: afterWorkdays(now, settings.rectifyWorkdays),
    cause: null,
    note: '',
    calledBy: null,
    reminded: false,
  };
  return { rectify, appeal: null };
}

export interface RectifyStep extends At {
  rid: string;
  by: string;
  invocation: string;
}

export type RectifyOrder =
  | { command: 'mend_now' | 'explain'; cause: RectifyCause; note: string }
  | { command: 'mend_by'; cause: RectifyCause; note: string; until: number }
  | { command: 'fixed'; note: string };

const SAYS: Readonly<Record<RectifyCommand, (note: string, day: string) => string>> = {
  mend_now: (note) => `社区给您打过电话，当时就改了：${note}`,
  mend_by: (note, day) => `社区给您打过电话，${day}前改好：${note}`,
  explain: (note) => `社区给您打过电话，把缘由说了：${note}`,
  fixed: (note) => `说好要改的改好了：${note}`,
};

/** Whoever promises to mend it later than in a quarter promises nothing. */
const LONGEST = 90 * DAY;

/** @throws NOT_NOW, OWN_MATTER: who did it does not call about it, INVALID_INPUT */
export function rectified(request: ServiceRequest, order: RectifyOrder, step: RectifyStep): ServiceRequest {
  const { rectify } = request;
  if (rectify == null) return refuse('NOT_NOW');
  const rule = rectifyMachine.states[rectify.state].on[order.command] ?? refuse('NOT_NOW');
  if (request.helperId === step.by) refuse('OWN_MATTER');
  const until = order.command === 'mend_by' ? order.until : rectify.dueAt;
  if (order.command === 'mend_by' && (until <= step.now || until > step.now + LONGEST))
    refuse('INVALID_INPUT', { field: 'until' });
  const next: Rectify = {
    ...rectify,
    state: rule.to,
    dueAt: until,
    note: order.note,
    cause: order.command === 'fixed' ? rectify.cause : order.cause,
    calledBy: step.by,
    reminded: false,
  };
  const says = SAYS[order.command](order.note, sayDay(until, step.now));
  return spoken({ ...request, rectify: next }, order.command, says, step);
}

/** In the timeline, and told to the household; the fields for the lists follow. */
export function spoken(
  request: ServiceRequest,
  command: string,
  says: string,
  step: RectifyStep,
): ServiceRequest {
  const entry = remark(request, { command, says }, step);
  const link = `/packages/service/request/request?id=${request._id}`;
  const told = ownersOf(request).map((to) =>
    promise(
      `${request._id}:${step.rid}:${to}`,
      'notify',
      { to, template: 'progress', title: request.title, text: says, link, urgent: false },
      step.invocation,
      step.now,
    ),
  );
  const written = { ...request, timeline: [...request.timeline, entry] };
  return settle({ ...written, effects: [...request.effects, ...told] }, false, step);
}

/** When it may be late: the household hears it before, and the desk; `null` when nothing waits. */
export function rectifyTimer({ rectify }: ServiceRequest, settings: Settings): number | null {
  if (rectify == null || !isRectifying(rectify) || rectify.reminded) return null;
  return explainMoment(rectify.dueAt, rectify.since, settings);
}

export function rectifyDue(request: ServiceRequest, context: TimerContext): ServiceRequest {
  const at = rectifyTimer(request, context.settings);
  const { rectify } = request;
  if (at === null || at > context.now || rectify == null) return request;
  const calling = rectify.state === 'calling';
  const day = sayDay(rectify.dueAt, context.now);
  const says = calling
    ? `说好${day}前给您打电话问问的，还没打成，给您赔个不是。催着呢`
    : `说好${day}前改好的，眼看到日子了还没改完，给您赔个不是。改好就告诉您`;
  const step = { ...context, rid: `${context.rid}:rectify:${at}`, by: 'system' };
  const told = spoken({ ...request, rectify: { ...rectify, reminded: true } }, 'explain', says, step);
  const desk = calling ? '这件的回访眼看到期限了，打个电话' : '说好要改的眼看到日子了，看看改好没有';
  return { ...told, effects: [...told.effects, tellDesk(request, `rectify:${at}`, desk, context)] };
}
