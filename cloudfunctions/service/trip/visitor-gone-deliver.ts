import type { Effect } from '../../core/aggregate';
import { DAY } from '../../core/calendar';
import type { RunContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { trustOf } from '../../people/person/living-read';
import { persons } from '../../people/person/model';
import { worksIn } from '../request/handed-back-deliver';
import { visitorGone } from './decide';
import { trips } from './definition';

/** More trips than one person plans ahead. */
const MOST = 100;

/** Part of the effect `handed_back`: trips of who may not go to doors any more are called off. */
export async function callOff(run: RunContext, effect: Effect): Promise<void> {
  const { personId } = effect.data;
  if (typeof personId !== 'string') throw new Error('nobody to call off');
  const person = await run.repository(persons).find(personId);
  // A record is trusted with what its account brought along, too.
  const grants = person === null ? [] : await trustOf(run, person);
  const repository = run.repository(trips);
  const found = await repository.list({
    where: { visitorId: personId, at: run.database.command.gt(run.now - DAY) },
    order: [['at', 'desc']],
    limit: MOST,
    without: ['timeline', 'effects', 'records'],
  });
  const act = { now: run.now, rid: effect.id, by: 'system', invocation: run.invocation };
  for (const { _id, communityId } of found) {
    if (worksIn(grants, communityId, 'visit.make')) continue;
    const { doc } = await repository.change(_id, effect.id, (trip) => visitorGone(trip, act));
    await carryOut(repository, doc, run.carrier);
  }
}
