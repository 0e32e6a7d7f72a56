import type { Slot, TeacherDesk } from '@contract/faculty';
import { LIMITS } from '@contract/limits';
import {
  DAY_PARTS,
  FACULTY_BATCHES,
  FACULTY_ENGAGEMENTS,
  FACULTY_SOURCES,
  TEACHING_STYLES,
} from '@contract/words';
import * as v from 'valibot';
import type { Act } from '../../core/act';
import { action } from '../../core/action';
import { birth } from '../../core/birth';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { derivedId } from '../../core/ids';
import { refuse } from '../../core/refusal';
import { id, oneOf, someText, typedCode } from '../../core/schemas';
import { screened } from '../../core/screening';
import { agreed, invited, withConsent, withSlots } from './decide';
import { type Teacher, teachers } from './model';
import { deskOf, deskReader, faculty, officeDesks } from './read';
import { facultyView } from './view';

const INVITATION_LENGTH = 8;

const parts = Object.keys(DAY_PARTS);
const slot = v.custom<Slot>((value) => {
  if (typeof value !== 'string') return false;
  const [weekday = '', part = '', ...rest] = value.split('-');
  return rest.length === 0 && /^[1-7]$/.test(weekday) && parts.includes(part);
});

const AddSchema = v.pipe(
  v.strictObject({
    name: someText(LIMITS.name),
    batch: oneOf(FACULTY_BATCHES),
    source: someText(LIMITS.place),
    engagement: oneOf(FACULTY_ENGAGEMENTS),
    styles: v.pipe(v.array(oneOf(TEACHING_STYLES)), v.maxLength(2)),
  }),
  // A source belongs to its batch (S34–S36).
  v.forward(
    v.check(({ batch, source }) => FACULTY_SOURCES[batch].some((one) => one === source)),
    ['source'],
  ),
);

const stepOf = (context: ActionContext): Act => ({
  now: context.now,
  rid: context.rid,
  by: personId(context.caller),
});

async function change(
  context: ActionContext,
  teacherId: string,
  decide: (teacher: Teacher, step: Act) => Teacher,
): Promise<TeacherDesk> {
  const step = stepOf(context);
  const { doc } = await context
    .repository(teachers)
    .change(teacherId, context.rid, (teacher) => decide(teacher, step));
  return deskOf(context, doc);
}

export const facultyActions = [
  action({
    name: 'faculty.list',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    run: async (context) => facultyView(await faculty(context)),
  }),
  action({
    name: 'faculty.desk',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const { personId: reader, office } = deskReader(context);
      if (reader === null) return { mine: [], others: [], unaddressed: [], canAdd: false };
      const all = await faculty(context);
      const own = all.filter(({ accountId }) => accountId === reader);
      const mine = await Promise.all(own.map((one) => deskOf(context, one)));
      if (!office) return { mine, others: [], unaddressed: [], canAdd: false };
      const { desks, unaddressed } = await officeDesks(
        context,
        all.filter((one) => !own.includes(one)),
      );
      return { mine, others: desks, unaddressed, canAdd: true };
    },
  }),
  action({
    name: 'faculty.add',
    kind: 'write',
    input: AddSchema,
    allow: 'school.manage',
    async run(context, input) {
      // One word of whoever it is makes it public.
      await screened(context, input.name, 'name');
      const { now, rid, by } = stepOf(context);
      const { doc } = await context.repository(teachers).create({
        ...input,
        ...birth(derivedId('teacher', by, rid), 1, [], now),
        timeline: [{ rid, at: now, by, command: 'add' }],
        consent: 'waiting',
        accountId: null,
        invitation: context.freshId().slice(0, INVITATION_LENGTH),
        slots: [],
      });
      // Used up already when this is a late replay: then there is nothing to hand over any more.
      return { id: doc._id, code: doc.invitation ?? '' };
    },
  }),
  action({
    name: 'faculty.invite',
    kind: 'write',
    input: v.strictObject({ id }),
    allow: 'school.manage',
    async run(context, input) {
      const code = context.freshId().slice(0, INVITATION_LENGTH);
      const { doc } = await context
        .repository(teachers)
        .change(input.id, context.rid, (teacher) => invited(teacher, code, stepOf(context)));
      return { code: doc.invitation ?? refuse('NOT_NOW') };
    },
  }),
  action({
    name: 'faculty.agree',
    kind: 'write',
    input: v.strictObject({ code: typedCode }),
    allow: 'person',
    async run(context, input) {
      const code = input.code.trim().toUpperCase();
      const repository = context.repository(teachers);
      const [found] = await repository.list({ where: { invitation: code }, limit: 1 });
      if (found !== undefined) return change(context, found._id, (one, step) => agreed(one, code, step));
      // A replay finds the code used up, by this very command.
      const own = await repository.list({ where: { people: personId(context.caller) }, limit: 10 });
      const done = own.find((one) => one.timeline.some(({ rid }) => rid === context.rid));
      return deskOf(context, done ?? refuse('CODE_WRONG'));
    },
  }),
  action({
    name: 'faculty.consent',
    kind: 'write',
    input: v.strictObject({ id, given: v.boolean() }),
    allow: 'person',
    run: (context, input) =>
      change(context, input.id, (teacher, step) =>
        teacher.accountId === step.by ? withConsent(teacher, input.given, step) : refuse('NOT_ALLOWED'),
      ),
  }),
  action({
    name: 'faculty.slots',
    kind: 'write',
    input: v.strictObject({ id, slots: v.pipe(v.array(slot), v.maxLength(21)) }),
    allow: 'person',
    run: (context, input) =>
      change(context, input.id, (teacher, step) =>
        teacher.accountId === step.by || deskReader(context).office
          ? withSlots(teacher, input.slots, step)
          : refuse('NOT_ALLOWED'),
      ),
  }),
];
