import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { deliver } from '../../people/inbox/deliver';
import { teachers } from './model';

const DESK = '/packages/school/teaching/teaching';

/** Tells somebody of the faculty, by the account that said yes; who has none yet is told by the office. */
export async function tellTeacher(run: RunContext, effect: Effect): Promise<void> {
  const { teacherId, title, text } = effect.data;
  if (typeof teacherId !== 'string') throw new Error('no teacher to tell');
  const teacher = await run.repository(teachers).find(teacherId);
  if (teacher === null || teacher.accountId === null) return;
  const data = { to: teacher.accountId, template: 'class', title, text, link: DESK, urgent: false };
  await deliver(run, { ...effect, data });
}
