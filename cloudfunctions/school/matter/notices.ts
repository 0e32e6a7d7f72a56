import { promise } from '../../core/effects';
import type { CommitteeMatter } from './model';

/** What follows a decision, as effects of the update that made it; pure. */

const pageOf = (matter: CommitteeMatter) => `/packages/academic/matter/matter?id=${matter._id}`;

/** The members are asked. */
export function askMembers(matter: CommitteeMatter, by: string, now: number): CommitteeMatter {
  const data = {
    role: 'committee',
    title: '有件事等您签',
    text: matter.title,
    link: pageOf(matter),
  };
  const effect = promise(`${matter._id}:${matter.round}:ask`, 'tell_role', data, by, now);
  return { ...matter, effects: [...matter.effects, effect] };
}

/** What was decided is done, and who proposed it hears how it went. */
export function settled(matter: CommitteeMatter, by: string, now: number): CommitteeMatter {
  if (matter.state === 'signing') return matter;
  const carried = matter.state === 'carried';
  const { kind, subject } = matter;
  const done = promise(
    `${matter._id}:done`,
    'matter_done',
    { matterId: matter._id, kind, subject: subject.kind, subjectId: subject.id, carried },
    by,
    now,
  );
  const told = promise(
    `${matter._id}:told`,
    'notify',
    {
      to: matter.proposerId,
      template: 'progress',
      title: carried ? '校务委员会同意了' : '校务委员会没同意',
      text: matter.title,
      link: pageOf(matter),
      urgent: false,
    },
    by,
    now,
  );
  const news = matter.state === 'withdrawn' ? [] : [told];
  return { ...matter, effects: [...matter.effects, done, ...news] };
}
