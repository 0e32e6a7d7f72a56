import type { RoleChoice } from '@contract/role';
import { ROLES, type Role } from '@contract/words';
import { WHOLE_STREET } from '../../core/permissions';
import { DEPARTMENTS } from '../community/departments';
import { GRIDS, type GridNames, gridName } from '../community/grids';
import { COMMUNITIES, communityName } from '../community/list';

/** Where each role can be held: what a power reaches is named when it is given, never later. */
type Reach = 'street' | 'community' | 'grid' | 'department' | 'team';

const REACHES: Readonly<Record<Role, readonly Reach[]>> = {
  member: ['community'],
  volunteer: ['community'],
  team_lead: ['team'],
  teacher: ['street'],
  storyteller: ['street'],
  host: ['street'],
  grid_worker: ['grid'],
  dispatcher: ['community', 'street'],
  liaison: ['department'],
  office: ['street'],
  committee: ['street'],
  auditor: ['street'],
  admin: ['street'],
};

/** Powers over what others say, own or are: two administrators give them. */
const SECOND: ReadonlySet<Role> = new Set(['dispatcher', 'office', 'committee', 'auditor', 'admin']);
export const needsSecond = (role: Role) => SECOND.has(role);

type Named = { id: string; name: string };

/** Every role with the places where it can be held. @param teams of the street @param grids as the street calls them */
export function choicesOf(teams: readonly Named[], grids: GridNames): RoleChoice[] {
  const places: Readonly<Record<Reach, readonly Named[]>> = {
    street: [{ id: WHOLE_STREET, name: '全街道' }],
    community: COMMUNITIES.map(({ id }) => ({ id, name: communityName(id) })),
    grid: GRIDS.map(({ id }) => ({ id, name: gridName(id, grids) })),
    department: DEPARTMENTS.map(({ id, name }) => ({ id, name })),
    team: teams,
  };
  // The keys of a closed list of words are its values.
  return (Object.keys(ROLES) as Role[]).map((role) => ({
    role,
    second: needsSecond(role),
    places: REACHES[role].flatMap((reach) => places[reach]),
  }));
}

/** Where a power reaches, in words; '' where the id says nothing to a reader. */
export function placeOf(role: Role, scope: string, grids: GridNames): string {
  if (scope === WHOLE_STREET) return '全街道';
  if (role === 'grid_worker') return gridName(scope, grids);
  if (role === 'liaison') return DEPARTMENTS.find(({ id }) => id === scope)?.name ?? '';
  return role === 'team_lead' ? '' : communityName(scope);
}
