import type { ServiceRequest } from './model';
import type { RequestStep } from './step';
import { type Submission, submitted } from './submit';

/**
 * 还缺啥 of a home visit as a request: the elder's own matter, written down by the visitor, so that
 * requester and operator are two people. Pure.
 */
export function fromVisit(submission: Submission, step: RequestStep, visitorId: string): ServiceRequest {
  const request = submitted(submission, step);
  const [first] = request.timeline;
  return {
    ...request,
    operatorId: visitorId,
    channel: 'neighbour',
    timeline: first === undefined ? [] : [{ ...first, by: visitorId, says: '上门时替您记下、交上来了' }],
  };
}
