import { LIMITS } from '@contract/limits';
import { COMPLAINT_SUBJECTS } from '@contract/words';
import * as v from 'valibot';
import { type AnyAction, action } from '../../core/action';
import { can } from '../../core/caller';
import { placesFor } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import { id, oneOf, someText, typedCode } from '../../core/schemas';
import { communityId } from '../community/schema';
import { persons } from '../person/model';
import { complaints } from './definition';
import type { Complaint } from './model';
import { concerned, said } from './put-action';
import { byCode, staffOf, VOICE, viewOf } from './read';
import { complaintCard } from './view';

/** 投诉建议 (G7): said with or without a name, and read; what is done about it is in `command-actions.ts`. */

const what = { subject: oneOf(COMPLAINT_SUBJECTS), words: someText(LIMITS.sentence), communityId };

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
    input: v.strictObject({ code: typedCode }),
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
      const places = placesFor(context.caller.grants, 'complaint.answer');
      const auditor = can(context.caller, 'complaint.review');
      if (places.length === 0 && !auditor) refuse('NOT_ALLOWED');
      const turn = (whose: Complaint['turn'], where: readonly { communityId?: string }[]) =>
        context.repository(complaints).list({
          where: { turn: whose },
          either: where,
          order: [['promisedFor', 'asc']],
          limit: 50,
          without: ['timeline', 'effects'],
        });
      const [desk, audit] = await Promise.all([
        // Whoever is late is read by the auditor too, of the whole street.
        turn('desk', auditor ? [{}] : places),
        auditor ? turn('auditor', [{}]) : [],
      ]);
      const mine = desk.filter(({ barred }) => !barred.includes(context.caller.id ?? ''));
      return { items: [...audit, ...mine].map((one) => complaintCard(one, context.now)) };
    },
  }),
  action({
    name: 'complaint.get',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    async run(context, input) {
      const complaint = await context.repository(complaints).load(input.id);
      const actors = staffOf(context, complaint.communityId);
      // Whom it is about does not even read it.
      if (actors.size === 0 || complaint.barred.includes(context.caller.id ?? '')) refuse('NOT_FOUND');
      return viewOf(context, complaint, actors);
    },
  }),
];
