import type { SubmitInput } from '@contract/submit';
import type { Effect } from '../core/aggregate';
import { DAY, dayOf, HOUR } from '../core/calendar';
import type { RunContext } from '../core/context';
import { carryOut } from '../core/effects';
import { shortCode } from '../core/ids';
import { deliver } from '../people/inbox/deliver';
import { decisions } from '../school/decision/decide';
import type { Decision } from '../school/decision/model';
import { sessions } from '../school/session/definition';
import { decide } from '../service/request/decide';
import { requests } from '../service/request/definition';
import type { ServiceRequest } from '../service/request/model';
import type { RequestStep } from '../service/request/step';
import { submitted } from '../service/request/submit';

/** The effects of a round table's decision join school and service, so they stand in neither. */

async function found(run: RunContext, effect: Effect): Promise<Decision> {
  const { decisionId } = effect.data;
  if (typeof decisionId !== 'string') throw new Error('no decision');
  return run.repository(decisions).load(decisionId);
}

/** Carries out `submit_decision`: the matter's id stands in the decision, so it comes into being once. */
export async function submitDecision(run: RunContext, effect: Effect): Promise<void> {
  const decision = await found(run, effect);
  const { requestId } = decision;
  if (requestId === null) throw new Error('no matter was promised');
  const repository = run.repository(requests);
  if ((await repository.find(requestId)) !== null) return;
  const { doc } = await repository.create(matterOf(decision, requestId, run, effect.id));
  await carryOut(repository, doc, run.carrier);
}

/**
 * As if the desk had sent it at once: in the owner's hands, promised for the day that was said. Whoever
 * proposed the topic says whether it is done, otherwise the host; never the owner.
 */
function matterOf(decision: Decision, id: string, run: RunContext, rid: string): ServiceRequest {
  const { proposerId, hostId, ownerId, kind, text } = decision;
  const judge = [proposerId, hostId].find((one) => one !== null && one !== ownerId) ?? null;
  const step = (actor: 'resident' | 'dispatcher' | 'helper' | 'claimer', part: string): RequestStep => ({
    now: run.now,
    rid: part === '' ? rid : `${rid}:${part}`,
    by: actor === 'helper' || actor === 'claimer' ? ownerId : (judge ?? hostId),
    who:
      actor === 'helper' || actor === 'claimer'
        ? decision.owner
        : { name: '圆桌', role: '圆桌', sample: false },
    actors: new Set([actor]),
    settings: run.settings,
    invocation: run.invocation,
    occurredAt: null,
    helper: { personId: ownerId, line: decision.owner, at: run.now, promisedFor: null },
  });
  const input: SubmitInput = {
    kind,
    text,
    audio: null,
    category: null,
    beneficiary: { who: 'self' },
    communityId: decision.communityId,
    phone: '',
    building: '',
    door: '',
    when: '',
    occurredAt: null,
  };
  const first = submitted(
    {
      id,
      no: `${dayOf(run.now).slice(5).replace('-', '')}-${shortCode('request', id, 4)}`,
      input,
      screening: 'pass',
      beneficiary: { personId: judge, relation: 'self', name: '', phone: null, building: '', door: null },
      audio: null,
      sample: decision.sample,
    },
    step('resident', ''),
  );
  const request: ServiceRequest = {
    ...first,
    requesterId: judge,
    people: [judge ?? hostId],
    operatorId: hostId,
    sourceSessionId: decision.sessionId,
    timeline: first.timeline.map((entry) => ({ ...entry, says: `《${decision.sessionTitle}》圆桌上说好的` })),
  };
  const promisedFor = Math.max(decision.due, run.now + HOUR);
  const { title } = request;
  if (kind === 'wish') {
    const open = decide(
      request,
      'publish',
      { title, publicText: text, category: 'wish' },
      step('dispatcher', 'wall'),
    );
    return { ...decide(open, 'claim', { promisedFor }, step('claimer', 'claim')), dueAt: promisedFor };
  }
  const orders = { title, category: 'order', tier: 'normal', helperId: ownerId } as const;
  const sent = decide(request, 'dispatch', orders, step('dispatcher', 'send'));
  const helper = sent.helper === null ? null : { ...sent.helper, promisedFor };
  return { ...decide({ ...sent, helper }, 'accept', {}, step('helper', 'accept')), dueAt: promisedFor };
}

/** 圆桌回音 (delight): the owner is asked for one sentence when its day has come, and again before the next table. */
export async function askOutcome(run: RunContext, effect: Effect): Promise<void> {
  const decision = await found(run, effect);
  const request =
    decision.requestId === null ? null : await run.repository(requests).find(decision.requestId);
  if (decision.state !== 'agreed' || isDone(request)) return;
  const upcoming = await run.repository(sessions).list({
    where: { venueId: decision.venueId, startsAt: run.database.command.gt(run.now) },
    order: [['startsAt', 'asc']],
    limit: 10,
    without: ['timeline', 'effects'],
  });
  const next = upcoming.find((one) => one.program === decision.program && one.shelf === 'coming');
  const again = next === undefined ? null : next.startsAt - DAY;
  const text = `“${decision.text}”办到哪了？没办成也没关系，说一句为啥，下回圆桌先报这个`;
  const link = `/packages/school/session/session?id=${decision.sessionId}`;
  const data = {
    to: decision.ownerId,
    template: 'progress',
    title: decision.sessionTitle,
    text,
    link,
    urgent: false,
  };
  // By itself, not as an effect of this very document: that is being carried out now.
  await deliver(run, { ...effect, id: `${effect.id}:owner`, data });
  await run.repository(decisions).change(decision._id, effect.id, (stored) => ({
    ...stored,
    askAt: again !== null && again > run.now ? again : null,
    timeline: [...stored.timeline, { rid: effect.id, at: run.now, by: 'system', command: 'asked' }],
  }));
}

/** A resident's own word, and nothing else. */
export const isDone = (request: ServiceRequest | null): boolean => request?.rating?.solved === true;
