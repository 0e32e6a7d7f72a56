import type { Effect } from './aggregate';
import { MINUTE } from './calendar';
import { promise } from './effects';
import type { Settings } from './settings';

/**
 * A file that somebody added: whose it is has it at once, others after WeChat's check, whose answer comes to
 * `push` under `trace` (rules.md 4.5), '' where it could not be asked. Where no answer comes the clock asks anew,
 * and in the end gives up: `unanswered`, and nobody else sees or hears it, unless WeChat still says yes, or somebody
 * at the desk who has looked at it does. What the desk keeps stays kept, whatever good word comes later.
 *
 *   waiting ──► pass ──► risky          (a bad word counts also after a good one)
 *      │  └───► risky
 *      └──30 min──► asked anew ──30 min──► once more ──30 min──► unanswered ──► pass | risky
 *                                                                    └──desk──► pass | kept ──► risky
 */
export interface Attachment {
  fileId: string;
  check: 'waiting' | 'pass' | 'risky' | 'unanswered' | 'kept';
  trace: string;
  /** Under whose account, when last, and how often the check was asked for; absent in older documents. */
  asked?: { by: string; at: number; times: number };
}

/** When the clock has something to do about it: epoch ms, `null` once there is an answer or none will come. */
export function asksAgainAt(file: Attachment | null | undefined, settings: Settings): number | null {
  if (file == null || file.check !== 'waiting' || file.asked === undefined) return null;
  return file.asked.at + settings.mediaCheckMinutes * MINUTE;
}

/** Asked once more, or given up on; the same file while nothing is due. Pure. */
export function askedAgain<File extends Attachment>(file: File, now: number, settings: Settings): File {
  const at = asksAgainAt(file, settings);
  if (at === null || at > now || file.asked === undefined) return file;
  const { by, times } = file.asked;
  if (times >= settings.mediaCheckTimes) return { ...file, check: 'unanswered' };
  return { ...file, asked: { by, at: now, times: times + 1 } };
}

/** What the verdict makes of it. What was fit at first and is found bad later is bad. Pure. */
export function judged<File extends Attachment>(file: File, verdict: 'pass' | 'risky'): File {
  if (file.check === verdict || file.check === 'risky') return file;
  if (file.check === 'kept' && verdict === 'pass') return file;
  return { ...file, check: verdict };
}

/** What somebody who looked at it says where WeChat said nothing; `null` while there is nothing to say. Pure. */
export function decided<File extends Attachment>(file: File, fit: boolean): File | null {
  return file.check === 'unanswered' ? { ...file, check: fit ? 'pass' : 'kept' } : null;
}

/** Files that no document names any more are taken out of the storage, as an effect of the update. */
export function filesGone(
  id: string,
  fileIds: readonly string[],
  { invocation, now }: { invocation: string; now: number },
): Effect {
  return promise(`${id}:files`, 'remove_files', { fileIds }, invocation, now);
}
