import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { trustOf } from '../../people/person/living-read';
import { persons } from '../../people/person/model';
import { shares } from './definition';

/** More than one person puts up. */
const MOST = 100;

/** Part of the effect `handed_back`: a promise is a member's, and does not stand under the word of who is none any more. */
export async function takeDownPromises(run: RunContext, effect: Effect): Promise<void> {
  const { personId } = effect.data;
  if (typeof personId !== 'string') throw new Error('nobody who promised');
  const person = await run.repository(persons).find(personId);
  const grants = person === null ? [] : await trustOf(run, person);
  if (grants.some(({ role }) => role === 'member')) return;
  const repository = run.repository(shares);
  const found = await repository.list({
    where: { people: personId },
    limit: MOST,
    without: ['timeline', 'effects'],
  });
  const entry = { rid: effect.id, at: run.now, by: 'system', command: 'withdraw' };
  for (const { _id, kind, open } of found)
    if (kind === 'promise' && open)
      await repository.change(_id, effect.id, (share) =>
        share.open ? { ...share, open: false, timeline: [...share.timeline, entry] } : share,
      );
}
