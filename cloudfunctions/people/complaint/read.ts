import { can } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { readShortCode } from '../../core/ids';
import { refuse } from '../../core/refusal';
import { complaints } from './definition';
import type { Complaint, ComplaintActor } from './model';
import { complaintView } from './view';

/** Who reads a complaint as what: by the code, by a post. */

export const CODE_LENGTH = 8;
export const VOICE: ReadonlySet<ComplaintActor> = new Set(['voice']);

export function staffOf(context: ActionContext, communityId: string): Set<ComplaintActor> {
  const actors = new Set<ComplaintActor>();
  if (can(context.caller, 'complaint.answer', communityId)) actors.add('desk');
  if (can(context.caller, 'complaint.review')) actors.add('auditor');
  return actors;
}

export function viewOf(context: ActionContext, complaint: Complaint, actors: ReadonlySet<ComplaintActor>) {
  return complaintView(complaint, actors, { id: context.caller.id, now: context.now });
}

/** @throws NOT_FOUND: also for a code that is none */
export async function byCode(context: ActionContext, typed: string): Promise<Complaint> {
  const code = readShortCode(typed, CODE_LENGTH) ?? refuse('NOT_FOUND');
  const [found] = await context.repository(complaints).list({ where: { code }, limit: 1 });
  return found ?? refuse('NOT_FOUND');
}
