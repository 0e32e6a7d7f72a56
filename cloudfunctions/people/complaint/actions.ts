import type { ComplaintInput, ComplaintView } from '@contract/complaint';
import { LIMITS } from '@contract/limits';
import { type Channel, COMPLAINT_SUBJECTS } from '@contract/words';
import * as v from 'valibot';
import { type AnyAction, action } from '../../core/action';
import { birth } from '../../core/birth';
import { afterWorkdays } from '../../core/calendar';
import { can, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { derivedId, readShortCode, shortCode } from '../../core/ids';
import { scopesFor } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import { id, oneOf, someText, text, typedCode } from '../../core/schemas';
import { requests } from '../../service/request/definition';
import { COMMUNITIES } from '../community/list';
import { persons } from '../person/model';
import { type ComplaintOrder, decide, noted, turnOf } from './decide';
import { complaints } from './definition';
import type { Complaint, ComplaintActor } from './model';
import { complaintCard, complaintView } from './view';

/** 投诉建议 (G7): said with or without a name, and answered. */

const CODE_LENGTH = 8;
const VOICE: ReadonlySet<ComplaintActor> = new Set(['voice']);

function staffOf(context: ActionContext, communityId: string): Set<ComplaintActor> {
  const actors = new Set<ComplaintActor>();
  if (can(context.caller, 'complaint.answer', communityId)) actors.add('desk');
  if (can(context.caller, 'complaint.review')) actors.add('auditor');
  return actors;
}

function viewOf(context: ActionContext, complaint: Complaint, actors: ReadonlySet<ComplaintActor>) {
  return complaintView(complaint, actors, { id: context.caller.id, now: context.now });
}

/** Who worked on the matter that it is about; only of one's own matter. */
async function concerned(context: ActionContext, requestId: string | null): Promise<string[]> {
  if (requestId === null) return [];
  const request = await context.repository(requests).find(requestId);
  const own = context.caller.id !== null && request?.people.includes(context.caller.id) === true;
  if (request === null || !own) return refuse('INVALID_INPUT', { field: 'requestId' });
  const hands = request.timeline
    .map(({ by }) => by)
    .filter((by) => by !== 'system' && !request.people.includes(by));
  return [...new Set([...hands, ...(request.helperId === null ? [] : [request.helperId])])];
}

interface Saying {
  input: Omit<ComplaintInput, 'requestId' | 'anonymous'>;
  anonymous: boolean;
  people: string[];
  channel: Channel;
  barred: string[];
  sample: boolean;
}

async function said(context: ActionContext, { input, ...saying }: Saying): Promise<ComplaintView> {
  const repository = context.repository(complaints);
  // Without a name the id follows from the rid alone: nothing in it leads to anybody.
  const rid = context.rid.slice(context.rid.indexOf(':') + 1);
  const owner = saying.anonymous ? 'nobody' : (saying.people[0] ?? personId(context.caller));
  const complaintId = derivedId('complaint', owner, rid);
  // About the desk itself it goes to the auditor at once.
  const state = input.subject === 'desk' ? 'escalated' : 'received';
  const fresh: Complaint = {
    ...birth(complaintId, complaints.schema, saying.people, context.now),
    ...input,
    timeline: [],
    code: shortCode('complaint', complaintId, CODE_LENGTH),
    state,
    anonymous: saying.anonymous,
    channel: saying.channel,
    barred: saying.barred,
    answer: '',
    answeredAt: null,
    promisedFor: afterWorkdays(context.now, context.settings.complaintWorkdays),
    turn: turnOf(state),
    sample: saying.sample,
  };
  const words = saying.channel === 'self' ? '您说了，有人会给您回话' : '社区替您记下了，有人会给您回话';
  const { now, settings, invocation } = context;
  const step = { now, rid, by: 'voice', actors: VOICE, settings, invocation };
  const written = noted(fresh, 'say', words, step);
  const { doc } = await repository.create({ ...written, wakeAt: complaints.nextTimer(written, settings) });
  return viewOf(context, doc, VOICE);
}

/** @throws NOT_FOUND: also for a code that is none */
async function byCode(context: ActionContext, typed: string): Promise<Complaint> {
  const code = readShortCode(typed, CODE_LENGTH) ?? refuse('NOT_FOUND');
  const [found] = await context.repository(complaints).list({ where: { code }, limit: 1 });
  return found ?? refuse('NOT_FOUND');
}

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

const community = v.pipe(
  id,
  v.check((value) => COMMUNITIES.some((one) => one.id === value)),
);
const what = { subject: oneOf(COMPLAINT_SUBJECTS), words: someText(LIMITS.sentence), communityId: community };

const byVoice = (context: ActionContext, code: string, order: ComplaintOrder) =>
  byCode(context, code).then((complaint) => give(context, complaint, order, () => VOICE));

async function byStaff(context: ActionContext, complaintId: string, order: ComplaintOrder) {
  const complaint = await context.repository(complaints).load(complaintId);
  return give(context, complaint, order, ({ communityId }) => staffOf(context, communityId));
}

const One = v.strictObject({ id });
const Code = v.strictObject({ code: typedCode });

export const complaintActions: readonly AnyAction[] = [
  action({
    name: 'complaint.put',
    kind: 'write',
    input: v.strictObject({ ...what, requestId: v.nullable(id), anonymous: v.boolean() }),
    // Looking for an answer needs no account, and without a name none is made.
    allow: 'anyone',
    async run(context, { requestId, anonymous, ...input }) {
      const barred = await concerned(context, requestId);
      const me = context.caller.id;
      const named = !anonymous && me !== null;
      const person = named ? await context.repository(persons).find(me) : null;
      return said(context, {
        input,
        anonymous: !named,
        people: named ? [me] : [],
        channel: 'self',
        barred,
        sample: person?.sample ?? false,
      });
    },
  }),
  action({
    name: 'complaint.enter',
    kind: 'write',
    input: v.strictObject({ ...what, channel: v.picklist(['phone', 'counter', 'paper']) }),
    allow: 'complaint.answer',
    run: (context, { channel, ...input }) =>
      said(context, { input, anonymous: true, people: [], channel, barred: [], sample: false }),
  }),
  action({
    name: 'complaint.look_up',
    kind: 'read',
    input: Code,
    allow: 'anyone',
    run: async (context, { code }) => viewOf(context, await byCode(context, code), VOICE),
  }),
  action({
    name: 'complaint.mine',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      if (context.caller.id === null) return { items: [] };
      const found = await context.repository(complaints).list({
        where: { people: context.caller.id },
        order: [['createdAt', 'desc']],
        limit: LIMITS.page,
        without: ['timeline', 'effects'],
      });
      return { items: found.map((one) => ({ ...complaintCard(one, context.now), code: one.code })) };
    },
  }),
  action({
    name: 'complaint.desk',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const scopes = scopesFor(context.caller.grants, 'complaint.answer');
      const auditor = can(context.caller, 'complaint.review');
      if (scopes.length === 0 && !auditor) refuse('NOT_ALLOWED');
      const turn = (whose: Complaint['turn']) =>
        context.repository(complaints).list({
          where: { turn: whose },
          order: [['promisedFor', 'asc']],
          limit: 50,
          without: ['timeline', 'effects'],
        });
      const [desk, audit] = await Promise.all([turn('desk'), auditor ? turn('auditor') : []]);
      const mine = desk.filter(
        ({ communityId, barred }) =>
          staffOf(context, communityId).size > 0 && !barred.includes(context.caller.id ?? ''),
      );
      return { items: [...audit, ...mine].map((one) => complaintCard(one, context.now)) };
    },
  }),
  action({
    name: 'complaint.get',
    kind: 'read',
    input: One,
    allow: 'anyone',
    async run(context, input) {
      const complaint = await context.repository(complaints).load(input.id);
      const actors = staffOf(context, complaint.communityId);
      // Whom it is about does not even read it.
      if (actors.size === 0 || complaint.barred.includes(context.caller.id ?? '')) refuse('NOT_FOUND');
      return viewOf(context, complaint, actors);
    },
  }),
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
