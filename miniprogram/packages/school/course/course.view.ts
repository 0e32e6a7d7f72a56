import type { CourseView } from '../../../contract/school';
import {
  DELIVERY_STYLES,
  LEARNER_GROUPS,
  PROGRAMS,
  RESOURCE_THEMES,
  SESSION_FORMS,
  TRACKS,
} from '../../../contract/words';
import { type SessionLine, sessionLine } from '../../../lib/session-line';
import { teacherWord } from '../../../lib/teacher';
import { known } from '../../../lib/text';
import { type CourseLine, courseLine } from '../menu/menu.view';

export interface CourseLook extends CourseLine {
  summary: string;
  facts: { title: string; value: string }[];
  sessions: SessionLine[];
  /** 支部点单, as it stands; '' when this reader has ordered for none. */
  branchOrder: string;
  branch: { name: string; size: string };
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
      { title: '课堂和现场', value: view.form === null ? known(null) : SESSION_FORMS[view.form] },
      { title: '讲法', value: view.delivery === null ? known(null) : DELIVERY_STYLES[view.delivery] },
      {
        title: '资源库',
        value: known(view.themes.map((theme) => RESOURCE_THEMES[theme]).join('、')),
      },
      { title: '讲师', value: teacherWord(view.teacher) },
    ],
    branchOrder: view.branchOrder === null ? '' : `${view.branchOrder.name}，${view.branchOrder.size} 人`,
    branch: { name: view.branch, size: view.branchOrder === null ? '' : String(view.branchOrder.size) },
    sessions: view.sessions.map((card) => sessionLine(card, now)),
  };
}
