import { ROLES, type Role } from '@contract/words';
import type { HelperChoice } from '@contract/work';
import { type GridNames, gridName, gridsOf } from '../../people/community/grids';
import type { Person } from '../../people/person/model';
import { personLine } from '../../people/person/show';
import { coverOf, covers, gridOfBuilding } from '../grid/decide';
import type { GridPlan } from '../grid/model';
import type { ServiceRequest } from '../request/model';

/** Whom the desk may send, with the reason in words: 这栋楼归他管, never how busy or how good. Pure. */

/** In the order in which they are asked. */
const WORKING: readonly Role[] = ['grid_worker', 'member', 'volunteer'];

type Place = Pick<ServiceRequest, 'communityId'> & {
  beneficiary: Pick<ServiceRequest['beneficiary'], 'building'>;
};

interface Street {
  plans: readonly GridPlan[];
  names: GridNames;
  now: number;
}

/** Who cover today for somebody of that community. */
export function standInsOf(plans: readonly GridPlan[], communityId: string, now: number): string[] {
  return plans
    .filter((plan) => plan.communityId === communityId)
    .flatMap((plan) => plan.covers.filter((one) => covers(one, now)))
    .map(({ coverId }) => coverId);
}

/** Whoever looks after the building first. Who is away is not sent; who covers for them says for whom. */
export function helpersFor(people: readonly Person[], request: Place, street: Street): HelperChoice[] {
  return people
    .flatMap((person) => {
      const role = WORKING.find((one) => person.grants.some((grant) => grant.role === one));
      const away = role === 'grid_worker' && coverOf(street.plans, person._id, street.now) !== null;
      return role === undefined || away ? [] : [choice(person, role, request, street)];
    })
    .sort(
      (a, b) =>
        Number(b.first) - Number(a.first) || WORKING.indexOf(a.worker.role) - WORKING.indexOf(b.worker.role),
    )
    .map(({ worker }) => worker);
}

function choice(person: Person, role: Role, request: Place, { plans, names, now }: Street) {
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
    why: whyOf(role, grid?.scope ?? null, covering?._id ?? null, { first, own, names }),
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
