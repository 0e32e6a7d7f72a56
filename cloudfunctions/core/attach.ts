import type { Effect } from './aggregate';
import type { Attachment } from './attachment';
import type { RunContext } from './context';
import { describe, log } from './log';

export type Media = 'audio' | 'image';

/** Asks for the check of an uploaded file; a check that is down costs no more than that others do not see it. */
export async function attach(
  run: Pick<RunContext, 'openApi' | 'temporaryUrls' | 'invocation'>,
  openid: string | null,
  media: Media,
  fileId: string,
): Promise<Attachment> {
  const waiting: Attachment = { fileId, check: 'waiting', trace: '' };
  if (openid === null) return waiting;
  try {
    const [url = ''] = await run.temporaryUrls([fileId]);
    return url === '' ? waiting : { ...waiting, trace: await run.openApi.checkMedia(openid, media, url) };
  } catch (error) {
    log('media check down', { run: run.invocation, media, ...describe(error) });
    return waiting;
  }
}

/** The effect `remove_files`; done twice it finds nothing the second time. */
export async function removeFiles(run: RunContext, effect: Effect): Promise<void> {
  const { fileIds } = effect.data;
  if (!Array.isArray(fileIds)) throw new Error('no files to remove');
  await run.removeFiles(fileIds.filter((one) => typeof one === 'string'));
}
