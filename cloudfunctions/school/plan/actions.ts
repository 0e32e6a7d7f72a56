import { REFUSALS } from '@contract/errors';
import { LIMITS } from '@contract/limits';
import type { Weekday } from '@contract/plan';
import { PROGRAM_TEMPLATES } from '@contract/programs';
import type { SessionDraft } from '@contract/schedule';
import { PLAN_AREAS } from '@contract/words';
import * as v from 'valibot';
import type { Act } from '../../core/act';
import { action } from '../../core/action';
import { dayOf } from '../../core/calendar';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut, promise } from '../../core/effects';
import { derivedId } from '../../core/ids';
import { Refusal, refuse } from '../../core/refusal';
import { id, oneOf, someText, text } from '../../core/schemas';
import { screened } from '../../core/screening';
import type { Course } from '../course/model';
import { matterId } from '../matter/model';
import { createDraft } from '../session/planning-actions';
import type { Venue } from '../venue/model';
import { monthView } from './days';
import { copied, drop, move, propose, put } from './decide';
import { type FixedClass, newPlan, type Plan, planId, plans } from './model';
import { daysOfPlan, knowledgeOf, planOf, planView } from './read';

/** 年度计划 (S30, S31): the office writes it, the committee decides it, the months are made of it. */

const year = v.pipe(v.number(), v.safeInteger(), v.minValue(2024), v.maxValue(2099));
const month = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(12));
const weekday = v.custom<Weekday>(
  (value) => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 7,
);
const weeks = v.pipe(
  v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(5))),
  v.maxLength(5),
);
const Class = v.strictObject({
  area: oneOf(PLAN_AREAS),
  title: text(LIMITS.title),
  courseId: v.nullable(id),
  venueId: v.nullable(id),
  weekday,
  weeks,
  start: v.pipe(v.string(), v.regex(/^(0[6-9]|1\d|2[01]):[0-5]\d$/)),
  minutes: v.pipe(v.number(), v.safeInteger(), v.minValue(10), v.maxValue(480)),
});

async function change(context: ActionContext, ofYear: number, decide: (plan: Plan, step: Act) => Plan) {
  const { now, rid } = context;
  const step = { now, rid, by: personId(context.caller) };
  const repository = context.repository(plans);
  const _id = planId(ofYear);
  if ((await repository.find(_id)) === null) {
    // Refused before anything is stored, so that a refusal leaves no empty plan behind.
    decide(newPlan(ofYear, now), step);
    await repository.create(newPlan(ofYear, now));
  }
  const { doc } = await repository.change(_id, rid, (plan) => decide(plan, step));
  await carryOut(repository, doc, context.carrier);
  return planView(context, doc);
}

/** The draft that a fixed class makes on one day; the office fills in who teaches and who hosts. */
function draftPlan(one: FixedClass, course: Course, venue: Venue, startsAt: number): SessionDraft {
  const template = PROGRAM_TEMPLATES[course.program];
  return {
    courseId: course._id,
    venueId: venue._id,
    teacherId: null,
    hostId: null,
    startsAt,
    minutes: one.minutes,
    capacity: Math.min(template.seats, venue.capacity ?? template.seats),
    familyWelcome: template.familyWelcome,
    bring: [],
    agenda: [],
    signUpAt: null,
    cohort: null,
  };
}

async function generate(context: ActionContext, input: { year: number; month: number }) {
  const plan = await planOf(context, input.year);
  if (plan.approved === null) return refuse('NOT_NOW');
  const known = await knowledgeOf(context, input.year, input.month, plan.approved.classes);
  const clashes = new Map<string, string>();
  const { items } = await daysOfPlan(context, plan, input.month);
  for (const day of items.filter(({ state }) => state === 'ready')) {
    const one = plan.approved.classes.find((each) => each.id === day.classId);
    const course = known.courses.get(one?.courseId ?? '');
    const venue = known.venues.get(one?.venueId ?? '');
    if (one === undefined || course === undefined || venue === undefined) continue;
    const id = known.sessionIdOf(one, day.startsAt);
    try {
      const planned = { classId: one.id, day: dayOf(day.startsAt) };
      await createDraft(context, id, draftPlan(one, course, venue, day.startsAt), planned);
    } catch (failure) {
      // One day that does not fit must not keep the others from being made.
      if (!(failure instanceof Refusal) || failure.code === 'BUSY') throw failure;
      clashes.set(id, REFUSALS[failure.code]);
    }
  }
  const after = await daysOfPlan(context, plan, input.month);
  const fixed = new Map(plan.approved.classes.map((one) => [one.id, one]));
  return {
    items: after.items.map((day) => {
      const one = fixed.get(day.classId);
      const note = one && day.state === 'ready' && clashes.get(known.sessionIdOf(one, day.startsAt));
      return note ? { ...day, state: 'clash' as const, note } : day;
    }),
  };
}

