import type { RefusalCode, RefusalReply } from '../contract/errors';

/** The server understood and said no. `says` is the sentence to show; nothing was changed. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: RefusalCode;
  readonly says: string;
  /** Path of the input that does not fit, '' when it is not about one field. */
  readonly field: string;
  /** When it becomes possible, epoch ms; `null` when the refusal names no time. */
  readonly at: number | null;
  /** A number that explains (seats in use, place in the queue); `null` when there is none. */
  readonly count: number | null;

  constructor(reply: RefusalReply) {
    super(reply.says);
    this.code = reply.code;
    this.says = reply.says;
    this.field = reply.field ?? '';
    this.at = reply.at ?? null;
    this.count = reply.count ?? null;
  }
}

/**
 * No answer came: this phone has no network (`offline`), the cloud did not reply (`cloud`), or it was
 * too full to take the call (`crowd`). A write may have happened all the same: send it again with the
 * same rid, never with a new one.
 */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  readonly reason: 'offline' | 'cloud' | 'crowd';
  /** What the wire said; for whoever looks for the fault, never for the screen. */
  readonly because: unknown;

  constructor(reason: Unreachable['reason'], because?: unknown) {
    super(WHY[reason]);
    this.reason = reason;
    this.because = because;
  }
}

const WHY = {
  offline: 'no network',
  cloud: 'no answer from the cloud',
  crowd: 'the cloud is at its limit',
} as const;

/** WeChat's numbers for EXCEED_REQUEST_LIMIT and EXCEED_CONCURRENT_REQUEST_LIMIT, and what stands in for them. */
const LIMITS: ReadonlySet<unknown> = new Set([-501003, -501004]);
const LIMIT_WORDS = /-50100[34]\b|EXCEED_(CONCURRENT_)?REQUEST_LIMIT|EXCEED_RATELIMIT/;

/** The platform sent the call away for load, before the function saw it (contract/errors.ts). */
export function isCrowded(failure: unknown): boolean {
  if (typeof failure !== 'object' || failure === null) return false;
  const message: unknown = 'errMsg' in failure ? failure.errMsg : undefined;
  return (
    ('errCode' in failure && LIMITS.has(failure.errCode)) ||
    (typeof message === 'string' && LIMIT_WORDS.test(message))
  );
}

/** What a page says about a failure, whatever it is (visual.md section 11). */
export function saysOf(failure: unknown): string {
  if (failure instanceof Refused) return failure.says;
  if (failure instanceof Unreachable && failure.reason === 'offline')
    return '现在没网，等一下再试，或者打个电话';
  if (failure instanceof Unreachable && failure.reason === 'crowd')
    return '这会儿人多，等一下再点。急事打社区电话';
  return '是我们这边的毛病，不怪您。再试一次，或打社区电话';
}
