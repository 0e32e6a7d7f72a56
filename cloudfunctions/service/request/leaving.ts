import { filesGone } from '../../core/attachment';
import { decide } from './decide';
import { withFile } from './file-check';
import { isCompanion, withoutCompanion } from './group';
import { isOver, MACHINES } from './machines';
import { masked } from './mask';
import type { ServiceRequest } from './model';
import type { RequestStep } from './step';

/**
 * What becomes of a matter when somebody in it is erased. Nothing that others need is lost with them:
 *
 *   theirs, a wish or an errand   taken back or stopped, as they could have done; who helps hears it
 *   theirs, everybody's   the lamp is still broken: it goes on without who told it
 *   theirs, done or over          nothing is left that says whose it was
 *   said for somebody else        goes on for them; only who said it is no longer in it
 *
 * Pure.
 */
export function leftBehind(
  request: ServiceRequest,
  personId: string,
  step: Omit<RequestStep, 'by' | 'who' | 'actors' | 'occurredAt'>,
): ServiceRequest {
  const without = (one: ServiceRequest): ServiceRequest => ({
    ...one,
    people: one.people.filter((id) => id !== personId),
  });
  // What they only went along with stays the household's.
  if (isCompanion(request, personId))
    return without({ ...request, group: withoutCompanion(request, personId) });
  const { beneficiary } = request;
  if (beneficiary.personId !== personId) {
    const said = request.requesterId === personId;
    if (said && beneficiary.personId === null && isOver(request.kind, request.state))
      return request.maskedAt === null ? masked(request, step) : request;
    return without(said ? { ...request, requesterId: beneficiary.personId, ...callable(request) } : request);
  }
  const left = takenBack(request, personId, step);
  const goesOn = left.open && isPublic(left);
  if (goesOn) return without(nameless(left, step));
  return left.maskedAt === null ? masked(left, step) : left;
}

/** Everybody's: what is broken, or what a round table agreed on. */
const isPublic = ({ kind, sourceSessionId }: ServiceRequest): boolean =>
  kind === 'grid' || sourceSessionId !== undefined;

/** A number that was the speaker's own goes with the speaker. */
function callable({ beneficiary }: ServiceRequest): Pick<ServiceRequest, 'beneficiary'> {
  return { beneficiary: beneficiary.lent === true ? { ...beneficiary, phone: null } : beneficiary };
}

/** Their own way out, where the machine has one: of the two at most one is open. */
function takenBack(
  request: ServiceRequest,
  personId: string,
  given: Parameters<typeof leftBehind>[2],
): ServiceRequest {
  if (isPublic(request) || !request.open) return request;
  const ways = MACHINES[request.kind].states[request.state]?.on ?? {};
  const step: RequestStep = {
    ...given,
    by: personId,
    who: { name: '本人', role: '', sample: false },
    actors: new Set(['resident']),
    occurredAt: null,
  };
  if (ways.withdraw) return decide(request, 'withdraw', {}, step);
  if (ways.terminate) return decide(request, 'terminate', { reason: '本人注销了' }, step);
  return request;
}

/** What was told stays with where it is; who told it, their number, door and voice do not. */
function nameless(request: ServiceRequest, step: { now: number; rid: string; invocation: string }) {
  const { beneficiary, audio, effects, _id } = request;
  const gone = audio === null ? [] : [filesGone(`${_id}:${step.rid}`, [audio.fileId], step)];
  return {
    ...withFile(request, 'audio', null),
    requesterId: null,
    when: '',
    beneficiary: { ...beneficiary, personId: null, name: '', phone: null, door: null },
    effects: [...effects, ...gone],
  };
}
