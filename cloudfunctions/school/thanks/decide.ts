import { birth } from '../../core/birth';
import { refuse } from '../../core/refusal';
import type { Session } from '../session/model';
import type { Thanks } from './model';

/** The sentence of somebody who was counted in this class, once it is over; pure. @throws AFTER_CLASS, NOT_ALLOWED */
export function said(
  session: Session,
  text: string,
  id: string,
  { now, rid, by }: { now: number; rid: string; by: string },
): Thanks {
  if (session.state === 'cancelled') refuse('NOT_ALLOWED');
  const there = session.holders.some((one) => one.personId === by && one.arrived !== undefined);
  if (!there) refuse('NOT_ALLOWED');
  if (now < session.endsAt) refuse('AFTER_CLASS', { at: session.endsAt });
  return {
    ...birth(id, 1, [by], now),
    timeline: [{ rid, at: now, by, command: 'thank' }],
    sample: session.sample,
    sessionId: session._id,
    title: session.title,
    teacherId: session.teacherId ?? null,
    text,
  };
}