const thisMonth = (now: number) => dayOf(now).slice(0, 7);

export const planActions = [
  action({
    name: 'plan.get',
    kind: 'read',
    input: v.strictObject({ year }),
    allow: 'school.records',
    run: async (context, input) => planView(context, await planOf(context, input.year)),
  }),
  action({
    name: 'plan.put',
    kind: 'write',
    input: v.strictObject({ year, month, id: v.nullable(id), class: Class }),
    allow: 'school.manage',
    async run(context, input) {
      await screened(context, input.class.title, 'class.title');
      const freshId = derivedId('class', personId(context.caller), context.rid);
      const wish = { id: input.id, freshId, month: input.month, said: input.class };
      return change(context, input.year, (plan, step) => put(plan, wish, step));
    },
  }),
  action({
    name: 'plan.move',
    kind: 'write',
    input: v.strictObject({ year, id, month, weekday, weeks }),
    allow: 'school.manage',
    run: (context, { year: ofYear, id: one, ...to }) =>
      change(context, ofYear, (plan, step) => move(plan, one, to, step)),
  }),
  action({
    name: 'plan.drop',
    kind: 'write',
    input: v.strictObject({ year, id }),
    allow: 'school.manage',
    run: (context, input) => change(context, input.year, (plan, step) => drop(plan, input.id, step)),
  }),
  action({
    name: 'plan.copy',
    kind: 'write',
    input: v.strictObject({ year }),
    allow: 'school.manage',
    async run(context, input) {
      const before = await planOf(context, input.year - 1);
      const idOf = (one: string) => derivedId('class', String(input.year), one);
      return change(context, input.year, (plan, step) => copied(plan, before.classes, idOf, step));
    },
  }),
  action({
    name: 'plan.propose',
    kind: 'write',
    input: v.strictObject({ year, words: someText(LIMITS.note) }),
    allow: 'school.manage',
    run(context, input) {
      const { rid, invocation, now } = context;
      const by = personId(context.caller);
      const data = {
        kind: 'annual_plan',
        subject: { kind: 'plan', id: String(input.year) },
        title: `${input.year} 年培训计划`,
        words: input.words,
        by,
        rid,
      };
      return change(context, input.year, (plan, step) => {
        const after = propose(plan, matterId(by, rid), step);
        const opened = promise(`${plan._id}:${rid}:matter`, 'matter_open', data, invocation, now);
        return { ...after, effects: [...after.effects, opened] };
      });
    },
  }),
  action({
    name: 'plan.days',
    kind: 'read',
    input: v.strictObject({ year, month }),
    allow: 'school.records',
    run: async (context, input) => daysOfPlan(context, await planOf(context, input.year), input.month),
  }),
  action({
    name: 'plan.generate',
    kind: 'write',
    input: v.strictObject({ year, month }),
    allow: 'school.manage',
    run: generate,
  }),
  action({
    name: 'plan.month',
    kind: 'read',
    input: v.strictObject({ month: v.nullable(v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/))) }),
    allow: 'anyone',
    sameForAll: true,
    async run(context, input) {
      const [ofYear = 0, ofMonth = 1] = (input.month ?? thisMonth(context.now)).split('-').map(Number);
      const plan = await context.repository(plans).find(planId(ofYear));
      const known = await knowledgeOf(context, ofYear, ofMonth, plan?.approved?.classes ?? []);
      return monthView(ofYear, ofMonth, plan, known.shown, known);
    },
  }),
];
