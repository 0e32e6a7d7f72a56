import type { Effect, TimerContext } from '../../core/aggregate';
import { askedAgain, asksAgainAt, decided, filesGone, judged } from '../../core/attachment';
import { promise } from '../../core/effects';
import { refuse } from '../../core/refusal';
import type { Settings } from '../../core/settings';
import { FILES, type FileField, fileTold } from './file-told';
import type { ServiceRequest } from './model';
import { remark } from './remark';

/** What was added to a request and waits for WeChat's verdict. Pure. */

type FileStep = Pick<TimerContext, 'rid' | 'now' | 'invocation'>;

/** Whether somebody at the desk has to look: WeChat said nothing of a file, and somebody still works on the matter. */
export const isUnchecked = ({ open, audio, receipt }: ServiceRequest): boolean =>
  open && [audio, receipt].some((file) => file?.check === 'unanswered');

/** The request with its file changed, taken away or added, and what follows from that for the desk's list. */
export function withFile<Field extends FileField>(
  request: ServiceRequest,
  field: Field,
  file: ServiceRequest[Field],
): ServiceRequest {
  const next = { ...request, [field]: file };
  return { ...next, unchecked: isUnchecked(next) };
}

/** The earliest moment at which the clock asks again about one of them. */
export function filesDueAt(request: ServiceRequest, settings: Settings): number | null {
  const times = FILES.map((field) => asksAgainAt(request[field], settings)).filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
}

/** Asked about once more, as an effect of this update, or given up on: then whoever sent it up and the desk hear it. */
export function filesDue(request: ServiceRequest, context: TimerContext): ServiceRequest {
  let next = request;
  for (const field of FILES) {
    const file = next[field];
    const after = file == null ? file : askedAgain(file, context.now, context.settings);
    if (after == null || after === file) continue;
    const effects =
      after.check === 'waiting'
        ? [checkEffect(request._id, field, context)]
        : fileTold(request, field, after, 'unanswered', context);
    next = { ...withFile(next, field, after), effects: [...next.effects, ...effects] };
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
  step: FileStep,
): ServiceRequest {
  const file = request[field];
  // Another file may have taken its place meanwhile.
  if (file == null || file.trace !== trace) return request;
  const after = judged(file, verdict);
  if (after === file) return request;
  const taken = verdict === 'risky' && field === 'receipt';
  const gone = taken ? [filesGone(`${request._id}:${step.rid}`, [file.fileId], step)] : [];
  const late = file.check === 'unanswered' ? fileTold(request, field, file, 'late', step) : [];
  const told = verdict === 'pass' ? late : fileTold(request, field, file, 'risky', step);
  return {
    ...withFile(request, field, taken ? null : after),
    effects: [...request.effects, ...gone, ...told],
  };
}

const VOUCHED: Readonly<Record<FileField, { fit: string; kept: string }>> = {
  audio: { fit: '录音社区听过了，来办的人也能听', kept: '录音社区听过了，就留在社区' },
  receipt: { fit: '小票照片社区看过了，您也能看', kept: '小票照片社区看过了，先不放出来' },
};

/**
 * Somebody at the desk looked at what WeChat said nothing of, and says whether the others may have it.
 * @throws NOT_NOW where there is nothing to say (any more), OWN_MATTER for who sent it up
 */
export function filesVouched(
  request: ServiceRequest,
  field: FileField,
  fit: boolean,
  step: FileStep & { by: string },
): ServiceRequest {
  const file = request[field] ?? null;
  const after = file === null || !request.open ? null : decided(file, fit);
  if (file === null || after === null) return refuse('NOT_NOW');
  if (file.asked?.by === step.by) return refuse('OWN_MATTER');
  const outcome = fit ? 'fit' : 'kept';
  const entry = remark(request, { command: 'vouch', says: VOUCHED[field][outcome] }, step);
  return {
    ...withFile(request, field, after),
    timeline: [...request.timeline, entry],
    effects: [...request.effects, ...fileTold(request, field, file, outcome, step)],
  };
}

function checkEffect(requestId: string, field: FileField, { rid, now, invocation }: FileStep): Effect {
  const id = `${requestId}:${rid}:check:${field}`;
  return promise(id, 'check_file', { requestId, field }, invocation, now);
}
