import { DAY } from '../../core/calendar';
import { gridOfBuilding } from '../grid/decide';
import type { GridPlan } from '../grid/model';
import type { ServiceRequest } from './model';

/**
 * Whether two matters may be one (issue: duplicate hint): the desk is told why, and decides. Never across
 * communities, and never by who somebody is. Pure.
 */

/** Older ones are another story. */
export const ALIKE_DAYS = 5;
/** More than these nobody reads. */
const MOST = 5;

export interface Alike {
  request: ServiceRequest;
  why: string;
}

export function alikeAmong(
  request: ServiceRequest,
  others: readonly ServiceRequest[],
  plans: readonly GridPlan[],
): Alike[] {
  return others
    .flatMap((other): Alike[] => {
      const why = other._id === request._id || !other.open ? '' : whyAlike(request, other, plans);
      return why === '' ? [] : [{ request: other, why }];
    })
    .slice(0, MOST);
}

function whyAlike(request: ServiceRequest, other: ServiceRequest, plans: readonly GridPlan[]): string {
  if (Math.abs(request.createdAt - other.createdAt) > ALIKE_DAYS * DAY) return '';
  const { building } = request.beneficiary;
  const sameBuilding = building !== '' && building === other.beneficiary.building;
  const household = householdOf(request);
  const sameHousehold = household !== null && household === householdOf(other);
  if (sameBuilding && sameHousehold && mayBeOne(request, other)) return '同一家说的';
  // A wish of one household is no wish of the next: only what concerns a place can be the same matter.
  if (request.kind !== 'grid' || other.kind !== 'grid') return '';
  const both = request.category !== null && other.category !== null;
  if (both && request.category !== other.category) return '';
  if (sameBuilding) return both ? '同一栋楼、同一类事' : '同一栋楼';
  const grid = gridOfBuilding(plans, building);
  const near = grid !== null && grid === gridOfBuilding(plans, other.beneficiary.building);
  return near && both ? '同一片、同一类事' : '';
}

/** Whose it is; `null` where only a name was given: who wrote it down may have written for the next door too. */
function householdOf({ beneficiary, requesterId }: ServiceRequest): string | null {
  return beneficiary.personId ?? requesterId;
}

/** One household has a pipe, a haircut and a newspaper: they are one matter only where the words meet, or cannot be read. */
function mayBeOne(one: ServiceRequest, other: ServiceRequest): boolean {
  if (one.kind === 'grid' && other.kind === 'grid') return true;
  if (one.text === '' || other.text === '') return true;
  const pairs = (text: string) => [...text].map((character, at, all) => `${character}${all[at + 1] ?? ''}`);
  const heard = new Set(pairs(other.text).filter((pair) => /^\p{Script=Han}{2}$/u.test(pair)));
  return pairs(one.text).some((pair) => heard.has(pair));
}
