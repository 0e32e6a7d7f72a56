import type { Effect } from '../../core/aggregate';
import { promise } from '../../core/effects';
import { membersOf } from './group';
import { mergedEffect, tellFollowers } from './merged';
import type { AnyCommand, RequestEntry, ServiceRequest } from './model';
import type { RequestStep } from './step';

/**
 * Who is told of what, as effects of the update (workflows 10.4). The resident hears of every step
 * that changes what they can expect; the helper of what waits for them. Nobody is told what they did.
 */
const SILENT_TO_RESIDENT: ReadonlySet<AnyCommand> = new Set([
  'file',
  'start',
  'entrust',
  'send_back',
  'contact',
  'rate',
  'team_up',
  'step_out',
]);
const FOR_HELPER: ReadonlySet<AnyCommand> = new Set([
  'dispatch',
  'release',
  'team_up',
  'step_out',
  'send_back',
  'join',
  'withdraw',
  'terminate',
  'reopen',
  'confirm',
  'return',
  'helper_gone',
]);

/** What the resident reads as “您” whoever helps reads of the household. */
const SAID_TO_HELPER: Readonly<Partial<Record<AnyCommand, (after: ServiceRequest) => string>>> = {
  withdraw: () => '人家撤回了，不用去了',
  terminate: () => '这件先停下了，手里有材料的还给人家',
  confirm: () => '人家说办好了，辛苦您',
  reopen: ({ rating }) => `人家说还没办好${rating?.words ? `：${rating.words}` : ''}`,
};

/** Who goes along hears what it means for them, never what was said in the house. */
const FOR_COMPANY: Readonly<Partial<Record<AnyCommand, (after: ServiceRequest) => string>>> = {
  release: ({ helper }) =>
    helper === null ? '领头的来不了了，心愿放回墙上' : `领头的来不了了，${helper.line.name}接着领头办`,
  helper_gone: ({ helper }) =>
    helper === null ? '领头的换岗了，社区另找人接着办' : `领头的换岗了，${helper.line.name}接着领头办`,
  return: () => '没对接上，心愿放回墙上了',
  withdraw: () => '人家撤回了，不用去了',
  deliver: () => '送到了，等人家说一句',
  confirm: () => '人家说办好了，辛苦大家',
};

export function notices(
  before: ServiceRequest,
  after: ServiceRequest,
  entry: RequestEntry,
  step: RequestStep,
): Effect[] {
  // Only commands reach here; the entry keeps them as text.
  const command = entry.command as AnyCommand;
  const effects: Effect[] = [];
  const say = (to: string, text: string, link: string) => {
    if (to === step.by) return;
    const data = { to, template: 'progress', title: after.title, text, link, urgent: false };
    effects.push(promise(`${after._id}:${entry.rid}:${to}`, 'notify', data, step.invocation, step.now));
  };
  if (!SILENT_TO_RESIDENT.has(command)) {
    for (const owner of ownersOf(after))
      say(owner, entry.says, `/packages/service/request/request?id=${after._id}`);
  }
  // Who left hears it from whoever took the power; who takes over hears it here.
  const last = command === 'helper_gone' ? null : (before.helper?.personId ?? null);
  const helper = after.helper?.personId ?? last;
  if (FOR_HELPER.has(command) && helper !== null && !ownersOf(after).includes(helper)) {
    const text = SAID_TO_HELPER[command]?.(after) ?? entry.says;
    say(helper, text, `/packages/grid/task/task?id=${after._id}`);
  }
  const word = FOR_COMPANY[command]?.(after);
  const along = word === undefined ? [] : membersOf(before).filter(({ personId }) => personId !== helper);
  for (const { personId } of along) say(personId, word ?? '', `/packages/service/wish/wish?id=${after._id}`);
  const merged = command === 'merge' ? [mergedEffect(after, ownersOf(after), entry, step)] : [];
  return [
    ...effects,
    ...merged,
    ...tellFollowers(before, after, entry, step),
    ...wishHours(after, command, entry, step),
  ];
}

/** The wish has come true, or nobody objected: who came has hours (workflows 2.7). */
function wishHours(
  { _id, kind, helperId }: ServiceRequest,
  command: AnyCommand,
  { rid }: RequestEntry,
  { invocation, now }: RequestStep,
): Effect[] {
  if (kind !== 'wish' || helperId === null || (command !== 'confirm' && command !== 'unconfirmed')) return [];
  return [promise(`${_id}:${rid}:hours`, 'wish_hours', { requestId: _id, helperId }, invocation, now)];
}

export function reminder(request: ServiceRequest, timer: string, invocation: string, now: number): Effect[] {
  const to = request.helperId;
  if (to === null) return [];
  const data = {
    to,
    template: 'progress',
    title: request.title,
    text: '这件等着您呢：说好的时候到了，联系不上也跟社区说一声',
    link: `/packages/grid/task/task?id=${request._id}`,
    urgent: false,
  };
  return [promise(`${request._id}:${timer}:${request.enteredAt}`, 'notify', data, invocation, now)];
}

/** For whoever holds the desk of that community; about the matter, never about who works on it (G11). */
export function tellDesk(
  request: ServiceRequest,
  reason: string,
  text: string,
  { invocation, now }: { invocation: string; now: number },
): Effect {
  const data = {
    communityId: request.communityId,
    title: request.title,
    text,
    link: `/packages/office/matter/matter?id=${request._id}`,
  };
  return promise(`${request._id}:desk:${reason}:${request.enteredAt}`, 'tell_desk', data, invocation, now);
}

export function ownersOf(request: ServiceRequest): string[] {
  return [...new Set([request.requesterId, request.beneficiary.personId].filter((id) => id !== null))];
}
