import { dayTime } from '../../../lib/time';

/** The offline bar above a last copy; '' for a fresh answer. */
export function seenWords(seenAt: number | null, now: number): string {
  return seenAt === null ? '' : `现在没网。这是上回看到的，${dayTime(seenAt, now)}的样子`;
}
