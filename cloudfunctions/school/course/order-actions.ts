import { LIMITS } from '@contract/limits';
import type { OrderLine } from '@contract/orders';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { id, someText } from '../../core/schemas';
import { screened } from '../../core/screening';
import type { Settings } from '../../core/settings';
import { persons } from '../../people/person/model';
import { onDesk } from '../session/desk-actions';
import type { Session } from '../session/model';
import { allCourses, courseOf, onMenu, orderStepOf } from './actions';
import { type Course, courses } from './model';
import { branchesOf, enough, headsOf, withOrder } from './orders';

/** The next order of this person needs no name any more. */
async function remember(context: ActionContext, branch: string): Promise<void> {
  const { now, rid } = context;
  const by = personId(context.caller);
  await context
    .repository(persons)
    .change(by, rid, (person) =>
      person.branch === branch
        ? person
        : { ...person, branch, timeline: [...person.timeline, { rid, at: now, by, command: 'branch' }] },
    );
}

function orderLine(course: Course, planned: readonly Session[], settings: Settings): OrderLine {
  const found = planned.find((session) => session.courseId === course._id);
  return {
    id: course._id,
    title: course.title,
    program: course.program,
    minutes: course.minutes,
    heads: headsOf(course.orders),
    enough: enough(course, settings),
    branches: branchesOf(course.orders),
    pooledAt: course.pooledAt ?? null,
    planned: found ? { id: found._id, state: found.state, startsAt: found.startsAt } : null,
    sample: course.sample,
  };
}

export const orderActions = [
  action({
    name: 'course.order_branch',
    kind: 'write',
    input: v.strictObject({
      id,
      branch: someText(LIMITS.name),
      size: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(LIMITS.branch)),
      ordered: v.boolean(),
    }),
    allow: 'person',
    async run(context, { id: courseId, branch, size, ordered }) {
      const repository = context.repository(courses);
      onMenu(await repository.load(courseId));
      if (ordered) await screened(context, branch, 'branch');
      const { doc } = await repository.change(courseId, context.rid, (course) =>
        withOrder(onMenu(course), ordered, { name: branch, size }, orderStepOf(context)),
      );
      if (ordered) await remember(context, branch);
      return courseOf(context, doc);
    },
  }),
  action({
    name: 'course.orders',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'school.manage',
    async run(context) {
      const [all, desk] = await Promise.all([allCourses(context), onDesk(context)]);
      const ahead = (shelf: Session['shelf']) =>
        desk.filter((session) => session.shelf === shelf && session.startsAt > context.now);
      const planned = [...ahead('hidden'), ...ahead('coming')];
      const lines = all
        .filter(({ orders }) => orders.length > 0)
        .map((course) => orderLine(course, planned, context.settings));
      const since = (line: OrderLine) => line.pooledAt ?? 0;
      return {
        pool: lines.filter((line) => line.pooledAt !== null).sort((a, b) => since(a) - since(b)),
        waiting: lines.filter((line) => line.pooledAt === null),
      };
    },
  }),
];
