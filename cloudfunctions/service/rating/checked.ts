import { refuse } from '../../core/refusal';
import { decide } from '../request/decide';
import { isOver } from '../request/machines';
import type { ServiceRequest } from '../request/model';
import { type RectifyStep, spoken } from './rectify';

/**
 * A second person has asked again (workflows 2.4 ③). What was not said does not count as solved, and the
 * matter goes on as if the resident had just said so. Pure.
 * @throws NOT_NOW, NOT_ALLOWED: whoever wrote it down, or did it, does not check it
 */
export function spotChecked(
  request: ServiceRequest,
  said: { holds: boolean; note: string },
  step: RectifyStep,
): ServiceRequest {
  const { check } = request;
  if (check == null || check.state !== 'waiting') return refuse('NOT_NOW');
  if (check.recordedBy === step.by || request.helperId === step.by) refuse('NOT_ALLOWED');
  const state = said.holds ? ('holds' as const) : ('denied' as const);
  const checked = { ...request, check: { ...check, state, checkedBy: step.by, note: said.note } };
  if (said.holds) return spoken(checked, 'check', '另一位又打电话问过您，是您说的', step);
  const rating = request.rating === null ? null : { ...request.rating, solved: false };
  const denied = spoken({ ...checked, rating }, 'check', '另一位打电话一问，您没说办好', step);
  // What has been filed stays filed; what is confirmed opens again.
  return isOver(request.kind, request.state) ? denied : reopened(denied, said.note, step);
}

function reopened(request: ServiceRequest, words: string, step: RectifyStep): ServiceRequest {
  return decide(
    request,
    'reopen',
    { words, changePerson: false },
    {
      ...step,
      rid: `${step.rid}:reopen`,
      who: { name: '社区', role: '社区', sample: false },
      // The resident's word, told on the telephone.
      actors: new Set(['voice']),
      occurredAt: null,
    },
  );
}
