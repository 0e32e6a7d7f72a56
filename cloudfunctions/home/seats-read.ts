import { DAY } from '../core/calendar';
import type { ActionContext } from '../core/context';
import { sessions } from '../school/session/definition';
import type { Session } from '../school/session/model';
import { HEAVY } from '../school/session/read';

export const soonest = [['startsAt', 'asc']] as const;
/** More than anybody has seats before them. */
export const SEATS = 10;

/** Seats, offers and places in line that are still before them, or just begun. */
export const seatsBefore = (context: ActionContext, personId: string) => ({
  people: personId,
  startsAt: context.database.command.gt(context.now - DAY / 4),
});

export async function ownSeats(context: ActionContext): Promise<Session[]> {
  const { id } = context.caller;
  if (id === null) return [];
  return context
    .repository(sessions)
    .list({ where: seatsBefore(context, id), order: soonest, limit: SEATS, without: HEAVY });
}
