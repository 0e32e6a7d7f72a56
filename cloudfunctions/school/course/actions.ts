import type { CourseView } from '@contract/school';
import { LEARNER_GROUPS, METHODS, PROGRAMS, TRACKS } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import type { ActionContext, RunContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { id, oneOf } from '../../core/schemas';
import { ownPerson } from '../../people/person/read';
import { sessions } from '../session/definition';
import type { Session } from '../session/model';
import { HEAVY, readerOf } from '../session/read';
import { sessionCard } from '../session/view';
import { chosen, courseCard, nearFirst } from './menu';
import { type Course, courses } from './model';
import { type OrderStep, withOrder } from './orders';

/** The menu of one street: a few dozen courses, and the sessions that are coming. */
const MENU = 200;

export function allCourses(run: RunContext): Promise<Course[]> {
  return run.repository(courses).list({ where: { approved: true }, order: [['order', 'asc']], limit: MENU });
}

export function comingSessions(run: RunContext): Promise<Session[]> {
  const where = { shelf: 'coming', startsAt: run.database.command.gt(run.now) };
  return run.repository(sessions).list({ where, order: [['startsAt', 'asc']], limit: MENU, without: HEAVY });
}

export const onMenu = (course: Course): Course => (course.approved ? course : refuse('NOT_FOUND'));

export function orderStepOf(context: ActionContext): OrderStep {
  const { now, rid, settings } = context;
  return { now, rid, by: personId(context.caller), settings };
}

/** A course as its page shows it to this reader. */
export async function courseOf(context: ActionContext, course: Course): Promise<CourseView> {
  const { caller, now, settings } = context;
  const [found, reader, person] = await Promise.all([
    context.repository(sessions).list({
      where: { courseId: course._id, shelf: 'coming' },
      order: [['startsAt', 'asc']],
      limit: 10,
      without: HEAVY,
    }),
    readerOf(context),
    ownPerson(context),
  ]);
  const mine = course.orders.find((order) => order.personId === caller.id && order.branch !== undefined);
  const ahead = found.filter((session) => session.startsAt > now);
  return {
    ...courseCard(course, ahead, caller.id, settings),
    summary: course.summary,
    form: course.form ?? null,
    delivery: course.delivery ?? null,
    themes: course.themes ?? [],
    teacher: course.teacher,
    branchOrder: mine?.branch ?? null,
    branch: mine?.branch?.name ?? person?.branch ?? '',
    sessions: found.map((session) => sessionCard(session, reader(session))),
  };
}

export const courseActions = [
  action({
    name: 'course.menu',
    kind: 'read',
    input: v.strictObject({
      track: v.nullable(oneOf(TRACKS)),
      group: v.nullable(oneOf(LEARNER_GROUPS)),
      method: v.nullable(oneOf(METHODS)),
      program: v.nullable(oneOf(PROGRAMS)),
      communityId: v.nullable(id),
    }),
    allow: 'anyone',
    async run(context, input) {
      const [all, coming] = await Promise.all([allCourses(context), comingSessions(context)]);
      const items = nearFirst(chosen(all, input), coming, input.communityId);
      return {
        items: items.map((course) => courseCard(course, coming, context.caller.id, context.settings)),
      };
    },
  }),
  action({
    name: 'course.get',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    async run(context, input) {
      return courseOf(context, onMenu(await context.repository(courses).load(input.id)));
    },
  }),
  action({
    name: 'course.order',
    kind: 'write',
    input: v.strictObject({
      ids: v.pipe(v.array(id), v.minLength(1), v.maxLength(20)),
      ordered: v.boolean(),
    }),
    allow: 'person',
    async run(context, { ids, ordered }) {
      const who = personId(context.caller);
      const repository = context.repository(courses);
      const wanted = [...new Set(ids)];
      // All or none: one that is not on the menu any more refuses before the first is written.
      for (const one of await Promise.all(wanted.map((courseId) => repository.load(courseId)))) onMenu(one);
      const changed: Course[] = [];
      for (const courseId of wanted) {
        const { doc } = await repository.change(courseId, context.rid, (course) =>
          withOrder(onMenu(course), ordered, null, orderStepOf(context)),
        );
        changed.push(doc);
      }
      const coming = await comingSessions(context);
      return { items: changed.map((course) => courseCard(course, coming, who, context.settings)) };
    },
  }),
];
