import { afterQuiet, DAY, startOfDay, timeOnDay } from '../../core/calendar';
import type { Settings } from '../../core/settings';
import type { Session } from './model';

/** 课前提醒 (workflows 2.9): the day before and the morning, each once, never in the quiet hours. Pure. */

/** The moments that still lie ahead, early first. */
export function remindersOf(
  startsAt: number,
  now: number,
  { reminders, quiet }: Pick<Settings, 'reminders' | 'quiet'>,
): number[] {
  const { dayBefore, morning } = reminders;
  const moments = [
    ...(dayBefore === '' ? [] : [timeOnDay(startOfDay(startsAt) - DAY / 2, dayBefore)]),
    ...(morning === '' ? [] : [timeOnDay(startsAt, morning)]),
  ].map((moment) => afterQuiet(moment, quiet));
  return moments.filter((moment) => moment > now && moment < startsAt);
}

/** Those that are due are taken off; several at once remind once. */
export function withoutDue(session: Session, now: number): { due: number | null; session: Session } {
  const pending = session.reminders ?? [];
  const due = pending.filter((moment) => moment <= now);
  const last = due.at(-1);
  if (last === undefined) return { due: null, session };
  return { due: last, session: { ...session, reminders: pending.filter((moment) => moment > now) } };
}
