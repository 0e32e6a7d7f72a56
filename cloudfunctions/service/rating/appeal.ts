import { promise } from '../../core/effects';
import { refuse } from '../../core/refusal';
import type { ServiceRequest } from '../request/model';
import { remark } from '../request/remark';
import { settle } from '../request/settle';
import { type RectifyStep, spoken } from './rectify';

/** An unreasonable rating is looked at by the auditor; the resident's word stays as it is. Pure. */

/** @throws NOT_ALLOWED: only who did it, NOT_NOW: nothing to appeal, or once already */
export function appealed(request: ServiceRequest, plea: string, step: RectifyStep): ServiceRequest {
  if (request.helperId !== step.by) refuse('NOT_ALLOWED');
  if (request.rectify == null || request.appeal != null) refuse('NOT_NOW');
  const entry = remark(
    request,
    { command: 'appeal', says: '来办的人请监督的同志再看看', who: '来办的人' },
    step,
  );
  return settle(
    {
      ...request,
      appeal: { state: 'open', plea, reason: '', at: step.now },
      timeline: [...request.timeline, entry],
    },
    false,
    step,
  );
}

/** @throws NOT_NOW, NOT_ALLOWED: whoever had a hand in it does not review it */
export function reviewed(
  request: ServiceRequest,
  { upheld, reason }: { upheld: boolean; reason: string },
  step: RectifyStep,
): ServiceRequest {
  const { appeal } = request;
  if (appeal == null || appeal.state !== 'open') return refuse('NOT_NOW');
  if (request.helperId === step.by || request.rectify?.calledBy === step.by) refuse('NOT_ALLOWED');
  const done = {
    ...request,
    appeal: { ...appeal, state: upheld ? ('upheld' as const) : ('dismissed' as const), reason },
  };
  const says = upheld
    ? `监督的同志看过了：${reason}。您说的话照样留着，只是不算在他头上`
    : `监督的同志看过了：${reason}。您说的算数`;
  const told = spoken(done, 'review', says, step);
  if (request.helperId === null) return told;
  const data = {
    to: request.helperId,
    template: 'progress',
    title: request.title,
    text: upheld ? `申诉看过了，不算您的：${reason}` : `申诉看过了，这回得改改：${reason}`,
    link: `/packages/grid/task/task?id=${request._id}`,
    urgent: false,
  };
  const effect = promise(`${request._id}:${step.rid}:helper`, 'notify', data, step.invocation, step.now);
  return { ...told, effects: [...told.effects, effect] };
}
