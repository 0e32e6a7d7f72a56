import type { PersonLine } from '@contract/people';
import { refuse } from '../../core/refusal';
import type { Group, Helper, ServiceRequest } from './model';
import type { RequestStep } from './step';

/** 帮帮团: a wish claimed together (workflows 2.1). Pure. */

export const membersOf = ({ group }: Pick<ServiceRequest, 'group'>): Group['members'] => group?.members ?? [];

export const isCompanion = (request: Pick<ServiceRequest, 'group'>, personId: string | null): boolean =>
  membersOf(request).some((one) => one.personId === personId);

/** Places beside the helper. */
export function placesLeft({ group }: Pick<ServiceRequest, 'group'>): number {
  return group ? group.most - 1 - group.members.length : 0;
}

/** @throws PLACES_FULL, NOT_NOW for who is in it already */
export function withCompanion(request: ServiceRequest, step: RequestStep): Group {
  const { group } = request;
  const { line } = step.helper ?? refuse('HELPER_UNFIT');
  if (request.helperId === step.by || isCompanion(request, step.by)) refuse('NOT_NOW');
  if (!group || placesLeft(request) <= 0) return refuse('PLACES_FULL');
  return { ...group, members: [...group.members, { personId: step.by, line, at: step.now }] };
}

export function withoutCompanion({ group }: ServiceRequest, personId: string): Group | null {
  return group ? { ...group, members: group.members.filter((one) => one.personId !== personId) } : null;
}

/** Who claimed it cannot come: the next takes over with the same promise; `null` when there is none. */
export function successor(request: ServiceRequest, now: number): { helper: Helper; group: Group } | null {
  const [next, ...members] = membersOf(request);
  if (next === undefined || !request.group) return null;
  const { personId, line } = next;
  const promisedFor = request.helper?.promisedFor ?? null;
  return { helper: { personId, line, at: now, promisedFor }, group: { ...request.group, members } };
}

/** `people` follows who goes along, so that their list is read by the same index. */
export function peopleWith(before: ServiceRequest, after: ServiceRequest): string[] {
  const left = membersOf(before).map(({ personId }) => personId);
  const now = membersOf(after).map(({ personId }) => personId);
  if (left.join() === now.join()) return after.people;
  return [...new Set([...after.people.filter((one) => !left.includes(one)), ...now])];
}

export const companionLines = (request: ServiceRequest): PersonLine[] =>
  membersOf(request).map(({ line }) => line);
