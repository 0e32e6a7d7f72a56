import { LIMITS } from '@contract/limits';
import type { LoadView } from '@contract/work';
import * as v from 'valibot';
import { action } from '../../core/action';
import { afterWorkdays } from '../../core/calendar';
import { can, need } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { scopesFor } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { DEPARTMENTS } from '../../people/community/departments';
import { gridName, gridsOf } from '../../people/community/grids';
import { communityName } from '../../people/community/list';
import { communityAsked } from '../../people/community/serving';
import { allLiving } from '../../people/person/living-read';
import { persons } from '../../people/person/model';
import { allPlans, gridNames, namesIn, workersOf } from '../grid/read';
import { actorsOf } from '../request/actors';
import { taskCard } from '../request/cards';
import { requests } from '../request/definition';
import type { ServiceRequest } from '../request/model';
import { HEAVY } from '../request/read';
import { helping } from '../request/read-actions';
import { ownTrips, waysOf } from '../trip/read';
import { helpersFor, standInsOf } from './helpers';
import { loadFrom } from './load';
import { triageFrom } from './triage';

/** 受理台 and 网格: the same requests, as those see them who work on them. */

function desk(context: ActionContext, where: Readonly<Record<string, unknown>>): Promise<ServiceRequest[]> {
  return context
    .repository(requests)
    .list({ where, order: [['dueAt', 'asc']], limit: LIMITS.desk, without: HEAVY });
}

/** Everything that is open in this community, counted by what the desk tells apart; one look. */
async function loadOf(context: ActionContext, communityId: string): Promise<LoadView> {
  const { aggregate: $ } = context.database.command;
  const due = (from: unknown, until: unknown) => $.and([from, until]);
  const soonest = afterWorkdays(context.now, 1);
  const found = await context.repository(requests).tally(
    { communityId, open: true },
    {
      desk: '$desk',
      state: '$state',
      late: due($.gt(['$dueAt', 0]), $.lt(['$dueAt', context.now])),
      soon: due($.gte(['$dueAt', context.now]), $.lte(['$dueAt', soonest])),
    },
  );
  return loadFrom(found);
}

export const deskActions = [
  action({
    name: 'desk.triage',
    kind: 'read',
    input: v.strictObject({ communityId: v.nullable(id) }),
    allow: 'request.triage',
    async run(context, input) {
      const communityId = communityAsked(context.caller, 'request.triage', input.communityId);
      const _ = context.database.command;
      const soonest = afterWorkdays(context.now, 1);
      const found = await context.repository(requests).list({
        where: { communityId },
        either: [
          { desk: 'waiting' },
          { open: true, dueAt: _.lte(soonest) },
          { desk: 'replies' },
          { unchecked: true },
        ],
        order: [['dueAt', 'asc']],
        limit: 4 * LIMITS.desk,
        without: HEAVY,
      });
      return triageFrom(found, { communityName: communityName(communityId), soonest, now: context.now });
    },
  }),
  action({
    name: 'desk.approvals',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const { caller } = context;
      const scopes = scopesFor(caller.grants, 'request.triage');
      if (scopes.length === 0 && !can(caller, 'committee.decide')) refuse('NOT_ALLOWED');
      const found = await desk(context, { asksMax: true });
      const mine = found.filter((request) => actorsOf(request, caller, null).has('approver'));
      return { items: mine.map((request) => taskCard(request, context.now)) };
    },
  }),
  action({
    name: 'desk.load',
    kind: 'read',
    input: v.strictObject({ communityId: v.nullable(id) }),
    allow: 'request.triage',
    async run(context, input) {
      const communityId = communityAsked(context.caller, 'request.triage', input.communityId);
      return loadOf(context, communityId);
    },
  }),
  action({
    name: 'desk.helpers',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    async run(context, input) {
      const request = await context.repository(requests).load(input.id);
      const helper = context.caller.id !== null && request.helperId === context.caller.id;
      if (!helper) need(context.caller, 'request.triage', request.communityId);
      const plans = helper ? [] : await allPlans(context);
      const standIns = standInsOf(plans, request.communityId, context.now);
      const keys = [`member:${request.communityId}`, `volunteer:${request.communityId}`];
      const _ = context.database.command;
      const people = context.repository(persons);
      // However many members there are, none takes the place of whoever looks after the building.
      const [workers, willing] = helper
        ? [[], []]
        : await Promise.all([
            workersOf(
              context,
              gridsOf(request.communityId).map((grid) => grid.id),
            ),
            people.list({ where: { roleKeys: _.in(keys) }, limit: LIMITS.page }),
          ]);
      const both = willing.filter((one) => !workers.some(({ _id }) => _id === one._id));
      const near = await allLiving(context, [...workers, ...both]);
      const missing = standIns.filter((one) => !near.some(({ _id }) => _id === one));
      const far =
        missing.length === 0
          ? []
          : await people.list({ where: { _id: _.in(missing) }, limit: missing.length });
      const street = { plans, names: namesIn(plans), now: context.now };
      return {
        items: helpersFor([...near, ...far], request, street),
        departments: [...DEPARTMENTS],
      };
    },
  }),
  action({
    name: 'grid.board',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const grids = scopesFor(context.caller.grants, 'request.work');
      const departments = scopesFor(context.caller.grants, 'request.join');
      if (grids.length === 0 && departments.length === 0) return refuse('NOT_ALLOWED');
      const _ = context.database.command;
      const [grid] = context.caller.grants.filter(({ role }) => role === 'grid_worker');
      const [own, joining, ended, trips, names] = await Promise.all([
        helping(context, true),
        departments.length === 0 ? [] : desk(context, { departmentId: _.in(departments), open: true }),
        helping(context, false),
        ownTrips(context),
        gridNames(context, grid === undefined ? [] : [grid.scope]),
      ]);
      const cards = (found: ServiceRequest[]) => found.map((request) => taskCard(request, context.now));
      const waits = (request: ServiceRequest) => request.state === 'dispatched' || request.state === 'blown';
      const all = [...own, ...joining.filter((request) => !own.some((one) => one._id === request._id))];
      return {
        gridName: grid === undefined ? '' : gridName(grid.scope, names),
        waiting: cards(all.filter(waits)),
        mine: cards(all.filter((request) => !waits(request))),
        done: cards(ended),
        ways: waysOf(context, own),
        trips: trips.open,
      };
    },
  }),
];
