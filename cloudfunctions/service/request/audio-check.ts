import type { RunContext } from '../../core/context';
import { requests } from './definition';
import type { MediaVerdict } from './push-message';

/** Writes the verdict on a recording into its request; asked about twice, it is written once. */
export async function settleAudio(run: RunContext, { trace, verdict }: MediaVerdict): Promise<void> {
  const repository = run.repository(requests);
  const [found] = await repository.list({ where: { 'audio.trace': trace }, limit: 1 });
  if (found === undefined) return;
  await repository.change(found._id, `audio:${trace}`, (request) =>
    request.audio === null || request.audio.check !== 'waiting'
      ? request
      : { ...request, audio: { ...request.audio, check: verdict } },
  );
}
