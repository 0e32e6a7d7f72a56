import type { ComplaintView } from '@contract/complaint';
import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import type { AnyAction } from '../../core/action';
import { personId } from '../../core/caller';
import { commandsOn } from '../../core/commands';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { refuse } from '../../core/refusal';
import { id, someText, text, typedCode } from '../../core/schemas';
import { type ComplaintOrder, decide } from './decide';
import { complaints } from './definition';
import type { Complaint, ComplaintActor } from './model';
import { byCode, staffOf, VOICE, viewOf } from './read';

/** What the desk and the auditor do to a complaint, and whoever said it, by its code. */

async function give(
  context: ActionContext,
  complaint: Complaint,
  order: ComplaintOrder,
  actorsOf: (before: Complaint) => ReadonlySet<ComplaintActor>,
): Promise<ComplaintView> {
  const repository = context.repository(complaints);
  const { now, settings, invocation } = context;
  const voice = actorsOf(complaint).has('voice');
  // Neither the rid nor the hand may lead to whoever said it without a name.
  const rid = voice ? context.rid.slice(context.rid.indexOf(':') + 1) : context.rid;
  const { doc } = await repository.change(complaint._id, rid, (before) => {
    const actors = actorsOf(before);
    if (actors.size === 0) refuse('NOT_FOUND');
    const by = voice ? 'voice' : personId(context.caller);
    return decide(before, order, { now, rid, by, actors, settings, invocation });
  });
  await carryOut(repository, doc, context.carrier);
  return viewOf(context, doc, actorsOf(doc));
}

const byVoice = commandsOn<ComplaintOrder>()('complaint', 'code', (context, code, order) =>
  byCode(context, code).then((complaint) => give(context, complaint, order, () => VOICE)),
);

const byStaff = commandsOn<ComplaintOrder>()('complaint', 'id', async (context, complaintId, order) => {
  const complaint = await context.repository(complaints).load(complaintId);
  return give(context, complaint, order, ({ communityId }) => staffOf(context, communityId));
});

const Code = v.strictObject({ code: typedCode });

export const complaintCommandActions: readonly AnyAction[] = [
  byStaff('take_up', 'person', v.strictObject({ id })),
  byStaff('answer', 'person', v.strictObject({ id, answer: someText(LIMITS.note) })),
  byStaff('pass_up', 'person', v.strictObject({ id, reason: someText(LIMITS.reason) })),
  byVoice('enough', 'anyone', Code),
  byVoice('press', 'anyone', v.strictObject({ code: typedCode, words: text(LIMITS.words) })),
  byVoice('take_back', 'anyone', Code),
];
