import * as v from 'valibot';
import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { sessions } from '../session/definition';
import { freeOfTeller } from '../session/teller-deliver';
import { giveBack } from './decide';
import { bookingId, bookings } from './model';

const Freeing = v.object({
  kind: v.picklist(['venue', 'teacher']),
  resourceId: v.string(),
  startsAt: v.number(),
  sessionId: v.string(),
});

/** The effect `unbook`: what a class does not need any more is free, unless it has come back to it meanwhile. */
export async function unbook(run: RunContext, effect: Effect): Promise<void> {
  const { kind, resourceId, startsAt, sessionId } = v.parse(Freeing, effect.data);
  const session = await run.repository(sessions).find(sessionId);
  const place = kind === 'venue' ? session?.venueId : session?.teacherId;
  const called = session?.state === 'cancelled' || session?.postponed?.undecided === true;
  if (!called && place === resourceId && session?.startsAt === startsAt) return;
  if (kind === 'teacher') await freeOfTeller(run, resourceId, { sessionId, startsAt }, effect.id);
  const repository = run.repository(bookings);
  const id = bookingId(kind, resourceId, startsAt);
  if ((await repository.find(id)) === null) return;
  await repository.change(id, effect.id, (booking) => giveBack(booking, sessionId, startsAt));
}
