import type { CourseView } from '../../../contract/school';
import { FACULTY_BATCHES, LEARNER_GROUPS, PROGRAMS, TRACKS } from '../../../contract/words';
import { type SessionLine, sessionLine } from '../../../lib/session-line';
import { type CourseLine, courseLine } from '../menu/menu.view';

export interface CourseLook extends CourseLine {
  summary: string;
  facts: { title: string; value: string }[];
  sessions: SessionLine[];
}

/** @param now by the server's clock, epoch ms. */
export function courseLook(view: CourseView, now: number): CourseLook {
  return {
    ...courseLine(view, [], now),
    summary: view.summary,
    facts: [
      { title: '属于哪块', value: TRACKS[view.track] },
      { title: '哪个班', value: PROGRAMS[view.program] },
      { title: '给谁听', value: view.groups.map((group) => LEARNER_GROUPS[group]).join('、') || '谁都能来' },
      {
        title: '讲师',
        value: view.teacher.name ?? `${FACULTY_BATCHES[view.teacher.batch]} · ${view.teacher.source}`,
      },
    ],
    sessions: view.sessions.map((card) => sessionLine(card, now)),
  };
}
