import type { HoursView } from '@contract/home-lesson';
import { HOUR } from '../../core/calendar';
import type { HomeLesson } from '../home-lesson/model';
import type { Session } from '../session/model';

type Item = HoursView['items'][number];

/** Half hours, at least one: an hour of organised study is one study hour (workflows 2.5). */
function hoursOf(session: Session): number {
  return Math.max(0.5, Math.round(((session.endsAt - session.startsAt) / HOUR) * 2) / 2);
}

/** Only classes where this person was present and visits that were confirmed; newest first. */
export function studyItems(sessions: readonly Session[], lessons: readonly HomeLesson[], me: string): Item[] {
  const attended = sessions
    .filter((session) => session.holders.some((one) => one.personId === me && one.arrived !== undefined))
    .map(
      (session): Item => ({
        title: session.title,
        at: session.startsAt,
        hours: hoursOf(session),
        from: 'class',
      }),
    );
  const visits = lessons.flatMap((lesson): Item[] =>
    lesson.learnerId === me && lesson.state === 'confirmed' && lesson.confirmedAt !== null
      ? [{ title: '送学上门', at: lesson.confirmedAt, hours: lesson.hours, from: 'home' }]
      : [],
  );
  return [...attended, ...visits].sort((a, b) => b.at - a.at);
}
