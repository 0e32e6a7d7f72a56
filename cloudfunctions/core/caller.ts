import type { Permission, RoleGrant } from './permissions';
import { may } from './permissions';
import { refuse } from './refusal';

/** Who calls, as far as the core needs to know: the rest of the person belongs to `people/`. */
export interface Caller {
  openid: string;
  /** Person id, or `null` while this person has never done anything here. */
  id: string | null;
  /** The account's own id where it leads to another record: what it sent before is recognised after. */
  account?: string;
  grants: readonly RoleGrant[];
}

/** The same before and after two records become one; what is sent again is known by it. */
export function intentOf(caller: Caller): string {
  return caller.account ?? caller.id ?? '';
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
