import type { ServiceRequest } from './model';

/** Somebody has taken it on and will be at the door: before that, and when it is over, nobody's picture is shown. */
export function comesToDoor(request: Pick<ServiceRequest, 'open' | 'state' | 'helperId'>): boolean {
  return request.open && request.helperId !== null && request.state !== 'dispatched';
}
