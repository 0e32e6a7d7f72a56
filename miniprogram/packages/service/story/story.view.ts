import type { AwardView } from '../../../contract/award';
import { AWARD_KINDS, GRID_TOPICS } from '../../../contract/words';
import { AWARD_STATES } from '../../../lib/award-line';
import type { Tone } from '../../../lib/labels';
import { day } from '../../../lib/time';

export interface StoryLook {
  name: string;
  kind: string;
  fields: string[];
  word: string;
  tone: Tone;
  story: string;
  words: string;
  reason: string;
  notice: string;
  history: { key: string; at: string; text: string }[];
  course: string;
  canObject: boolean;
  /** The office: material of a course. */
  canLink: boolean;
  sample: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function storyLook(view: AwardView, now: number): StoryLook {
  return {
    name: view.name,
    kind: AWARD_KINDS[view.kind],
    fields: view.fields.map((field) => GRID_TOPICS[field]),
    ...AWARD_STATES[view.state],
    story: view.story,
    words: view.words,
    reason: view.reason,
    notice:
      view.state === 'publicity' && view.until !== null
        ? `公示到${day(view.until, now)}。谁有话都能说，说了的人不会被看到`
        : '',
    history: view.history.map(({ at, text }, index) => ({ key: `${index}`, at: day(at, now), text })),
    course: view.courseId === null ? '' : `/packages/school/course/course?id=${view.courseId}`,
    canLink: view.next.includes('link'),
    canObject: view.next.includes('object'),
    sample: view.sample,
  };
}
