import type { RequestState } from '@contract/request-states';
import { DAY, dayOf, startOfDay } from '../../core/calendar';
import type { ServiceRequest } from './model';

/**
 * 敲门码 (people.md section 7): four digits that whoever comes says at the door and the household compares. They
 * follow from the matter, who comes and the day, so that they need no storing and are known without a network.
 */
const COMING: ReadonlySet<RequestState> = new Set<RequestState>([
  'claimed',
  'in_progress',
  'accepted',
  'entrusted',
  'materials_in',
  'processing',
  'handling',
  'dept_joined',
]);

export interface KnockCode {
  code: string;
  /** End of its day, epoch ms: afterwards it is worth nothing. */
  until: number;
}

/** `null` while nobody is to come. @param sign keyed, base64url */
export function knockCode(
  request: Pick<ServiceRequest, '_id' | 'state' | 'helperId'>,
  now: number,
  sign: (text: string) => string,
): KnockCode | null {
  if (request.helperId === null || !COMING.has(request.state)) return null;
  return { code: doorCode(request._id, request.helperId, now, sign), until: startOfDay(now) + DAY };
}

/**
 * The digits of a door: of a matter, or of a building that is knocked at without one. The same matter,
 * visitor and day give the same digits on the request's page and on the trip.
 * @param at any moment of the day, epoch ms
 */
export function doorCode(
  door: string,
  visitorId: string,
  at: number,
  sign: (text: string) => string,
): string {
  const mac = Buffer.from(sign(`knock.${door}.${visitorId}.${dayOf(at)}`), 'base64url');
  return String(mac.readUInt32BE(0) % 10_000).padStart(4, '0');
}
