import { LIMITS } from '@contract/limits';
import { RECTIFY_CAUSES } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { can, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { refuse } from '../../core/refusal';
import { id, oneOf, someText, text, time } from '../../core/schemas';
import { communityAsked } from '../../people/community/serving';
import { requests } from '../request/definition';
import type { ServiceRequest } from '../request/model';
import { HEAVY } from '../request/read';
import { helping, LOOKED_THROUGH } from '../request/read-actions';
import { appealed, reviewed } from './appeal';
import { spotChecked } from './checked';
import { hintsOf } from './hints';
import { type RectifyOrder, rectified } from './rectify';
import { appealCard, checkCard, rectifyCard } from './view';

/** After the resident's word: calls, checks and appeals (workflows 2.4, story 8). */

function list(context: ActionContext, where: Readonly<Record<string, unknown>>, by: string) {
  return context.repository(requests).list({ where, order: [[by, 'asc']], limit: 50, without: HEAVY });
}

const isAuditor = (context: ActionContext) => can(context.caller, 'audit.read');

/** The community whose desk this is; `null` for the auditor, who has none of their own. */
function communityOf(context: ActionContext, asked: string | null): string | null {
  if (!can(context.caller, 'request.triage')) return null;
  return communityAsked(context.caller, 'request.triage', asked);
}

async function callsOf(context: ActionContext, communityId: string) {
  const found = await list(context, { communityId, rectifying: true }, 'rectifyBy');
  return found.flatMap((request) => rectifyCard(request, context.now));
}

/** Never what one wrote down oneself. */
async function checksOf(context: ActionContext, communityId: string | null) {
  const where = communityId === null ? { checking: true } : { checking: true, communityId };
  const found = await list(context, where, 'updatedAt');
  return found.filter(({ check }) => check?.recordedBy !== context.caller.id).map(checkCard);
}

async function appealsOf(context: ActionContext) {
  return (await list(context, { appealing: true }, 'updatedAt')).flatMap(appealCard);
}

/** One decision on one request, its effects carried out. */
async function decideOn(
  context: ActionContext,
  requestId: string,
  decision: (request: ServiceRequest, step: Parameters<typeof rectified>[2]) => ServiceRequest,
): Promise<ServiceRequest> {
  const { now, rid, settings, invocation } = context;
  const step = { now, rid, settings, invocation, by: personId(context.caller) };
  const repository = context.repository(requests);
  const { doc } = await repository.change(requestId, rid, (before) => decision(before, step));
  await carryOut(repository, doc, context.carrier);
  return doc;
}

async function order(context: ActionContext, requestId: string, given: RectifyOrder) {
  const doc = await decideOn(context, requestId, (before, step) => {
    if (!can(context.caller, 'request.triage', before.communityId)) refuse('NOT_FOUND');
    return rectified(before, given, step);
  });
  return { calls: await callsOf(context, doc.communityId) };
}

const CallBack = v.strictObject({
  id,
  cause: oneOf(RECTIFY_CAUSES),
  way: v.picklist(['now', 'by', 'explain']),
  until: v.nullable(time),
  note: someText(LIMITS.note),
});

function orderOf(input: v.InferOutput<typeof CallBack>): RectifyOrder {
  const { cause, way, until, note } = input;
  if (way !== 'by') return { command: way === 'now' ? 'mend_now' : 'explain', cause, note };
  return until === null
    ? refuse('INVALID_INPUT', { field: 'until' })
    : { command: 'mend_by', cause, note, until };
}

export const ratingActions = [
  action({
    name: 'rating.desk',
    kind: 'read',
    input: v.strictObject({ communityId: v.nullable(id) }),
    allow: 'anyone',
    async run(context, input) {
      const communityId = communityOf(context, input.communityId);
      if (communityId === null && !isAuditor(context)) refuse('NOT_ALLOWED');
      const [calls, checks, appeals] = await Promise.all([
        communityId === null ? [] : callsOf(context, communityId),
        checksOf(context, communityId),
        isAuditor(context) ? appealsOf(context) : [],
      ]);
      return { calls, checks, appeals };
    },
  }),
  action({
    name: 'rating.call_back',
    kind: 'write',
    input: CallBack,
    allow: 'request.triage',
    run: (context, input) => order(context, input.id, orderOf(input)),
  }),
  action({
    name: 'rating.phone',
    kind: 'write',
    input: v.strictObject({ id }),
    allow: 'person',
    async run(context, input) {
      const by = personId(context.caller);
      const { doc } = await context.repository(requests).change(input.id, context.rid, (before) => {
        const desk = can(context.caller, 'request.triage', before.communityId);
        if (!desk && !isAuditor(context)) refuse('NOT_FOUND');
        const waits = (desk && before.rectifying === true) || before.checking === true;
        if (!waits || before.helperId === by) refuse('NOT_ALLOWED');
        if (before.reads.some((read) => read.rid === context.rid)) return before;
        const role = desk ? 'dispatcher' : 'auditor';
        // What cannot be opened is not read by anybody, and is not written down as read.
        if (before.beneficiary.phone !== null) context.vault.open(before.beneficiary.phone);
        const read = { rid: context.rid, by, role, field: 'phone' as const, at: context.now };
        return { ...before, reads: [...before.reads, read] };
      });
      const { phone } = doc.beneficiary;
      return { value: phone === null ? '' : context.vault.open(phone) };
    },
  }),
  action({
    name: 'rating.fixed',
    kind: 'write',
    input: v.strictObject({ id, note: someText(LIMITS.note) }),
    allow: 'request.triage',
    run: (context, input) => order(context, input.id, { command: 'fixed', note: input.note }),
  }),
  action({
    name: 'rating.appeal',
    kind: 'write',
    input: v.strictObject({ id, plea: someText(LIMITS.words) }),
    allow: 'person',
    async run(context, input) {
      await decideOn(context, input.id, (before, step) => {
        if (before.helperId !== context.caller.id) refuse('NOT_FOUND');
        return appealed(before, input.plea, step);
      });
      return {};
    },
  }),
  action({
    name: 'rating.review',
    kind: 'write',
    input: v.strictObject({ id, upheld: v.boolean(), reason: someText(LIMITS.reason) }),
    allow: 'audit.read',
    async run(context, { id: one, ...said }) {
      await decideOn(context, one, (before, step) => reviewed(before, said, step));
      return { appeals: await appealsOf(context) };
    },
  }),
  action({
    name: 'rating.spot_check',
    kind: 'write',
    input: v.strictObject({ id, holds: v.boolean(), note: text(LIMITS.note) }),
    allow: 'anyone',
    async run(context, { id: one, ...said }) {
      const communityId = communityOf(context, null);
      if (communityId === null && !isAuditor(context)) refuse('NOT_ALLOWED');
      await decideOn(context, one, (before, step) => {
        const own = can(context.caller, 'request.triage', before.communityId);
        if (!own && !isAuditor(context)) refuse('NOT_FOUND');
        return spotChecked(before, said, step);
      });
      return { checks: await checksOf(context, communityId) };
    },
  }),
  action({
    name: 'rating.hints',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      if (context.caller.id === null) return { hints: [] };
      const found = await helping(context, false, LOOKED_THROUGH);
      return { hints: hintsOf(found, context.settings.kAnonymity) };
    },
  }),
];
