import type { Permission, RoleGrant } from './permissions';
import { may } from './permissions';
import { refuse } from './refusal';

/** Who calls, as far as the core needs to know: the rest of the person belongs to `people/`. */
export interface Caller {
  openid: string;
  /** Person id, or `null` while this person has never done anything here. */
  id: string | null;
  grants: readonly RoleGrant[];
}

/** @throws NOT_ALLOWED */
export function personId(caller: Caller): string {
  return caller.id ?? refuse('NOT_ALLOWED');
}

export function can(caller: Caller, permission: Permission, scope: string | null = null): boolean {
  return may(caller.grants, permission, scope);
}

/** @throws NOT_ALLOWED */
export function need(caller: Caller, permission: Permission, scope: string | null = null): void {
  if (!can(caller, permission, scope)) refuse('NOT_ALLOWED');
}
