import type { Role } from '@contract/words';

/** Named rights; roles carry them, always within the community, grid or department of the role. */
export type Permission =
  | 'request.triage'
  | 'request.work'
  | 'request.join'
  | 'wish.claim'
  | 'session.host'
  | 'session.oversee';

const GRANTS: Readonly<Record<Role, readonly Permission[]>> = {
  member: ['wish.claim', 'request.work'],
  volunteer: ['wish.claim', 'request.work'],
  host: ['session.host'],
  grid_worker: ['request.work', 'wish.claim'],
  dispatcher: ['request.triage'],
  liaison: ['request.join'],
  office: ['session.oversee', 'session.host'],
  committee: [],
  auditor: [],
  admin: [],
};

/** A role that somebody holds, and where. `*` is the whole street. */
export interface RoleGrant {
  role: Role;
  /** Community, grid or department id, or `*`. */
  scope: string;
}

export function scopesFor(grants: readonly RoleGrant[], permission: Permission): string[] {
  return grants.filter(({ role }) => GRANTS[role].includes(permission)).map(({ scope }) => scope);
}

export function may(
  grants: readonly RoleGrant[],
  permission: Permission,
  scope: string | null = null,
): boolean {
  return scopesFor(grants, permission).some((held) => scope === null || held === '*' || held === scope);
}

/** The form in which grants are indexed on the person: `grid_worker:north`. */
export function roleKey({ role, scope }: RoleGrant): string {
  return `${role}:${scope}`;
}
