import type { ComplaintView } from '@contract/complaint';
import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import { type AnyAction, action } from '../../core/action';
import { personId } from '../../core/caller';
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

const byVoice = (context: ActionContext, code: string, order: ComplaintOrder) =>
  byCode(context, code).then((complaint) => give(context, complaint, order, () => VOICE));

async function byStaff(context: ActionContext, complaintId: string, order: ComplaintOrder) {
  const complaint = await context.repository(complaints).load(complaintId);
  return give(context, complaint, order, ({ communityId }) => staffOf(context, communityId));
}

const One = v.strictObject({ id });
const Code = v.strictObject({ code: typedCode });

export const complaintCommandActions: readonly AnyAction[] = [
  action({
    name: 'complaint.take_up',
    kind: 'write',
    input: One,
    allow: 'person',
    run: (context, input) => byStaff(context, input.id, { command: 'take_up' }),
  }),
  action({
    name: 'complaint.answer',
    kind: 'write',
    input: v.strictObject({ id, answer: someText(LIMITS.note) }),
    allow: 'person',
    run: (context, { id: one, answer }) => byStaff(context, one, { command: 'answer', answer }),
  }),
  action({
    name: 'complaint.pass_up',
    kind: 'write',
    input: v.strictObject({ id, reason: someText(LIMITS.reason) }),
    allow: 'person',
    run: (context, { id: one, reason }) => byStaff(context, one, { command: 'pass_up', reason }),
  }),
  action({
    name: 'complaint.enough',
    kind: 'write',
    input: Code,
    allow: 'anyone',
    run: (context, { code }) => byVoice(context, code, { command: 'enough' }),
  }),
  action({
    name: 'complaint.press',
    kind: 'write',
    input: v.strictObject({ code: typedCode, words: text(LIMITS.words) }),
    allow: 'anyone',
    run: (context, { code, words }) => byVoice(context, code, { command: 'press', words }),
  }),
  action({
    name: 'complaint.take_back',
    kind: 'write',
    input: Code,
    allow: 'anyone',
    run: (context, { code }) => byVoice(context, code, { command: 'take_back' }),
  }),
];
