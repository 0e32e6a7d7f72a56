import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { takeDownStory } from '../../service/award/take-down-deliver';
import { takenDown } from '../content/publish';
import { courses } from '../course/model';
import { teachers } from '../faculty/model';
import { recordedLessons } from '../recorded/model';

/** The effect `matter_done`: what the committee decided is done, once by the effect's id. */
export async function doMatter(run: RunContext, effect: Effect): Promise<void> {
  const { matterId, subject, subjectId, carried } = effect.data;
  if (typeof matterId !== 'string' || typeof subjectId !== 'string') throw new Error('no matter to do');
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
