import type { Effect } from './aggregate';
import { promise } from './effects';

/**
 * A file that somebody added: whose it is has it at once, others after WeChat's check, whose answer comes to
 * `push` under `trace` (rules.md 4.5). '' where it could not be asked: then nobody else ever sees or hears it.
 */
export interface Attachment {
  fileId: string;
  check: 'waiting' | 'pass' | 'risky';
  trace: string;
}

/** What the verdict makes of it. What was fit at first and is found bad later is bad. Pure. */
export function judged<File extends Attachment>(file: File, verdict: 'pass' | 'risky'): File {
  if (file.check === verdict || file.check === 'risky') return file;
  return { ...file, check: verdict };
}

/** Files that no document names any more are taken out of the storage, as an effect of the update. */
export function filesGone(
  id: string,
  fileIds: readonly string[],
  { invocation, now }: { invocation: string; now: number },
): Effect {
  return promise(`${id}:files`, 'remove_files', { fileIds }, invocation, now);
}
