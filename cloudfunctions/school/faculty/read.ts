import type { TeacherDesk, ThanksLine } from '@contract/faculty';
import { can } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { sessions } from '../session/definition';
import { HEAVY } from '../session/read';
import { thanks } from '../thanks/model';
import { type Teacher, teachers } from './model';
import { type DeskReader, teacherDesk, thanksLine } from './view';

/** Everything that the office's desk shows, in two queries however many teachers there are. */
export async function officeDesks(
  context: ActionContext,
  some: readonly Teacher[],
): Promise<{ desks: TeacherDesk[]; unaddressed: ThanksLine[] }> {
  const _ = context.database.command;
  const [said, classes] = await Promise.all([
    context.repository(thanks).list({
      where: { createdAt: _.gt(0) },
      order: [['createdAt', 'desc']],
      limit: 50,
      without: ['timeline', 'effects'],
    }),
    context.repository(sessions).list({
      where: { shelf: 'coming', startsAt: _.gt(context.now) },
      order: [['startsAt', 'asc']],
      limit: 100,
      without: HEAVY,
    }),
  ]);
  const reader = deskReader(context);
  return {
    desks: some.map((teacher) =>
      teacherDesk(
        teacher,
        said.filter(({ teacherId }) => teacherId === teacher._id),
        classes.filter(({ teacherId }) => teacherId === teacher._id),
        reader,
      ),
    ),
    unaddressed: said.filter(({ teacherId }) => teacherId === null).map(thanksLine),
  };
}

/** The faculty of one street is a few dozen people: loaded whole. */
export function faculty(context: ActionContext): Promise<Teacher[]> {
  return context.repository(teachers).list({
    where: { createdAt: context.database.command.gt(0) },
    order: [['createdAt', 'asc']],
    limit: 100,
    without: ['timeline', 'effects'],
  });
}

export function deskReader(context: ActionContext): DeskReader {
  return { personId: context.caller.id, office: can(context.caller, 'school.manage') };
}

export async function deskOf(context: ActionContext, teacher: Teacher): Promise<TeacherDesk> {
  const _ = context.database.command;
  const [said, classes] = await Promise.all([
    context.repository(thanks).list({
      where: { teacherId: teacher._id },
      order: [['createdAt', 'desc']],
      limit: 10,
      without: ['timeline', 'effects'],
    }),
    context.repository(sessions).list({
      where: { teacherId: teacher._id, startsAt: _.gt(context.now) },
      order: [['startsAt', 'asc']],
      limit: 10,
      without: HEAVY,
    }),
  ]);
  const planned = classes.filter(({ state }) => state !== 'cancelled');
  return teacherDesk(teacher, said, planned, deskReader(context));
}
