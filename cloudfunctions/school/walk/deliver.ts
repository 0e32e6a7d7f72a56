import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { stops } from '../route/model';
import { free } from '../route/places';
import { asked } from './asked';
import { walks } from './definition';
import { readFreeing, readOpening } from './effects';

/** Opens the walk whose place was taken, and tells who answers. */
export async function openWalk(run: RunContext, effect: Effect): Promise<void> {
  const repository = run.repository(walks);
  const { doc } = await repository.create(asked(readOpening(effect), run.invocation, run.now));
  await carryOut(repository, doc, run.carrier);
}

/** Gives the place back. */
export async function freePlace(run: RunContext, effect: Effect): Promise<void> {
  const { stopId, walkId } = readFreeing(effect);
  const turn = { now: run.now, rid: `free:${walkId}`, by: 'system' };
  await run.repository(stops).change(stopId, turn.rid, (stop) => free(stop, walkId, turn));
}
