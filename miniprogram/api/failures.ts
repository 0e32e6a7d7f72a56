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
 * No answer came: this phone has no network (`offline`), or the cloud did not reply (`cloud`).
 * A write may have happened all the same: send it again with the same rid, never with a new one.
 */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  readonly reason: 'offline' | 'cloud';
  /** What the wire said; for whoever looks for the fault, never for the screen. */
  readonly because: unknown;

  constructor(reason: 'offline' | 'cloud', because?: unknown) {
    super(reason === 'offline' ? 'no network' : 'no answer from the cloud');
    this.reason = reason;
    this.because = because;
  }
}

/** What a page says about a failure, whatever it is (visual.md section 11). */
export function saysOf(failure: unknown): string {
  if (failure instanceof Refused) return failure.says;
  if (failure instanceof Unreachable && failure.reason === 'offline')
    return '现在没网，等一下再试，或者打个电话';
  return '是我们这边的毛病，不怪您。再试一次，或打社区电话';
}
