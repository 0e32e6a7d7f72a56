import type { PlannedDay } from '@contract/plan';
import { dayOf } from '../../core/calendar';
import type { Planned, Session } from '../session/model';
import { startsOf } from './days';
import type { FixedClass } from './model';

/**
 * Classes that were made of a day which the plan has no more: named, never moved by themselves, because
 * a room is taken for them and people may have signed up. One whose day the office changed by hand still
 * belongs to the day it was made for.
 */
export function strays(
  year: number,
  classes: readonly FixedClass[],
  sessions: readonly Session[],
): PlannedDay[] {
  const has = ({ classId, day }: Planned) =>
    classes.some((one) => one.id === classId && startsOf(year, one).some((time) => dayOf(time) === day));
  return sessions.flatMap((session): PlannedDay[] => {
    const { planned, shelf } = session;
    const ofYear = planned?.day.startsWith(`${year}-`) === true;
    if (planned === undefined || !ofYear || shelf === 'past' || has(planned)) return [];
    const note = shelf === 'hidden' ? '计划挪走了，这一节还在' : '计划挪走了，这一节在报名，照旧上';
    const { startsAt, title, _id } = session;
    return [{ classId: planned.classId, name: title, startsAt, state: 'stray', note, sessionId: _id }];
  });
}
