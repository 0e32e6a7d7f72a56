import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { requests } from './definition';

/** How many matters of one relative are handed back at once; the next ones follow from the same list. */
const BATCH = 50;

/**
 * The effect `part` of a bond that ended: what the relative raised is the elder's alone, so that
 * nothing more is told to who is not family any more. Reading was closed by the bond itself.
 */
export async function part(run: RunContext, effect: Effect): Promise<void> {
  const { elderId, relativeId } = effect.data;
  if (typeof elderId !== 'string' || typeof relativeId !== 'string') throw new Error('no parting');
  const repository = run.repository(requests);
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const found = await repository.list({
      where: { people: relativeId, updatedAt: run.database.command.lt(before) },
      order: [['updatedAt', 'desc']],
      limit: BATCH,
      without: ['timeline'],
    });
    for (const request of found.filter(({ beneficiary }) => beneficiary.personId === elderId)) {
      await repository.change(request._id, effect.id, (stored) => ({
        ...stored,
        people: stored.people.filter((one) => one !== relativeId),
        requesterId: stored.requesterId === relativeId ? elderId : stored.requesterId,
      }));
    }
    const last = found.at(-1);
    if (found.length < BATCH || last === undefined) return;
    before = last.updatedAt;
  }
}
