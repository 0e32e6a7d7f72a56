import type { RequestState } from '@contract/service';
import type { Effect } from '../../core/aggregate';
import { DAY, HOUR, sayDay } from '../../core/calendar';
import { promise } from '../../core/effects';
import type { Settings } from '../../core/settings';
import type { RequestEntry, ServiceRequest } from './model';
import { ownersOf, reminder, tellDesk } from './notices';

/**
 * 超期前系统先道歉解释 (story 4): while it is our turn, whoever asked hears before the promise is
 * broken, once a promise. The desk and who helps hear of the matter; nobody is named to anybody (G11).
 */
const OURS: ReadonlySet<RequestState> = new Set<RequestState>([
  'manual_review',
  'verifying',
  'fallback',
  'claimed',
  'in_progress',
  'submitted',
  'accepted',
  'entrusted',
  'materials_in',
  'processing',
  'done',
  'reported',
  'bounced',
  'dispatched',
  'handling',
  'blown',
  'dept_joined',
  'handled',
  'reopened',
  'on_hold',
]);

/** When, `null` while nothing is promised, it is the resident's turn, or it was said already. */
export function explainsAt(request: ServiceRequest, settings: Settings): number | null {
  const { open, dueAt, explainedFor = null, enteredAt, state } = request;
  if (!open || dueAt === null || explainedFor === dueAt || !OURS.has(state)) return null;
  // Said on the day itself: 每 7 日回告.
  if (state === 'on_hold') return dueAt;
  const lead = Math.min(settings.explainLeadHours * HOUR, Math.max(0, dueAt - enteredAt) / 4);
  return Math.round(dueAt - lead);
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
  if (dueAt === null) return request;
  const held = state === 'on_hold';
  const next = held ? step.now + step.settings.holdReportDays * DAY : dueAt;
  const says = held
    ? `这件还在等，没忘。${sayDay(next, step.now)}前再给您信儿`
    : `说好${sayDay(dueAt, step.now)}的，眼看到时候了还没完，给您赔个不是。还在办，改了日子先告诉您`;
  const entry: RequestEntry = {
    rid: step.rid,
    at: step.now,
    by: 'system',
    command: 'explain',
    from: state,
    to: state,
    says,
    who: '社区',
    occurredAt: null,
  };
  const after: ServiceRequest = {
    ...request,
    dueAt: next,
    explainedFor: held ? null : dueAt,
    timeline: [...request.timeline, entry],
  };
  return { ...after, effects: [...request.effects, ...told(request, entry, dueAt, step)] };
}

function told(request: ServiceRequest, entry: RequestEntry, dueAt: number, step: Explaining): Effect[] {
  const { invocation, now } = step;
  const link = `/packages/service/request/request?id=${request._id}`;
  const owners = ownersOf(request).map((to) =>
    promise(
      `${request._id}:explain:${dueAt}:${to}`,
      'notify',
      { to, template: 'progress', title: request.title, text: entry.says, link, urgent: false },
      invocation,
      now,
    ),
  );
  const helper = reminder(request, `explain:${dueAt}`, invocation, now);
  return [
    ...owners,
    ...helper,
    tellDesk(request, `explain:${dueAt}`, '眼看到日子了，看看要不要搭把手', step),
  ];
}
