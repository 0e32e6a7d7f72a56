import type { Effect, TimerContext } from '../../core/aggregate';
import { type Attachment, askedAgain, asksAgainAt, filesGone, judged } from '../../core/attachment';
import { promise } from '../../core/effects';
import type { Settings } from '../../core/settings';
import type { ServiceRequest } from './model';

/** What was added to a request and waits for WeChat's verdict. Pure. */

export const FILES = ['audio', 'receipt'] as const;
export type FileField = (typeof FILES)[number];

/** The earliest moment at which the clock asks again about one of them. */
export function filesDueAt(request: ServiceRequest, settings: Settings): number | null {
  const times = FILES.map((field) => asksAgainAt(request[field], settings)).filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
}

/** Asked about once more, as an effect of this update, or given up on. */
export function filesDue(request: ServiceRequest, context: TimerContext): ServiceRequest {
  let next = request;
  for (const field of FILES) {
    const file = next[field];
    const after = file == null ? file : askedAgain(file, context.now, context.settings);
    if (after == null || after === file) continue;
    const asks = after.check === 'waiting' ? [checkEffect(request._id, field, context)] : [];
    next = { ...next, [field]: after, effects: [...next.effects, ...asks] };
  }
  return next;
}

/**
 * What the verdict makes of the request. A bad one counts also after a good one: a receipt is taken out, a voice is
 * kept for whoever spoke and for the desk alone (nothing that was said is lost), and whoever sent it up is told.
 */
export function filesJudged(
  request: ServiceRequest,
  field: FileField,
  { trace, verdict }: { trace: string; verdict: 'pass' | 'risky' },
  step: Pick<TimerContext, 'rid' | 'now' | 'invocation'>,
): ServiceRequest {
  const file = request[field];
  // Another file may have taken its place meanwhile.
  if (file == null || file.trace !== trace) return request;
  const after = judged(file, verdict);
  if (after === file) return request;
  if (verdict === 'pass') return { ...request, [field]: after };
  const gone = field === 'receipt' ? [filesGone(`${request._id}:${step.rid}`, [file.fileId], step)] : [];
  return {
    ...request,
    [field]: field === 'receipt' ? null : after,
    effects: [...request.effects, ...gone, ...told(request, field, file, step)],
  };
}

const BAD: Readonly<Record<FileField, { text: string; page: string }>> = {
  audio: {
    text: '微信没放行这段录音，只有您和社区听得到。事照样办，不用再说一遍。',
    page: '/packages/service/request/request',
  },
  receipt: {
    text: '微信看过，说这张小票照片不合适，已经删了。换一张就行，不拍也照样办。',
    page: '/packages/grid/task/task',
  },
};

function told(
  request: ServiceRequest,
  field: FileField,
  { asked, trace }: Attachment,
  { invocation, now }: Pick<TimerContext, 'now' | 'invocation'>,
): Effect[] {
  if (asked === undefined) return [];
  const { text, page } = BAD[field];
  const link = `${page}?id=${request._id}`;
  const data = { to: asked.by, template: 'progress', title: request.title, text, link, urgent: false };
  return [promise(`${request._id}:${field}:${trace}:bad`, 'notify', data, invocation, now)];
}

function checkEffect(
  requestId: string,
  field: FileField,
  { rid, now, invocation }: Pick<TimerContext, 'rid' | 'now' | 'invocation'>,
): Effect {
  const id = `${requestId}:${rid}:check:${field}`;
  return promise(id, 'check_file', { requestId, field }, invocation, now);
}
