import type { Effect } from './aggregate';
import type { Attachment } from './attachment';
import type { RunContext } from './context';
import { describe, log } from './log';

export type Media = 'audio' | 'image';

type Asking = Pick<RunContext, 'openApi' | 'temporaryUrls' | 'invocation' | 'now'>;

/** An uploaded file, and the check asked for; one that is down costs no more than that others do not see it yet. */
export async function attach(
  run: Asking,
  { id, openid }: { id: string | null; openid: string | null },
  media: Media,
  fileId: string,
): Promise<Attachment> {
  const asked = id === null ? {} : { asked: { by: id, at: run.now, times: 1 } };
  return { fileId, check: 'waiting', trace: await askCheck(run, openid, media, fileId), ...asked };
}

/** The trace under which the verdict will come; '' where WeChat could not be asked. */
export async function askCheck(
  run: Asking,
  openid: string | null,
  media: Media,
  fileId: string,
): Promise<string> {
  if (openid === null) return '';
  try {
    const [url = ''] = await run.temporaryUrls([fileId]);
    return url === '' ? '' : await run.openApi.checkMedia(openid, media, url);
  } catch (error) {
    log('media check down', { run: run.invocation, media, ...describe(error) });
    return '';
  }
}

/** The effect `remove_files`; done twice it finds nothing the second time. */
export async function removeFiles(run: RunContext, effect: Effect): Promise<void> {
  const { fileIds } = effect.data;
  if (!Array.isArray(fileIds)) throw new Error('no files to remove');
  await run.removeFiles(fileIds.filter((one) => typeof one === 'string'));
}
