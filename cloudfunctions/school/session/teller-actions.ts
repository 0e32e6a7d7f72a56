import type { ActionContext } from '../../core/context';
import { holdClass, withoutStale } from '../route/classes';
import { type ClassPlace, stops } from '../route/model';
import { staleClasses } from './teller-read';

/** Takes of a storyteller's month what a class needs. Twice takes once. @throws TEACHER_FULL, TEACHER_TAKEN */
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
