import type { DecisionCommand } from '@contract/roundtable';
import type { AggregateDefinition, TimerContext } from '../../core/aggregate';
import { DAY } from '../../core/calendar';
import { promise } from '../../core/effects';
import { allowed } from '../../core/machine';
import { refuse } from '../../core/refusal';
import { type DecisionActor, type DecisionStep, decisionMachine } from './machine';
import type { Decision } from './model';

/** Decisions on one 议定; pure. */

export interface DecisionAct {
  now: number;
  rid: string;
  by: string;
  invocation: string;
}

/** A decision that is a year old is of no table any more. */
const FILED_AFTER = 365 * DAY;

export function actorsIn(decision: Decision, me: string | null): Set<DecisionActor> {
  const actors = new Set<DecisionActor>();
  if (me === decision.ownerId) actors.add('owner');
  if (me === decision.hostId) actors.add('host');
  return actors;
}

export function commandsFor(decision: Decision, me: string | null): DecisionCommand[] {
  const next = allowed(decisionMachine, decision.state, actorsIn(decision, me));
  return next.filter(
    (one): one is DecisionCommand => one === 'answer' || one === 'explain' || one === 'withdraw',
  );
}

/** @throws NOT_NOW, NOT_ALLOWED */
function moved(decision: Decision, command: DecisionStep, act: DecisionAct): Decision {
  const rule = decisionMachine.states[decision.state].on[command] ?? refuse('NOT_NOW');
  const actors = act.by === 'system' ? new Set<DecisionActor>(['system']) : actorsIn(decision, act.by);
  if (!rule.by.some((actor) => actors.has(actor))) refuse('NOT_ALLOWED');
  return {
    ...decision,
    state: rule.to,
    enteredAt: rule.to === decision.state ? decision.enteredAt : act.now,
    timeline: [...decision.timeline, { rid: act.rid, at: act.now, by: act.by, command }],
  };
}

/** Yes: it becomes a matter in the owner's hands, once, by its id. */
export function answered(decision: Decision, yes: boolean, requestId: string, act: DecisionAct): Decision {
  const next = moved(decision, yes ? 'answer' : 'refuse', act);
  if (!yes) return told(next, decision.hostId, `${decision.owner.name}这件接不了，另找人`, act);
  return born({ ...next, requestId, askAt: next.due }, act);
}

export function born(decision: Decision, { now, invocation }: DecisionAct): Decision {
  const data = { decisionId: decision._id };
  const effect = promise(`${decision._id}:born`, 'submit_decision', data, invocation, now);
  return { ...decision, effects: [...decision.effects, effect] };
}

export const explained = (decision: Decision, words: string, act: DecisionAct): Decision => ({
  ...moved(decision, 'explain', act),
  why: words,
});

export const withdrawn = (decision: Decision, act: DecisionAct): Decision =>
  told(moved(decision, 'withdraw', act), decision.ownerId, '这件先不用您办了', act);

/** The owner hears what is asked of them. */
export const asked = (decision: Decision, act: DecisionAct): Decision =>
  told(decision, decision.ownerId, `圆桌上说好的：${decision.text}。请您牵头，成不成，点进来说一声`, act);

export function told(decision: Decision, to: string, text: string, act: DecisionAct): Decision {
  if (to === act.by) return decision;
  const link = `/packages/school/session/session?id=${decision.sessionId}`;
  const data = { to, template: 'progress', title: decision.sessionTitle, text, link, urgent: false };
  const effect = promise(`${decision._id}:${act.rid}:${to}`, 'notify', data, act.invocation, act.now);
  return { ...decision, effects: [...decision.effects, effect] };
}

export function nextDecisionTimer(decision: Decision): number | null {
  if (decision.state === 'asked') return decision.due;
  if (decision.state !== 'agreed') return null;
  return Math.min(decision.askAt ?? Number.MAX_SAFE_INTEGER, decision.enteredAt + FILED_AFTER);
}

/** When its day has come, whoever sees to it is asked for one sentence, unless it is done. */
export function onDecisionTimer(decision: Decision, { now, rid, invocation }: TimerContext): Decision {
  const due = nextDecisionTimer(decision);
  if (due === null || due > now) return decision;
  const act = { now, rid, invocation, by: 'system' };
  if (decision.state === 'asked')
    return told(
      moved(decision, 'lapse', act),
      decision.hostId,
      `“${decision.text}”没等到回话，另找人牵头吧`,
      act,
    );
  if (decision.enteredAt + FILED_AFTER <= now) return moved(decision, 'file', act);
  const data = { decisionId: decision._id };
  const effect = promise(
    `${decision._id}:${decision.askAt ?? now}:ask`,
    'ask_outcome',
    data,
    invocation,
    now,
  );
  return {
    ...decision,
    askAt: null,
    effects: [...decision.effects, effect],
    timeline: [...decision.timeline, { rid, at: now, by: 'system', command: 'ask' }],
  };
}

export const decisions: AggregateDefinition<Decision> = {
  collection: 'decisions',
  schema: 1,
  nextTimer: nextDecisionTimer,
  onTimer: onDecisionTimer,
};
