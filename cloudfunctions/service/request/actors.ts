import type { Caller } from '../../core/caller';
import { can } from '../../core/caller';
import type { ServiceRequest } from './model';

/**
 * How somebody stands to a request: role × relation. `voice` is the desk speaking for a resident
 * who has no WeChat, on the telephone and marked as such; nobody's helper is ever their voice.
 */
export type Actor = 'resident' | 'voice' | 'dispatcher' | 'claimer' | 'helper' | 'liaison' | 'system';

export function actorsOf(request: ServiceRequest, caller: Caller): ReadonlySet<Actor> {
  const actors = new Set<Actor>();
  const me = caller.id;
  if (me === null) return actors;
  const owner = me === request.requesterId || me === request.beneficiary.personId;
  const helper = me === request.helperId;
  if (owner) actors.add('resident');
  if (helper) actors.add('helper');
  if (!owner && can(caller, 'wish.claim')) actors.add('claimer');
  if (can(caller, 'request.triage', request.communityId)) {
    actors.add('dispatcher');
    if (request.requesterId === null && request.beneficiary.personId === null && !helper) actors.add('voice');
  }
  if (request.departmentId !== null && can(caller, 'request.join', request.departmentId))
    actors.add('liaison');
  return actors;
}

/** Who may read more than what hangs on the wall. */
export function reads(actors: ReadonlySet<Actor>, request: ServiceRequest, caller: Caller): boolean {
  return (
    actors.has('resident') ||
    actors.has('dispatcher') ||
    actors.has('helper') ||
    actors.has('liaison') ||
    request.operatorId === caller.id
  );
}
