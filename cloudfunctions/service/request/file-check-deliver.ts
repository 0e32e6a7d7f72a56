import type { Effect } from '../../core/aggregate';
import { askCheck, type Media } from '../../core/attach';
import type { RunContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { living } from '../../people/person/living-read';
import { openidOf } from '../../people/person/model';
import { requests } from './definition';
import { filesJudged } from './file-check';
import { FILES, type FileField } from './file-told';
import type { MediaVerdict } from './push-message';

const MEDIA: Readonly<Record<FileField, Media>> = { audio: 'audio', receipt: 'image' };

/**
 * Writes the verdict on what was added to a request, a recording or a receipt.
 * @returns whether one of its files is known under that trace
 */
export async function settleFiles(run: RunContext, { trace, verdict }: MediaVerdict): Promise<boolean> {
  const repository = run.repository(requests);
  for (const field of FILES) {
    const [found] = await repository.list({ where: { [`${field}.trace`]: trace }, limit: 1 });
    if (found === undefined) continue;
    const rid = `${field}:${trace}:${verdict}`;
    const step = { rid, now: run.now, invocation: run.invocation };
    const { doc } = await repository.change(found._id, rid, (request) =>
      filesJudged(request, field, { trace, verdict }, step),
    );
    await carryOut(repository, doc, run.carrier);
    return true;
  }
  return false;
}

/** The effect `check_file`: WeChat is asked anew, in the name of whoever sent the file up. */
export async function checkFile(run: RunContext, effect: Effect): Promise<void> {
  const { requestId, field: named } = effect.data;
  const field = FILES.find((one) => one === named);
  if (typeof requestId !== 'string' || field === undefined) throw new Error('no file to check');
  const repository = run.repository(requests);
  const file = (await repository.find(requestId))?.[field];
  if (file?.check !== 'waiting' || file.asked === undefined) return;
  const person = await living(run, file.asked.by);
  const openid = person === null ? null : openidOf(person);
  const trace = await askCheck(run, openid, MEDIA[field], file.fileId);
  if (trace === '') return;
  await repository.change(requestId, `${effect.id}:${trace}`, (request) => {
    const now = request[field];
    // The verdict may have come, and another file taken its place.
    if (now == null || now.fileId !== file.fileId || now.check !== 'waiting') return request;
    return { ...request, [field]: { ...now, trace } };
  });
}
