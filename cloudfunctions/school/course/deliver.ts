import * as v from 'valibot';
import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { courses } from './model';
import { served, unserved, withoutOrders } from './orders';

const Serving = v.object({
  courseId: v.string(),
  sessionId: v.string(),
  startsAt: v.number(),
  venueName: v.nullable(v.string()),
  signUpAt: v.nullable(v.number()),
});
const Unserving = v.object({ courseId: v.string(), sessionId: v.string() });

/** The effect `serve_orders` of a class that was published. */
export async function serveOrders(run: RunContext, effect: Effect): Promise<void> {
  const { courseId, ...facts } = v.parse(Serving, effect.data);
  const repository = run.repository(courses);
  const rid = `serve:${facts.sessionId}`;
  const { doc } = await repository.change(courseId, rid, (course) =>
    served(course, facts, { ...stepOf(run, rid), invocation: run.invocation }),
  );
  await carryOut(repository, doc, run.carrier);
}

/** The effect `unserve_orders` of a class that was called off. */
export async function unserveOrders(run: RunContext, effect: Effect): Promise<void> {
  const { courseId, sessionId } = v.parse(Unserving, effect.data);
  const rid = `unserve:${sessionId}`;
  await run
    .repository(courses)
    .change(courseId, rid, (course) => unserved(course, sessionId, stepOf(run, rid)));
}

const MENU = 200;

/** Takes the orders of somebody who was erased out of every course. */
export async function forgetOrders(run: RunContext, personId: string, rid: string): Promise<void> {
  const repository = run.repository(courses);
  for (const approved of [true, false]) {
    const found = await repository.list({ where: { approved }, order: [['order', 'asc']], limit: MENU });
    for (const course of found) {
      const step = stepOf(run, rid);
      if (withoutOrders(course, personId, step) === course) continue;
      await repository.change(course._id, rid, (stored) => withoutOrders(stored, personId, step));
    }
  }
}

const stepOf = (run: RunContext, rid: string) => ({
  now: run.now,
  rid,
  by: 'system',
  settings: run.settings,
});
