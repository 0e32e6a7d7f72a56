import type { WorkView } from '@contract/work';
import { DAY } from '../../core/calendar';
import { isLate } from './cards';
import type { ServiceRequest } from './model';
import type { Reading } from './reading';

/** What who works on it needs beside the matter itself. */
export function workView(request: ServiceRequest, reading: Reading): WorkView {
  const accepted =
    reading.actors.has('dispatcher') || (reading.actors.has('helper') && request.state !== 'dispatched');
  const fresh = request.open || reading.now - request.updatedAt < 30 * DAY;
  const shown = accepted && fresh;
  return {
    person: shown ? reading.person : '',
    homeAt: shown ? request.when : '',
    community: reading.communityName,
    building: shown ? request.beneficiary.building : '',
    hasPhone: request.beneficiary.phone !== null,
    hasDoor: request.beneficiary.door !== null,
    canReveal: shown && request.open,
    dueAt: request.dueAt,
    late: isLate(request, reading.now),
    tier: request.tier,
    asksMax: request.asksMax === true,
    helper: request.helper?.line ?? null,
    department: request.department,
    bounced: request.bounced,
    alike: reading.alike.map(({ request: other, why }) => ({
      id: other._id,
      title: other.title,
      at: other.createdAt,
      why,
    })),
  };
}
