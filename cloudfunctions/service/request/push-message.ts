import * as v from 'valibot';

/** WeChat's `wxa_media_check` event (rules.md 4.5). */
const MediaCheck = v.object({
  Event: v.literal('wxa_media_check'),
  trace_id: v.pipe(v.string(), v.minLength(8), v.maxLength(128)),
  result: v.object({ suggest: v.picklist(['pass', 'review', 'risky']) }),
});

export type MediaVerdict = { trace: string; verdict: 'pass' | 'risky' };

/** `null` for anything that is no verdict. What is doubtful stays unheard, like what is bad. */
export function readPush(event: unknown): MediaVerdict | null {
  const parsed = v.safeParse(MediaCheck, event);
  if (!parsed.success) return null;
  const { trace_id, result } = parsed.output;
  return { trace: trace_id, verdict: result.suggest === 'pass' ? 'pass' : 'risky' };
}
