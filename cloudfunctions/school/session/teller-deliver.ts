import type { RunContext } from '../../core/context';
import { teachers } from '../faculty/model';
import { freeClass } from '../route/classes';
import { type ClassPlace, stops } from '../route/model';
import { stopsOfTeller } from './teller-read';

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
