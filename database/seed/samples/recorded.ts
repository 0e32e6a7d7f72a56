import { wakeTime } from '../../../cloudfunctions/core/aggregate';
import { DEFAULT_SETTINGS } from '../../../cloudfunctions/core/settings';
import { type RecordedLesson, recordedLessons as shelf } from '../../../cloudfunctions/school/recorded/model';
import { base } from '../base';

/** Recorded lessons of a demonstration: what they would be about; no recording has been made. */
const list: readonly Pick<RecordedLesson, '_id' | 'title' | 'summary' | 'track' | 'theme' | 'courseId'>[] = [
  {
    _id: 'r-rights',
    title: '党员的权利，先听一遍',
    summary: '听完有想不通的，线下一项一项唠。',
    track: 'theory',
    theme: 'red',
    courseId: 'c-rights',
  },
  {
    _id: 'r-vow',
    title: '当初为啥入党',
    summary: '几位老同志说的几句话。',
    track: 'spirit',
    theme: 'red',
    courseId: 'c-vow',
  },
  {
    _id: 'r-street',
    title: '咱们街这些年',
    summary: '看看变了啥，还缺啥。',
    track: 'practice',
    theme: 'development',
    courseId: null,
  },
];

export function sampleRecorded(now: number): RecordedLesson[] {
  const lessons: RecordedLesson[] = list.map((lesson, order) => ({
    ...base(lesson._id, now),
    ...lesson,
    minutes: null,
    fileId: null,
    approved: true,
    order,
    sample: true,
  }));
  return lessons.map((one) => ({ ...one, wakeAt: wakeTime(shelf.nextTimer(one, DEFAULT_SETTINGS), []) }));
}
