import { randomUUID } from 'node:crypto';
import { type OpenApiReply, ok, requiredText, WxError } from './reply';

/** How the content checks answer: a verdict, or not at all. */
export type Verdict = 'pass' | 'risky' | 'review' | 'down';

/** 100 is "nothing found", 20001 and 21000 are "political" and "other" of WeChat's labels. */
const LABELS: Record<Exclude<Verdict, 'down'>, number> = { pass: 100, risky: 20001, review: 21000 };
const LONGEST_TEXT = 2_500;

/** @throws WxError -1, WeChat's "system error", when the check is down. */
export function result(verdict: Verdict): { suggest: string; label: number } {
  if (verdict === 'down') throw new WxError(-1, 'system error');
  return { suggest: verdict, label: LABELS[verdict] };
}

/** security.msgSecCheck; version 2 judges, version 1 only refuses (87014). */
export function checkText(data: Record<string, unknown>, verdict: Verdict): OpenApiReply {
  const content = requiredText(data, 'content');
  const judged = result(verdict);
  if (Number(data.version ?? 1) < 2) {
    if (verdict === 'risky') throw new WxError(87014, 'risky content');
    return ok();
  }
  requiredText(data, 'openid');
  if (![1, 2, 3, 4].includes(Number(data.scene)))
    throw new WxError(40097, 'invalid args: scene must be 1 to 4');
  if ([...content].length > LONGEST_TEXT)
    throw new WxError(44003, `content is longer than ${LONGEST_TEXT} characters`);
  return ok({
    result: judged,
    detail: [{ strategy: 'content_model', errcode: 0, ...judged, prob: 90 }],
    trace_id: randomUUID(),
  });
}
