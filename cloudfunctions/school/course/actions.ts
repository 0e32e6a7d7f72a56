import { LEARNER_GROUPS, METHODS, PROGRAMS, TRACKS } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import type { RunContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { id, oneOf } from '../../core/schemas';
import { sessions } from '../session/definition';
import type { Session } from '../session/model';
import { HEAVY, readerOf } from '../session/read';
import { sessionCard } from '../session/view';
import { chosen, courseCard, nearFirst, withOrder } from './menu';
import { type Course, courses } from './model';

/** The menu of one street: a few dozen courses, and the sessions that are coming. */
const MENU = 200;

export function allCourses(run: RunContext): Promise<Course[]> {
  return run.repository(courses).list({ where: { approved: true }, order: [['order', 'asc']], limit: MENU });
}

export function comingSessions(run: RunContext): Promise<Session[]> {
  const where = { shelf: 'coming', startsAt: run.database.command.gt(run.now) };
  return run.repository(sessions).list({ where, order: [['startsAt', 'asc']], limit: MENU, without: HEAVY });
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
      return { items: items.map((course) => courseCard(course, coming, context.caller.id)) };
    },
  }),
  action({
    name: 'course.get',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    async run(context, input) {
      const course = await context.repository(courses).load(input.id);
      if (!course.approved) refuse('NOT_FOUND');
      const found = await context.repository(sessions).list({
        where: { courseId: course._id, shelf: 'coming' },
        order: [['startsAt', 'asc']],
        limit: 10,
        without: HEAVY,
      });
      const reader = await readerOf(context);
      return {
        ...courseCard(
          course,
          found.filter((session) => session.startsAt > context.now),
          context.caller.id,
        ),
        summary: course.summary,
        form: course.form ?? null,
        delivery: course.delivery ?? null,
        themes: course.themes ?? [],
        teacher: course.teacher,
        sessions: found.map((session) => sessionCard(session, reader(session))),
      };
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
      const changed: Course[] = [];
      for (const courseId of new Set(ids)) {
        const { doc } = await repository.change(courseId, context.rid, (course) =>
          course.approved ? withOrder(course, who, ordered, context.now, context.rid) : refuse('NOT_FOUND'),
        );
        changed.push(doc);
      }
      const coming = await comingSessions(context);
      return { items: changed.map((course) => courseCard(course, coming, who)) };
    },
  }),
];
