import type { ActionContext, RunContext } from '../../core/context';
import { type Teacher, teachers } from '../faculty/model';
import { classKey, freeClass, holdClass, withoutStale } from '../route/classes';
import { type ClassPlace, type Stop, stops } from '../route/model';
import { sessions } from './definition';
import { takesPlace } from './fits-read';

/** A class by somebody who also tells at a stop (S23) takes its place there; the rest is `route/classes.ts`. */

/** Stops of one person; the domain knows one each. */
const MOST = 10;

export async function stopsOfTeller(
  run: RunContext,
  teacher: Pick<Teacher, 'accountId'> | null,
): Promise<Stop[]> {
  if (teacher === null || teacher.accountId === null) return [];
  return run
    .repository(stops)
    .list({ where: { tellerId: teacher.accountId }, order: [['order', 'asc']], limit: MOST });
}

/** Those of its classes that are not there, or are somewhere else now: a crash left them behind. */
export async function staleClasses(run: RunContext, stopId: string): Promise<ReadonlySet<string>> {
  const { classes = [] } = await run.repository(stops).load(stopId);
  const found = await Promise.all(classes.map(({ sessionId }) => run.repository(sessions).find(sessionId)));
  const gone = classes.filter((one, place) => {
    const session = found[place];
    if (!session || !takesPlace(session)) return true;
    return session.startsAt !== one.startsAt || session.teacherId !== one.teacherId;
  });
  return new Set(gone.map(classKey));
}

/** @throws TEACHER_FULL, TEACHER_TAKEN */
export async function takeOfTeller(
  context: ActionContext,
  stopId: string,
  { sessionId, teacherId, startsAt, endsAt, at }: ClassPlace,
): Promise<void> {
  const stale = await staleClasses(context, stopId);
  const { now, settings } = context;
  const wish = { sessionId, teacherId, startsAt, endsAt, at };
  await context
    .repository(stops)
    .change(stopId, context.rid, (stop) =>
      holdClass(withoutStale(stop, stale, now), wish, settings.hostMonthlyCap, now),
    );
}

/** Gives back what a class does not need any more. */
export async function freeOfTeller(
  run: RunContext,
  teacherId: string,
  { sessionId, startsAt }: Pick<ClassPlace, 'sessionId' | 'startsAt'>,
  rid: string,
): Promise<void> {
  const teacher = await run.repository(teachers).find(teacherId);
  for (const { _id } of await stopsOfTeller(run, teacher))
    await run.repository(stops).change(_id, rid, (stop) => freeClass(stop, sessionId, startsAt));
}
