import type { ServiceRequest } from './model';
import type { RequestStep } from './step';
import { type Submission, submitted } from './submit';

/**
 * 还缺啥 of a home visit as a request: the elder's own matter, written down by the visitor or entered from
 * their slip, so that requester and operator are two people. Pure.
 */
export function fromVisit(submission: Submission, step: RequestStep, operatorId: string): ServiceRequest {
  const request = submitted(submission, step);
  const [first] = request.timeline;
  const paper = submission.input.cameBy === 'paper';
  const says = paper ? '上门时写在纸上的，替您录进来了' : '上门时替您记下、交上来了';
  return {
    ...request,
    operatorId,
    channel: paper ? 'paper' : 'neighbour',
    timeline: first === undefined ? [] : [{ ...first, by: operatorId, says }],
  };
}
