import { isRectifying } from '../rating/model';
import { isUnchecked } from './file-check';
import { placesLeft } from './group';
import { isOver } from './machines';
import type { ServiceRequest } from './model';
import type { RequestStep } from './step';
import { promisedBy } from './timers';

/** Fields that follow from the others; kept in the document because lists are read by index. */
export function settle(
  request: ServiceRequest,
  entered: boolean,
  step: Pick<RequestStep, 'now' | 'settings'>,
): ServiceRequest {
  const open =
    !isOver(request.kind, request.state) && request.state !== 'confirmed' && request.state !== 'terminated';
  const wall = request.kind === 'wish' && request.state === 'open';
  return {
    ...request,
    open,
    desk: deskOf(request),
    wall,
    // Returned wishes first, then the oldest (visual.md 12.7).
    wallOrder: wall ? (request.returned ? 0 : 10_000_000_000_000) + request.createdAt : 0,
    teaming: (request.state === 'claimed' || request.state === 'in_progress') && placesLeft(request) > 0,
    dueAt: open ? (entered ? promisedBy(request, step.now, step.settings) : request.dueAt) : null,
    helperId: request.helper?.personId ?? null,
    departmentId: request.department?.id ?? null,
    asksMax: request.maxAskedBy != null && open,
    rectifying: request.rectify != null && isRectifying(request.rectify),
    rectifyBy: request.rectify?.dueAt ?? null,
    appealing: request.appeal?.state === 'open',
    checking: request.check?.state === 'waiting',
    unchecked: isUnchecked({ ...request, open }),
  };
}

/** 等您分 · 等回话 · nothing for the desk. */
function deskOf({ state }: ServiceRequest): ServiceRequest['desk'] {
  switch (state) {
    case 'manual_review':
    case 'verifying':
    case 'submitted':
    case 'reported':
    case 'bounced':
    case 'fallback':
    case 'reopened':
      return 'waiting';
    case 'need_info':
    case 'handled':
    case 'on_hold':
    case 'delivered':
    case 'returned':
    case 'awaiting':
      return 'replies';
    default:
      return 'none';
  }
}
