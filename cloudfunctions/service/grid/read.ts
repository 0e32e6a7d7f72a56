import type { GridsView, Quarter } from '@contract/grid';
import type { RunContext } from '../../core/context';
import { GRIDS, type GridNames, gridName, gridsOf } from '../../people/community/grids';
import { COMMUNITIES, communityName } from '../../people/community/list';
import { type Person, persons } from '../../people/person/model';
import { maskedName } from '../../people/person/show';
import { covers } from './decide';
import { type GridPlan, gridPlans } from './model';

/** More grids than a street has, and more workers. */
const MOST = 50;

export function plansOf(run: RunContext, communityId: string): Promise<GridPlan[]> {
  return run
    .repository(gridPlans)
    .list({ where: { communityId }, limit: MOST, without: ['timeline', 'effects'] });
}

/** Every grid of the street: somebody covers across the border of a community too. */
export function allPlans(run: RunContext): Promise<GridPlan[]> {
  const ids = GRIDS.map(({ id }) => id);
  return run.repository(gridPlans).list({
    where: { _id: run.database.command.in(ids) },
    limit: ids.length,
    without: ['timeline', 'effects'],
  });
}

export const namesIn = (plans: readonly GridPlan[]): GridNames =>
  new Map(plans.flatMap(({ _id, name }) => (name === undefined ? [] : [[_id, name] as const])));

/** What the street calls these grids; nothing is asked for none. */
export async function gridNames(run: RunContext, ids: readonly string[]): Promise<GridNames> {
  return namesIn([...(await run.repository(gridPlans).several(ids)).values()]);
}

export function workersOf(run: RunContext, gridIds: readonly string[]): Promise<Person[]> {
  const keys = gridIds.map((id) => `grid_worker:${id}`);
  return run.repository(persons).list({ where: { roleKeys: run.database.command.in(keys) }, limit: MOST });
}

export async function quartersOf(run: RunContext, communityId: string): Promise<Quarter[]> {
  const plans = await plansOf(run, communityId);
  // One quarter may reach into two grids.
  const found = new Map<string, string[]>();
  for (const { name, buildings } of plans.flatMap((plan) => plan.quarters))
    found.set(name, [...(found.get(name) ?? []), ...buildings]);
  return [...found].map(([name, buildings]) => ({ name, buildings }));
}

/** @param served communities that this reader looks after */
export async function gridsView(
  run: RunContext,
  communityId: string,
  served: (communityId: string) => boolean,
): Promise<GridsView> {
  const grids = gridsOf(communityId);
  const [plans, workers] = await Promise.all([
    plansOf(run, communityId),
    workersOf(
      run,
      GRIDS.map(({ id }) => id),
    ),
  ]);
  const nameOf = (id: string) => {
    const person = workers.find((one) => one._id === id);
    return person === undefined ? '换岗了的' : maskedName(person.name, person.sample) || '网格员';
  };
  return {
    communityId,
    communityName: communityName(communityId),
    communities: COMMUNITIES.filter(({ id }) => served(id)).map(({ id }) => ({
      id,
      name: communityName(id),
    })),
    grids: grids.map(({ id }) => {
      const plan = plans.find((one) => one._id === id);
      return {
        id,
        name: gridName(id, namesIn(plans)),
        workers: workers
          .filter((person) => person.grants.some((one) => one.role === 'grid_worker' && one.scope === id))
          .map((person) => ({ id: person._id, name: nameOf(person._id), sample: person.sample })),
        covers: (plan?.covers ?? [])
          .filter((one) => one.to >= run.now)
          .map((one) => ({
            key: one.key,
            away: nameOf(one.awayId),
            by: nameOf(one.coverId),
            from: one.from,
            to: one.to,
            now: covers(one, run.now),
          })),
        quarters: plan?.quarters ?? [],
      };
    }),
  };
}
