import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { persons } from '../../people/person/model';
import { takeDownStory } from '../../service/award/take-down-deliver';
import { takenDown } from '../content/publish';
import { courses } from '../course/model';
import { teachers } from '../faculty/model';
import { settle } from '../plan/decide';
import { planId, plans } from '../plan/model';
import { recordedLessons } from '../recorded/model';
import { matters, newMatter } from './model';
import { askMembers } from './notices';

/** The effect `matter_open`: a plan was put before the committee, once by who did it and their rid. */
export async function openMatter(run: RunContext, effect: Effect): Promise<void> {
  const { title, words, by, rid, subject } = effect.data;
  const id: unknown = typeof subject === 'object' && subject !== null ? Reflect.get(subject, 'id') : null;
  if (
    typeof title !== 'string' ||
    typeof words !== 'string' ||
    typeof by !== 'string' ||
    typeof rid !== 'string' ||
    typeof id !== 'string'
  )
    throw new Error('no matter to open');
  const proposer = await run.repository(persons).find(by);
  const fresh = newMatter({
    kind: 'annual_plan',
    subject: { kind: 'plan', id },
    title,
    words,
    by,
    rid,
    now: run.now,
    sample: proposer?.sample ?? false,
  });
  const repository = run.repository(matters);
  const { doc } = await repository.create(askMembers(fresh, run.invocation, run.now));
  await carryOut(repository, doc, run.carrier);
}

/** The effect `matter_done`: what the committee decided is done, once by the effect's id. */
export async function doMatter(run: RunContext, effect: Effect): Promise<void> {
  const { matterId, subject, subjectId, carried } = effect.data;
  if (typeof matterId !== 'string' || typeof subjectId !== 'string') throw new Error('no matter to do');
  if (subject === 'plan') {
    const done = { now: run.now, rid: effect.id, by: 'committee' };
    await run
      .repository(plans)
      .change(planId(Number(subjectId)), effect.id, (plan) => settle(plan, matterId, carried === true, done));
    return;
  }
  if (carried !== true) return;
  const step = { now: run.now, rid: effect.id, by: 'committee' };
  const down = { at: run.now, by: 'committee', reason: '校务委员会议定', matterId };
  switch (subject) {
    case 'teacher':
      await run.repository(teachers).change(subjectId, effect.id, (teacher) => ({
        ...teacher,
        appointed: { at: run.now, matterId },
        timeline: [...teacher.timeline, { rid: effect.id, at: run.now, by: 'committee', command: 'appoint' }],
      }));
      return;
    case 'course':
      await run.repository(courses).change(subjectId, effect.id, (one) => takenDown(one, down, step));
      return;
    case 'recorded':
      await run.repository(recordedLessons).change(subjectId, effect.id, (one) => takenDown(one, down, step));
      return;
    case 'story':
      await takeDownStory(run, subjectId, down, effect.id);
      return;
    default:
      throw new Error('nothing that a matter could be about');
  }
}
