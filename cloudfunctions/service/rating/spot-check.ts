import type { Settings } from '../../core/settings';
import type { ServiceRequest } from '../request/model';

/** Words that staff wrote down from the telephone; some are asked again by a second person. Pure. */

/** Which are drawn follows from the matter's number: nobody who writes one down can know or choose. */
export function isDrawn(id: string, settings: Settings): boolean {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % 100 < settings.phoneCheckPercent;
}

export function spotCheckOf(
  request: ServiceRequest,
  step: { by: string; settings: Settings },
): Partial<ServiceRequest> {
  const state = isDrawn(request._id, step.settings) ? 'waiting' : 'not_drawn';
  return { check: { state, recordedBy: step.by, checkedBy: null, note: '' } };
}
