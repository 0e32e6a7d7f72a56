import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { eachOf } from '../../core/each-read';
import { requests } from './definition';

/**
 * The effect `part` of a bond that ended: what the relative raised is the elder's alone, so that
 * nothing more is told to who is not family any more. Reading was closed by the bond itself.
 */
export async function part(run: RunContext, effect: Effect): Promise<void> {
  const { elderId, relativeId } = effect.data;
  if (typeof elderId !== 'string' || typeof relativeId !== 'string') throw new Error('no parting');
  const repository = run.repository(requests);
  await eachOf(run, requests, { people: relativeId }, async ({ _id, beneficiary }) => {
    if (beneficiary.personId !== elderId) return;
    await repository.change(_id, effect.id, (stored) => ({
      ...stored,
      people: stored.people.filter((one) => one !== relativeId),
      requesterId: stored.requesterId === relativeId ? elderId : stored.requesterId,
    }));
  });
}
