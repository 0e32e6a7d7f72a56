import type { RecordedCard } from '@contract/recorded';
import * as v from 'valibot';
import { action } from '../../core/action';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { courses } from '../course/model';
import { type RecordedLesson, recordedLessons } from './model';

/** One street records a few dozen lessons. */
const SHOWN = 100;

function card({ _id, title, track, theme, minutes, sample }: RecordedLesson): RecordedCard {
  return { id: _id, title, track, theme, minutes, sample };
}

export const recordedActions = [
  action({
    name: 'recorded.list',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const found = await context
        .repository(recordedLessons)
        .list({ where: { approved: true }, order: [['order', 'asc']], limit: SHOWN });
      return { items: found.map(card) };
    },
  }),
  action({
    name: 'recorded.get',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    async run(context, input) {
      const lesson = await context.repository(recordedLessons).load(input.id);
      if (!lesson.approved) refuse('NOT_FOUND');
      const course =
        lesson.courseId === null ? null : await context.repository(courses).find(lesson.courseId);
      const [videoUrl] = lesson.fileId === null ? [] : await context.temporaryUrls([lesson.fileId]);
      return {
        ...card(lesson),
        summary: lesson.summary,
        videoUrl: videoUrl ?? null,
        courseId: course?.approved ? course._id : null,
        ordered: course?.orders.some((order) => order.personId === context.caller.id) ?? false,
      };
    },
  }),
];
