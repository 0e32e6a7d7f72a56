import { LIMITS } from '@contract/limits';
import type { RoundtableView } from '@contract/roundtable';
import * as v from 'valibot';
import { type AnyAction, action } from '../core/action';
import { birth } from '../core/birth';
import { DAY } from '../core/calendar';
import { can, personId } from '../core/caller';
import type { ActionContext } from '../core/context';
import { carryOut } from '../core/effects';
import { derivedId } from '../core/ids';
import { refuse } from '../core/refusal';
import { id, someText, time } from '../core/schemas';
import { screened } from '../core/screening';
import { FIRST_COMMUNITY } from '../people/community/list';
import {
  answered,
  asked,
  born,
  type DecisionAct,
  decisions,
  explained,
  withdrawn,
} from '../school/decision/decide';
import type { Decision } from '../school/decision/model';
import { sessions } from '../school/session/definition';
import { topicsOf } from '../school/session/topics';
import { isParty, MOST, mayRecord, ofSessions, roundtable } from './roundtable-read';

/** 37℃圆桌 joins school (the table) and service (what became of it), so it stands in neither (S52). */

const AHEAD = 180 * DAY;

const actOf = ({ now, rid, invocation, caller }: ActionContext): DecisionAct => ({
  now,
  rid,
  invocation,
  by: personId(caller),
});

function change(
  context: ActionContext,
  decisionId: string,
  decide: (decision: Decision, act: DecisionAct) => Decision,
): Promise<RoundtableView> {
  return context
    .repository(decisions)
    .change(decisionId, context.rid, (stored) => {
      // Who has no part in it learns nothing of it.
      if (!isParty(context, stored)) refuse('NOT_FOUND');
      return decide(stored, actOf(context));
    })
    .then(async ({ doc }) => {
      await carryOut(context.repository(decisions), doc, context.carrier);
      return roundtable(context, await context.repository(sessions).load(doc.sessionId));
    });
}

const requestOf = (decisionId: string) => derivedId('request', 'decision', decisionId);

const NewDecision = v.strictObject({
  sessionId: id,
  text: someText(LIMITS.publicText),
  owner: id,
  due: time,
  kind: v.picklist(['grid', 'wish']),
  topic: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LIMITS.topics))),
});

async function record(
  context: ActionContext,
  input: v.InferOutput<typeof NewDecision>,
): Promise<RoundtableView> {
  const act = actOf(context);
  const session = await context.repository(sessions).load(input.sessionId);
  const decisionId = derivedId('decision', act.by, context.rid);
  const repository = context.repository(decisions);
  if ((await repository.find(decisionId)) !== null) return roundtable(context, session);
  const hosts = session.hostId === act.by || can(context.caller, 'session.oversee');
  if (!hosts) refuse('NOT_ALLOWED');
  if (session.program !== 'roundtable_37c' || !mayRecord(context, session)) refuse('NOT_NOW');
  if (input.due <= context.now || input.due > context.now + AHEAD) refuse('INVALID_INPUT', { field: 'due' });
  if ((await ofSessions(context, session._id)).length >= MOST) refuse('INVALID_INPUT', { field: 'text' });
  await screened(context, input.text, 'text');
  const holder = session.holders.find(({ seat }) => seat === input.owner);
  if (input.owner !== 'host' && holder === undefined) refuse('NOT_ON_ROSTER');
  const ownerId = holder?.personId ?? session.hostId ?? act.by;
  const name = holder?.name ?? (session.hostName || '班主任');
  const first: Decision = {
    ...birth(decisionId, 1, [ownerId], context.now),
    timeline: [{ rid: context.rid, at: context.now, by: act.by, command: 'record' }],
    sample: session.sample,
    sessionId: session._id,
    sessionTitle: session.title,
    venueId: session.venueId,
    communityId: session.communityId ?? FIRST_COMMUNITY,
    program: session.program,
    at: session.startsAt,
    text: input.text,
    kind: input.kind,
    ownerId,
    owner: { name, role: holder === undefined ? '班主任' : '街坊', sample: session.sample },
    hostId: act.by,
    proposerId: input.topic === null ? null : (topicsOf(session)[input.topic]?.personId ?? null),
    due: input.due,
    state: ownerId === act.by ? 'agreed' : 'asked',
    enteredAt: context.now,
    requestId: ownerId === act.by ? requestOf(decisionId) : null,
    why: '',
    askAt: ownerId === act.by ? input.due : null,
  };
  // Who writes down a task for themself has said yes.
  const decision = ownerId === act.by ? born(first, act) : asked(first, act);
  const { doc } = await repository.create(decision);
  await carryOut(repository, doc, context.carrier);
  return roundtable(context, session);
}

export const roundtableActions: readonly AnyAction[] = [
  action({
    name: 'roundtable.get',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    run: async (context, input) => roundtable(context, await context.repository(sessions).load(input.id)),
  }),
  action({
    name: 'decision.record',
    kind: 'write',
    input: NewDecision,
    allow: 'session.host',
    run: record,
  }),
  action({
    name: 'decision.answer',
    kind: 'write',
    input: v.strictObject({ id, yes: v.boolean() }),
    allow: 'person',
    run: (context, input) =>
      change(context, input.id, (stored, act) => answered(stored, input.yes, requestOf(input.id), act)),
  }),
  action({
    name: 'decision.explain',
    kind: 'write',
    input: v.strictObject({ id, words: someText(LIMITS.reason) }),
    allow: 'person',
    async run(context, input) {
      const stored = await context.repository(decisions).load(input.id);
      if (!isParty(context, stored)) refuse('NOT_FOUND');
      // Everybody at the next table reads it.
      await screened(context, input.words, 'words');
      return change(context, input.id, (one, act) => explained(one, input.words, act));
    },
  }),
  action({
    name: 'decision.withdraw',
    kind: 'write',
    input: v.strictObject({ id }),
    allow: 'person',
    run: (context, input) => change(context, input.id, withdrawn),
  }),
];
