import { birth } from '../../core/birth';
import type { ActionContext } from '../../core/context';
import { promise } from '../../core/effects';
import { Refusal, refuse } from '../../core/refusal';
import { CLAIM_GRACE_MS, giveBack, keyOf, take } from '../booking/decide';
import { bookingId, bookings, type Claim, monthOfTime, type ResourceKind } from '../booking/model';
import { sessions } from './definition';
import { misfitsOf, takesPlace } from './fits';
import { aroundOf, mustFit, type Placing } from './fits-read';
import type { Session } from './model';
import { takeOfTeller } from './teller-actions';
import { freeOfTeller } from './teller-deliver';

/**
 * Room and teacher are taken before the class is written, each in its own document of the month: of two
 * offices that schedule the same evening at once one gets it. A crash in between leaves a claim without a
 * class; whoever collides with it looks the class up and takes the place.
 */

export interface Booked extends Placing {
  sessionId: string;
  title: string;
}

export const placingOf = (session: Session): Booked => ({
  sessionId: session._id,
  title: session.title,
  venueId: session.venueId,
  teacherId: session.teacherId ?? null,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  capacity: session.capacity,
});

/** @throws VENUE_TAKEN, ROOM_SMALL, TEACHER_TAKEN, TEACHER_UNFIT, TEACHER_FULL; nothing is kept then */
export async function book(context: ActionContext, wish: Booked): Promise<void> {
  const around = await aroundOf(context, wish);
  mustFit(misfitsOf(wish, around, context.settings));
  const { sessionId, title, startsAt, endsAt, venueId, teacherId } = wish;
  const claim: Claim = { sessionId, title, startsAt, endsAt, at: context.now };
  await takeOne(context, 'venue', venueId, claim);
  if (teacherId === null) return;
  try {
    await takeOne(context, 'teacher', teacherId, claim);
    try {
      for (const { _id } of around.tells) await takeOfTeller(context, _id, { ...claim, teacherId });
    } catch (failure) {
      if (failure instanceof Refusal) await free(context, 'teacher', teacherId, claim);
      throw failure;
    }
  } catch (failure) {
    if (failure instanceof Refusal) await free(context, 'venue', venueId, claim);
    throw failure;
  }
}

/** Undoes a booking whose class was refused in the end; what the class has stays its own. */
export async function unbook(context: ActionContext, wish: Booked): Promise<void> {
  const { sessionId, startsAt, venueId, teacherId } = wish;
  const session = await context.repository(sessions).find(sessionId);
  const has = session !== null && takesPlace(session) && session.startsAt === startsAt ? session : null;
  if (has?.venueId !== venueId) await free(context, 'venue', venueId, wish);
  if (teacherId === null || has?.teacherId === teacherId) return;
  await free(context, 'teacher', teacherId, wish);
  await freeOfTeller(context, teacherId, wish, context.rid);
}

/** Promises back what the class had and does not have any more. */
export function withFreed(before: Session, after: Session, invocation: string, now: number): Session {
  if (!takesPlace(before)) return after;
  const old = placingOf(before);
  const has = takesPlace(after) && after.startsAt === old.startsAt ? placingOf(after) : null;
  const resources = [
    ['venue', old.venueId, has?.venueId],
    ['teacher', old.teacherId, has?.teacherId],
  ] as const;
  const effects = resources.flatMap(([kind, had, still]) => {
    if (had === null || had === still) return [];
    const data = { kind, resourceId: had, startsAt: old.startsAt, sessionId: after._id };
    const key = `${after._id}:free:${kind}:${had}:${old.startsAt}:${before.version}`;
    return [promise(key, 'unbook', data, invocation, now)];
  });
  return effects.length === 0 ? after : { ...after, effects: [...after.effects, ...effects] };
}

async function takeOne(
  context: ActionContext,
  kind: ResourceKind,
  resourceId: string,
  claim: Claim,
): Promise<void> {
  const repository = context.repository(bookings);
  const id = bookingId(kind, resourceId, claim.startsAt);
  if ((await repository.find(id)) === null) {
    const fresh = birth(id, bookings.schema, [], context.now);
    await repository.create({ ...fresh, kind, resourceId, month: monthOfTime(claim.startsAt), claims: [] });
  }
  const stale = new Set<string>();
  for (;;) {
    let against: Claim[] = [];
    await repository.change(id, context.rid, (booking) => {
      const outcome = take(booking, claim, stale);
      against = outcome.is === 'taken' ? [] : [outcome.claim];
      return outcome.is === 'taken' ? outcome.booking : booking;
    });
    const [first] = against;
    if (first === undefined) return;
    const gone = await withoutClass(context, kind, resourceId, against);
    const fresh = gone.filter((one) => !stale.has(keyOf(one)) && one.at <= context.now - CLAIM_GRACE_MS);
    if (fresh.length === 0)
      refuse(kind === 'venue' ? 'VENUE_TAKEN' : 'TEACHER_TAKEN', { at: first.startsAt });
    for (const one of fresh) stale.add(keyOf(one));
  }
}

/** Those of the claims that stand for nothing: their class is not there, or is somewhere else now. */
async function withoutClass(
  context: ActionContext,
  kind: ResourceKind,
  resourceId: string,
  claims: readonly Claim[],
): Promise<Claim[]> {
  const found = await Promise.all(
    claims.map(({ sessionId }) => context.repository(sessions).find(sessionId)),
  );
  return claims.filter((claim, place) => {
    const session = found[place];
    if (!session || !takesPlace(session) || session.startsAt !== claim.startsAt) return true;
    return (kind === 'venue' ? session.venueId : session.teacherId) !== resourceId;
  });
}

async function free(
  context: ActionContext,
  kind: ResourceKind,
  resourceId: string,
  { sessionId, startsAt }: Pick<Claim, 'sessionId' | 'startsAt'>,
): Promise<void> {
  const id = bookingId(kind, resourceId, startsAt);
  const repository = context.repository(bookings);
  if ((await repository.find(id)) === null) return;
  await repository.change(id, context.rid, (booking) => giveBack(booking, sessionId, startsAt));
}
