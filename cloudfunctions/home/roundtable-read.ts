import type { DecisionView, RoundtableView } from '@contract/roundtable';
import { can } from '../core/caller';
import type { ActionContext } from '../core/context';
import { refuse } from '../core/refusal';
import { commandsFor, decisions } from '../school/decision/decide';
import type { Decision } from '../school/decision/model';
import { sessions } from '../school/session/definition';
import type { Session } from '../school/session/model';
import { topicsOf } from '../school/session/topics';
import { requests } from '../service/request/definition';
import type { ServiceRequest } from '../service/request/model';
import { wordForOthers } from '../service/request/words';
import { isDone } from './decision-deliver';

/** A table as its reader sees it: what is agreed on, and what became of the one before (S52). */

/** Of one table, and how far the last one may lie back among the classes of a place. */
export const MOST = 6;
const LOOK_BACK = 30;

export function ofSessions(context: ActionContext, ...ids: readonly string[]): Promise<Decision[]> {
  return context.repository(decisions).list({
    where: { sessionId: context.database.command.in([...ids]) },
    order: [['createdAt', 'asc']],
    limit: ids.length * MOST,
    without: ['timeline', 'effects'],
  });
}

/** The table before this one, of the same programme at the same place. */
async function lastTable(context: ActionContext, session: Session): Promise<Session | null> {
  const earlier = await context.repository(sessions).list({
    where: { venueId: session.venueId, startsAt: context.database.command.lt(session.startsAt) },
    order: [['startsAt', 'desc']],
    limit: LOOK_BACK,
    without: ['timeline', 'effects', 'holders', 'queue', 'offers'],
  });
  return earlier.find((one) => one.program === session.program && one.state !== 'cancelled') ?? null;
}

/** What became of each of them. */
async function viewerOf(
  context: ActionContext,
  list: readonly Decision[],
): Promise<(decision: Decision) => DecisionView> {
  const matters = await context
    .repository(requests)
    .several(list.flatMap(({ requestId }) => requestId ?? []));
  return (decision) =>
    decisionView(decision, matters.get(decision.requestId ?? '') ?? null, context.caller.id);
}

function decisionView(decision: Decision, request: ServiceRequest | null, me: string | null): DecisionView {
  const concerned = me === decision.ownerId || me === decision.hostId || me === decision.proposerId;
  const done = isDone(request);
  return {
    id: decision._id,
    text: decision.text,
    owner: decision.owner,
    due: decision.due,
    kind: decision.kind,
    state: decision.state,
    done,
    word: wordOf(decision, request),
    why: done ? '' : decision.why,
    requestId: concerned ? decision.requestId : null,
    own: me === decision.ownerId,
    next: done ? [] : commandsFor(decision, me),
  };
}

/** On its way from the table to the desk it is already in its owner's hands. */
function wordOf({ requestId, kind }: Decision, request: ServiceRequest | null): string {
  if (requestId === null) return '';
  return wordForOthers(request?.state ?? (kind === 'wish' ? 'claimed' : 'accepted'));
}

export async function roundtable(context: ActionContext, session: Session): Promise<RoundtableView> {
  if (session.shelf === 'hidden' || session.program !== 'roundtable_37c') refuse('NOT_FOUND');
  const last = await lastTable(context, session);
  const found = await ofSessions(context, session._id, ...(last === null ? [] : [last._id]));
  const view = await viewerOf(context, found);
  const now = found.filter(({ sessionId }) => sessionId === session._id);
  const before = found.filter(({ sessionId }) => sessionId !== session._id);
  const kept = (one: Decision) => one.state === 'agreed' || one.state === 'filed';
  const mine = (one: Decision) => kept(one) || (one.state === 'asked' && isParty(context, one));
  const records = mayRecord(context, session);
  return {
    sessionId: session._id,
    echoes: before.filter(kept).map(view),
    decisions: (records ? now : now.filter(mine)).map(view),
    owners: records
      ? [
          ...session.holders.map(({ seat, name }) => ({ seat, name })),
          { seat: 'host', name: `${session.hostName || '班主任'}（班主任）` },
        ]
      : [],
    topics: topicsOf(session).map(({ text }) => text),
    records,
  };
}

export const isParty = ({ caller }: ActionContext, one: Decision) =>
  caller.id !== null && (caller.id === one.ownerId || caller.id === one.hostId);

/** From the beginning of the table on, by its host or the office. */
export function mayRecord({ caller, now }: ActionContext, session: Session): boolean {
  const hosts = (session.hostId !== null && session.hostId === caller.id) || can(caller, 'session.oversee');
  return hosts && now >= session.startsAt && session.state !== 'cancelled' && session.state !== 'postponed';
}
