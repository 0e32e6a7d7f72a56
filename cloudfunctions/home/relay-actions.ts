import * as v from 'valibot';
import { action } from '../core/action';
import type { ActionContext } from '../core/context';
import { refuse } from '../core/refusal';
import { id } from '../core/schemas';
import { type Course, courses } from '../school/course/model';
import { sessions } from '../school/session/definition';
import { wishCard } from '../service/request/cards';
import { requests } from '../service/request/definition';
import type { ServiceRequest } from '../service/request/model';
import { HEAVY } from '../service/request/read';
import { categoriesFor, isRelayTime, relayed } from './relay';

/** 学用接力 joins school and service, so it stands in neither. */
const OF_EACH = 10;

async function fitting(context: ActionContext, course: Course): Promise<ServiceRequest[]> {
  const _ = context.database.command;
  const categories = categoriesFor(course);
  if (categories.length === 0) return [];
  return context.repository(requests).list({
    where: { wall: true, wallOrder: _.gte(0) },
    either: categories.map((category) => ({ category })),
    order: [['wallOrder', 'asc']],
    limit: categories.length * OF_EACH,
    without: [...HEAVY, 'timeline'],
  });
}

/** The resident's own word, and nothing else, is what a course has led to. */
function confirmedFor(context: ActionContext, courseId: string): Promise<number> {
  return context.repository(requests).count({ sourceCourseId: courseId, 'rating.solved': true });
}

export const relayActions = [
  action({
    name: 'relay.session',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    async run(context, input) {
      const session = await context.repository(sessions).load(input.id);
      if (session.shelf === 'hidden') refuse('NOT_FOUND');
      const [course, confirmed] = await Promise.all([
        context.repository(courses).find(session.courseId),
        confirmedFor(context, session.courseId),
      ]);
      const open = course !== null && isRelayTime(session, context.now);
      const found = open ? await fitting(context, course) : [];
      const wishes = relayed(found, session.communityId, context.caller.id);
      return {
        courseId: session.courseId,
        wishes: wishes.map((request) => wishCard(request, context.caller.id)),
        confirmed,
      };
    },
  }),
  action({
    name: 'relay.course',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    run: async (context, input) => ({ confirmed: await confirmedFor(context, input.id) }),
  }),
];
