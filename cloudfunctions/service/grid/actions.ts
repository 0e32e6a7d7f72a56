import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import { action } from '../../core/action';
import { DAY, startOfDay } from '../../core/calendar';
import { can, need, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { refuse } from '../../core/refusal';
import { id, someText, time } from '../../core/schemas';
import { GRIDS, type Grid } from '../../people/community/grids';
import { COMMUNITIES } from '../../people/community/list';
import { communityAsked } from '../../people/community/serving';
import { covered, described, type GridStep, newPlan, uncovered } from './decide';
import { type GridPlan, gridPlans } from './model';
import { gridsView, quartersOf, workersOf } from './read';

/** Who covers which grid (inventory 1.8): the desk of the community, and administrators for all. */

const MOST_QUARTERS = 30;
const MOST_BUILDINGS = 60;

const serves = (context: ActionContext) => (communityId: string) =>
  can(context.caller, 'grid.manage', communityId);

function view(context: ActionContext, communityId: string) {
  return gridsView(context, communityId, serves(context));
}

/** A grid that is there and that this caller looks after. @throws NOT_FOUND, NOT_ALLOWED */
function gridOf(context: ActionContext, gridId: string): Grid {
  const grid = GRIDS.find((one) => one.id === gridId) ?? refuse('NOT_FOUND');
  need(context.caller, 'grid.manage', grid.communityId);
  return grid;
}

async function change(
  context: ActionContext,
  grid: Grid,
  decide: (plan: GridPlan, step: GridStep) => GridPlan,
) {
  const repository = context.repository(gridPlans);
  const step = {
    rid: context.rid,
    now: context.now,
    by: personId(context.caller),
    invocation: context.invocation,
  };
  await repository.create(newPlan(grid, context.now));
  const { doc } = await repository.change(grid.id, context.rid, (plan) => decide(plan, step));
  await carryOut(repository, doc, context.carrier);
  return view(context, grid.communityId);
}

const quarter = v.strictObject({
  name: someText(LIMITS.name),
  buildings: v.pipe(v.array(someText(LIMITS.name)), v.maxLength(MOST_BUILDINGS)),
});

export const gridActions = [
  action({
    name: 'grid.list',
    kind: 'read',
    input: v.strictObject({ communityId: v.nullable(id) }),
    allow: 'grid.manage',
    run(context, input) {
      const communityId = communityAsked(context.caller, 'grid.manage', input.communityId);
      if (!COMMUNITIES.some((one) => one.id === communityId)) refuse('NOT_FOUND');
      return view(context, communityId);
    },
  }),
  action({
    name: 'grid.describe',
    kind: 'write',
    input: v.strictObject({
      id,
      name: v.exactOptional(someText(LIMITS.name)),
      quarters: v.pipe(v.array(quarter), v.maxLength(MOST_QUARTERS)),
    }),
    allow: 'grid.manage',
    run: (context, input) =>
      change(context, gridOf(context, input.id), (plan, step) => described(plan, input, step)),
  }),
  action({
    name: 'grid.cover',
    kind: 'write',
    input: v.strictObject({ id, awayId: id, coverId: id, from: time, to: time }),
    allow: 'grid.manage',
    async run(context, input) {
      const grid = gridOf(context, input.id);
      const own = await workersOf(context, [grid.id]);
      if (!own.some(({ _id }) => _id === input.awayId)) refuse('HELPER_UNFIT', { field: 'awayId' });
      const all = await workersOf(
        context,
        GRIDS.map((one) => one.id),
      );
      if (!all.some(({ _id }) => _id === input.coverId)) refuse('HELPER_UNFIT', { field: 'coverId' });
      const days = { from: startOfDay(input.from), to: startOfDay(input.to) + DAY - 1 };
      const { awayId, coverId } = input;
      return change(context, grid, (plan, step) => covered(plan, { awayId, coverId, ...days }, step));
    },
  }),
  action({
    name: 'grid.uncover',
    kind: 'write',
    input: v.strictObject({ id, key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_:-]{1,160}$/)) }),
    allow: 'grid.manage',
    run: (context, input) =>
      change(context, gridOf(context, input.id), (plan, step) => uncovered(plan, input.key, step)),
  }),
  action({
    name: 'grid.quarters',
    kind: 'read',
    input: v.strictObject({ communityId: id }),
    allow: 'anyone',
    sameForAll: true,
    run: async (context, { communityId }) => ({ quarters: await quartersOf(context, communityId) }),
  }),
];
