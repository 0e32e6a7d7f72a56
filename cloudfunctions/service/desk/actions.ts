import { LIMITS } from '@contract/limits';
import { ROLES, type Role } from '@contract/words';
import type { HelperChoice, LoadView } from '@contract/work';
import * as v from 'valibot';
import { action } from '../../core/action';
import { afterWorkdays } from '../../core/calendar';
import { can, need } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { scopesFor } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { DEPARTMENTS } from '../../people/community/departments';
import { type GridNames, gridName, gridsOf } from '../../people/community/grids';
import { communityName } from '../../people/community/list';
import { communityAsked } from '../../people/community/serving';
import { allLiving } from '../../people/person/living-read';
import { type Person, persons } from '../../people/person/model';
import { personLine } from '../../people/person/show';
import { coverOf, covers, gridOfBuilding } from '../grid/decide';
import type { GridPlan } from '../grid/model';
import { allPlans, gridNames, namesIn, workersOf } from '../grid/read';
import { actorsOf } from '../request/actors';
import { taskCard } from '../request/cards';
import { requests } from '../request/definition';
import type { ServiceRequest } from '../request/model';
import { HEAVY } from '../request/read';
import { helping } from '../request/read-actions';
import { ownTrips, waysOf } from '../trip/read';

/** 受理台 and 网格: the same requests, as those see them who work on them. */

const SHOWN = 50;

function desk(context: ActionContext, where: Readonly<Record<string, unknown>>): Promise<ServiceRequest[]> {
  return context
    .repository(requests)
    .list({ where, order: [['dueAt', 'asc']], limit: SHOWN, without: HEAVY });
}

/**
 * Whom the desk may send, with the reason in words: 这栋楼归他管, never how busy or how good. Who is away
 * is not sent; who covers for them says for whom.
 */
function choice(
  person: Person,
  role: Role,
  request: ServiceRequest,
  plans: readonly GridPlan[],
  now: number,
) {
  const grid = person.grants.find((grant) => grant.role === 'grid_worker');
  const own = grid !== undefined && gridsOf(request.communityId).some((one) => one.id === grid.scope);
  const here = gridOfBuilding(plans, request.beneficiary.building);
  const covering = plans
    .filter((plan) => plan.communityId === request.communityId)
    .find((plan) => plan.covers.some((one) => one.coverId === person._id && covers(one, now)));
  const first = here !== null && (covering?._id ?? grid?.scope) === here;
  const worker: HelperChoice = {
    id: person._id,
    line: personLine(person, role),
    role,
    why: whyOf(role, grid?.scope ?? null, covering?._id ?? null, { first, own, names: namesIn(plans) }),
  };
  return { worker, first };
}

function whyOf(
  role: Role,
  grid: string | null,
  covering: string | null,
  { first, own, names }: { first: boolean; own: boolean; names: GridNames },
): string {
  if (role !== 'grid_worker' || grid === null) return `${ROLES[role]}，愿意帮忙`;
  if (covering !== null) return `${gridName(covering, names)}这几天归他代班${first ? '，这栋楼在那片' : ''}`;
  if (first) return `这栋楼归他管（${gridName(grid, names)}）`;
  return own ? `${gridName(grid, names)}归他管` : `${gridName(grid, names)}归他管（不在本社区）`;
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
  const count = (is: (of: (typeof found)[number]['of']) => boolean) =>
    found.filter(({ of }) => is(of)).reduce((all, one) => all + one.count, 0);
  return {
    waiting: count(({ desk: place }) => place === 'waiting'),
    underWay: count(({ desk: place }) => place === 'none'),
    soon: count(({ soon }) => soon === true),
    late: count(({ late }) => late === true),
    replies: count(({ desk: place }) => place === 'replies'),
    pendingLong: count(({ state }) => state === 'pending_long'),
    withDepartments: count(({ state }) => state === 'dept_joined'),
  };
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
      const found = await context.repository(requests).list({
        where: { communityId },
        either: [
          { desk: 'waiting' },
          { open: true, dueAt: _.lte(afterWorkdays(context.now, 1)) },
          { desk: 'replies' },
        ],
        order: [['dueAt', 'asc']],
        limit: 4 * SHOWN,
        without: HEAVY,
      });
      const on = (place: ServiceRequest['desk']) =>
        found
          .filter((request) => request.desk === place)
          .slice(0, SHOWN)
          .map((request) => taskCard(request, context.now));
      return {
        communityName: communityName(communityId),
        waiting: on('waiting'),
        soon: on('none'),
        replies: on('replies'),
      };
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
      const standIns = plans
        .filter((plan) => plan.communityId === request.communityId)
        .flatMap((plan) => plan.covers.filter((one) => covers(one, context.now)))
        .map(({ coverId }) => coverId);
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
      const working: readonly Role[] = ['grid_worker', 'member', 'volunteer'];
      const choices = [...near, ...far].flatMap((person) => {
        const role = working.find((one) => person.grants.some((grant) => grant.role === one));
        const away = role === 'grid_worker' && coverOf(plans, person._id, context.now) !== null;
        return role === undefined || away ? [] : [choice(person, role, request, plans, context.now)];
      });
      return {
        items: choices
          .sort(
            (a, b) =>
              Number(b.first) - Number(a.first) ||
              working.indexOf(a.worker.role) - working.indexOf(b.worker.role),
          )
          .map(({ worker }) => worker),
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
