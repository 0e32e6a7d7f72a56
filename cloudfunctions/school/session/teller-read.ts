import type { RunContext } from '../../core/context';
import type { Teacher } from '../faculty/model';
import { classKey } from '../route/classes';
import { type Stop, stops } from '../route/model';
import { sessions } from './definition';
import { takesPlace } from './fits';

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
