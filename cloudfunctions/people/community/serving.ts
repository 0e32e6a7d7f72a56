import { type Caller, can, need } from '../../core/caller';
import { type Permission, scopesFor, WHOLE_STREET } from '../../core/permissions';
import { gridsOf } from './grids';
import { FIRST_COMMUNITY } from './list';

/** Whether this caller holds the right in that community: by it, by one of its grids, or everywhere. */
export function servesCommunity(caller: Caller, permission: Permission, communityId: string | null): boolean {
  if (communityId === null) return can(caller, permission, WHOLE_STREET);
  return [communityId, ...gridsOf(communityId).map((grid) => grid.id)].some((scope) =>
    can(caller, permission, scope),
  );
}

/**
 * The community whose desk is opened: the one asked for, or else the caller's own; who serves the whole street
 * starts with the first. @throws NOT_ALLOWED where the caller does not hold the right
 */
export function communityAsked(caller: Caller, permission: Permission, asked: string | null): string {
  const [own = ''] = scopesFor(caller.grants, permission);
  const communityId = asked ?? (own === WHOLE_STREET ? FIRST_COMMUNITY : own);
  need(caller, permission, communityId);
  return communityId;
}
