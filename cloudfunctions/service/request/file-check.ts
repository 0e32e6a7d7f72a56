import type { Effect, TimerContext } from '../../core/aggregate';
import { askedAgain, asksAgainAt } from '../../core/attachment';
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

function checkEffect(
  requestId: string,
  field: FileField,
  { rid, now, invocation }: Pick<TimerContext, 'rid' | 'now' | 'invocation'>,
): Effect {
  const id = `${requestId}:${rid}:check:${field}`;
  return promise(id, 'check_file', { requestId, field }, invocation, now);
}
