import type { RequestCommand } from '@contract/request-states';
import type { Caller } from '../../core/caller';
import { can } from '../../core/caller';
import type { Bond } from '../../people/family/model';
import { isCompanion } from './group';
import type { ServiceRequest } from './model';

/**
 * How somebody stands to a request: role × relation. `voice` is the desk speaking for a resident
 * who has no WeChat, on the telephone and marked as such; nobody's helper is ever their voice.
 */
export type Actor =
  | 'resident'
  | 'voice'
  | 'dispatcher'
  | 'claimer'
  | 'helper'
  | 'companion'
  | 'liaison'
  | 'approver'
  | 'system';

/** Whose matter it is: their own, or one that they raised for somebody who is nobody to us. */
function owns(request: ServiceRequest, me: string): boolean {
  const { personId } = request.beneficiary;
  return personId === null ? me === request.requesterId : me === personId;
}

/**
 * @param bond that holds between this caller and the beneficiary now, `null` without one. A relative
 *   follows what they raised themself, and everything if the elder agreed to that.
 */
export function actorsOf(request: ServiceRequest, caller: Caller, bond: Bond | null): ReadonlySet<Actor> {
  const actors = new Set<Actor>();
  const me = caller.id;
  if (me === null) return actors;
  const relative = bond !== null && (bond.agreed.progress || me === request.requesterId);
  const owner = owns(request, me) || relative;
  // Whoever lost the right to work is no helper from that moment, before the matter has gone back.
  const helper = me === request.helperId && can(caller, 'request.work');
  if (owner) actors.add('resident');
  if (helper) actors.add('helper');
  if (isCompanion(request, me)) actors.add('companion');
  if (!owner && can(caller, 'wish.claim')) actors.add('claimer');
  if (can(caller, 'request.triage', request.communityId)) {
    actors.add('dispatcher');
    if ((request.requesterId === null || request.beneficiary.byPhone === true) && !helper)
      actors.add('voice');
  }
  if (request.departmentId !== null && can(caller, 'request.join', request.departmentId))
    actors.add('liaison');
  // 需批准: a second person, of the desk or of the committee; never who asked or who does it.
  if (request.asksMax === true && request.maxAskedBy !== me && !helper && !owner) {
    if (actors.has('dispatcher') || can(caller, 'committee.decide')) actors.add('approver');
  }
  return actors;
}

/** 需批准, and somebody has agreed by now: who might have nodded too reads this, not that nothing is there. */
export function agreedAlready({ tier, communityId }: ServiceRequest, caller: Caller): boolean {
  return tier === 'max' && (can(caller, 'committee.decide') || can(caller, 'request.triage', communityId));
}

/**
 * What once hung on the wall and nobody took: the community sees to it, and whoever opened it meanwhile
 * may still take it on (workflows 2.1 fallback → claimed).
 */
export function isClaimable(request: ServiceRequest): boolean {
  return request.state === 'fallback' && request.publicText !== '';
}

const SPEAKING: readonly string[] = ['answer', 'withdraw'] satisfies RequestCommand[];
const JUDGING: readonly string[] = ['confirm', 'reopen', 'rate'] satisfies RequestCommand[];

/** What the elder has not agreed that this relative says for them. */
export function barred(bond: Bond | null, command: string): boolean {
  if (bond === null) return false;
  return (
    (SPEAKING.includes(command) && !bond.agreed.speak) || (JUDGING.includes(command) && !bond.agreed.confirm)
  );
}

/** Who may read more than what hangs on the wall. */
export function reads(actors: ReadonlySet<Actor>, request: ServiceRequest, caller: Caller): boolean {
  // Whoever wrote it down for an elder reads it as their relative, or not at all.
  const entered = request.operatorId === caller.id && request.channel !== 'family';
  const forNobody = request.operatorId === caller.id && request.beneficiary.personId === null;
  return (
    actors.has('resident') ||
    actors.has('dispatcher') ||
    actors.has('helper') ||
    actors.has('companion') ||
    actors.has('liaison') ||
    actors.has('approver') ||
    entered ||
    forNobody
  );
}
