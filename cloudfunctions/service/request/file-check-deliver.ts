import { judged } from '../../core/attachment';
import type { RunContext } from '../../core/context';
import { requests } from './definition';
import type { MediaVerdict } from './push-message';

/**
 * Writes the verdict on what was added to a request, a recording or a receipt. A bad one counts also after a good
 * one: what was found fit and shown is not shown any more.
 */
export async function settleFiles(run: RunContext, { trace, verdict }: MediaVerdict): Promise<void> {
  const repository = run.repository(requests);
  for (const field of ['audio', 'receipt'] as const) {
    const [found] = await repository.list({ where: { [`${field}.trace`]: trace }, limit: 1 });
    if (found === undefined) continue;
    await repository.change(found._id, `${field}:${trace}:${verdict}`, (request) => {
      const file = request[field];
      // Another file may have taken its place meanwhile.
      if (file == null || file.trace !== trace) return request;
      const after = judged(file, verdict);
      return after === file ? request : { ...request, [field]: after };
    });
    return;
  }
}
