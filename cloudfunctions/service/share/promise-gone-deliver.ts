import { noted } from '../../core/act';
import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { eachOf } from '../../core/each-read';
import { trustOf } from '../../people/person/living-read';
import { persons } from '../../people/person/model';
import { shares } from './definition';

/** Part of the effect `handed_back`: a promise is a member's, and does not stand under the word of who is none any more. */
export async function takeDownPromises(run: RunContext, effect: Effect): Promise<void> {
  const { personId } = effect.data;
  if (typeof personId !== 'string') throw new Error('nobody who promised');
  const person = await run.repository(persons).find(personId);
  const grants = person === null ? [] : await trustOf(run, person);
  if (grants.some(({ role }) => role === 'member')) return;
  const step = { rid: effect.id, now: run.now, by: 'system' };
  await eachOf(run, shares, { people: personId }, async ({ _id, kind, open }) => {
    if (kind !== 'promise' || !open) return;
    await run
      .repository(shares)
      .change(_id, effect.id, (share) =>
        share.open ? noted({ ...share, open: false }, step, 'withdraw') : share,
      );
  });
}
