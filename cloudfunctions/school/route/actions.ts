import { LIMITS } from '@contract/limits';
import type { StopView } from '@contract/route';
import { ROUTES, type Route } from '@contract/words';
import * as v from 'valibot';
import type { Act } from '../../core/act';
import { noted } from '../../core/act';
import { action } from '../../core/action';
import { hasRid } from '../../core/aggregate';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { id, oneOf, someText, typedCode } from '../../core/schemas';
import { screened } from '../../core/screening';
import { agree, invite, rest, setConsent } from './consent';
import { type Stop, stops } from './model';
import { allStops, stopReader } from './read';
import { answersFor, routeCard, routeView, stopView } from './view';

/** Characters of an invitation: short enough to be written on a slip, 40 random bits. */
const INVITATION_LENGTH = 8;

async function change(
  context: ActionContext,
  stopId: string,
  decide: (stop: Stop, step: Act) => Stop,
): Promise<StopView> {
  const { now, rid } = context;
  const by = personId(context.caller);
  const { doc } = await context
    .repository(stops)
    .change(stopId, rid, (stop) => decide(stop, { now, rid, by }));
  return stopView(doc, stopReader(context));
}

function mustAnswer(context: ActionContext, stop: Stop): Stop {
  return answersFor(stop, stopReader(context)) ? stop : refuse('NOT_ALLOWED');
}

export const routeActions = [
  action({
    name: 'route.list',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const all = await allStops(context);
      // The keys of the closed list are its values.
      return { items: (Object.keys(ROUTES) as Route[]).map((code) => routeCard(code, all)) };
    },
  }),
  action({
    name: 'route.get',
    kind: 'read',
    input: v.strictObject({ code: oneOf(ROUTES) }),
    allow: 'anyone',
    run: async (context, { code }) => routeView(code, await allStops(context), stopReader(context)),
  }),
  action({
    name: 'route.stop',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    run: async (context, input) =>
      stopView(await context.repository(stops).load(input.id), stopReader(context)),
  }),
  action({
    name: 'route.rest',
    kind: 'write',
    input: v.strictObject({ id, resting: v.boolean() }),
    allow: 'person',
    run: (context, input) =>
      change(context, input.id, (stop, step) => {
        if (mustAnswer(context, stop).kind !== 'person') refuse('NOT_NOW');
        return rest(stop, input.resting, step);
      }),
  }),
  action({
    name: 'route.invite',
    kind: 'write',
    input: v.strictObject({ id }),
    allow: 'school.manage',
    async run(context, input) {
      const { now, rid } = context;
      const by = personId(context.caller);
      const code = context.freshId().slice(0, INVITATION_LENGTH);
      const { doc } = await context
        .repository(stops)
        .change(input.id, rid, (stop) => invite(stop, code, { now, rid, by }));
      // A replay answers with the code that counts.
      return { code: doc.invitation ?? refuse('NOT_NOW') };
    },
  }),
  action({
    name: 'route.agree',
    kind: 'write',
    input: v.strictObject({ code: typedCode }),
    allow: 'person',
    async run(context, input) {
      const code = input.code.trim().toUpperCase();
      const by = personId(context.caller);
      const repository = context.repository(stops);
      const [found] = await repository.list({ where: { invitation: code }, limit: 1 });
      const own = await repository.list({ where: { people: by }, order: [['order', 'asc']], limit: 10 });
      // A replay finds the code used up by this very command, also one that was sent at the same moment.
      const done = own.find((stop) => hasRid(stop, context.rid));
      if (done !== undefined) return stopView(done, stopReader(context));
      if (found === undefined) return refuse('CODE_WRONG');
      // Somebody tells at one stop: what their month takes stands in one document (S23).
      if (own.length > 0) refuse('ALREADY_TELLS');
      return change(context, found._id, (stop, step) => agree(stop, code, step));
    },
  }),
  action({
    name: 'route.consent',
    kind: 'write',
    input: v.strictObject({ id, given: v.boolean() }),
    allow: 'person',
    run: (context, input) =>
      change(context, input.id, (stop, step) =>
        stop.tellerId === step.by ? setConsent(stop, input.given, step) : refuse('NOT_ALLOWED'),
      ),
  }),
  action({
    name: 'route.describe',
    kind: 'write',
    input: v.strictObject({
      id,
      most: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(LIMITS.group))),
      safety: v.nullable(someText(LIMITS.words)),
    }),
    allow: 'school.manage',
    async run(context, input) {
      await screened(context, input.safety ?? '', 'safety');
      return change(context, input.id, (stop, step) =>
        // Looked through by who knows: it holds for another while (G12).
        noted({ ...stop, most: input.most, safety: input.safety, freshAt: step.now }, step, 'describe'),
      );
    },
  }),
];
