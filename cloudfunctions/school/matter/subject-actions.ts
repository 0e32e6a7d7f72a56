import type { MatterSubject } from '@contract/governance';
import * as v from 'valibot';
import { action } from '../../core/action';
import type { ActionContext } from '../../core/context';
import { nominations } from '../../service/award/definition';
import { courses } from '../course/model';
import { teachers } from '../faculty/model';
import { faculty } from '../faculty/read';
import { recordedLessons } from '../recorded/model';

/** What the office can put before the committee, and what it is called. */

interface Subject {
  subject: MatterSubject;
  title: string;
  sample: boolean;
}

const MOST = 100;
const lean = { limit: MOST, without: ['timeline', 'effects'] } as const;

/** Everybody who can see it can be told to take it down. */
async function shown(context: ActionContext): Promise<Subject[]> {
  const _ = context.database.command;
  const [menu, recorded, stories] = await Promise.all([
    context.repository(courses).list({ where: { approved: true }, order: [['order', 'asc']], ...lean }),
    context
      .repository(recordedLessons)
      .list({ where: { approved: true }, order: [['order', 'asc']], ...lean }),
    context.repository(nominations).list({
      where: { state: 'commended', decidedAt: _.gt(0) },
      order: [['decidedAt', 'desc']],
      ...lean,
    }),
  ]);
  return [
    ...menu.map((one) => ({
      subject: { kind: 'course' as const, id: one._id },
      title: one.title,
      sample: one.sample,
    })),
    ...recorded.map((one) => ({
      subject: { kind: 'recorded' as const, id: one._id },
      title: one.title,
      sample: one.sample,
    })),
    ...stories
      .filter((one) => one.takenDown === undefined)
      .map((one) => ({
        subject: { kind: 'story' as const, id: one._id },
        title: `身边榜样：${one.name}`,
        sample: one.sample,
      })),
  ];
}

/** Whoever has not been appointed yet (S26 师资聘任). */
async function unappointed(context: ActionContext): Promise<Subject[]> {
  return (await faculty(context))
    .filter((one) => one.appointed === undefined)
    .map((one) => ({ subject: { kind: 'teacher', id: one._id }, title: one.name, sample: one.sample }));
}

/** `null`: there is no such thing, or it is not there for this kind of matter. */
export async function subjectOf(
  context: ActionContext,
  kind: 'faculty' | 'takedown',
  { kind: what, id }: MatterSubject,
): Promise<{ title: string; sample: boolean } | null> {
  if (kind === 'faculty') {
    const teacher = what === 'teacher' ? await context.repository(teachers).find(id) : null;
    return teacher === null || teacher.appointed !== undefined
      ? null
      : { title: teacher.name, sample: teacher.sample };
  }
  if (what === 'course') {
    const course = await context.repository(courses).find(id);
    return course?.approved === true ? course : null;
  }
  if (what === 'recorded') {
    const lesson = await context.repository(recordedLessons).find(id);
    return lesson?.approved === true ? lesson : null;
  }
  if (what !== 'story') return null;
  const story = await context.repository(nominations).find(id);
  return story?.state === 'commended' && story.takenDown === undefined
    ? { title: `身边榜样：${story.name}`, sample: story.sample }
    : null;
}

export const matterSubjectActions = [
  action({
    name: 'matter.subjects',
    kind: 'read',
    input: v.strictObject({ kind: v.picklist(['faculty', 'takedown']) }),
    allow: 'school.manage',
    async run(context, { kind }) {
      return { items: kind === 'faculty' ? await unappointed(context) : await shown(context) };
    },
  }),
];
