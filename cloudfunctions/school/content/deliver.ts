import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { courses } from '../course/model';
import { newPolicies, policies } from '../policy/model';
import { recordedLessons } from '../recorded/model';
import { contentDrafts } from './model';
import { publishedCourse, publishedLesson, withWording } from './publish';

/** The effect `content_publish`: the approved edition becomes what is seen, once by the effect's id. */
export async function publishContent(run: RunContext, effect: Effect): Promise<void> {
  const { draftId } = effect.data;
  if (typeof draftId !== 'string') throw new Error('no draft to publish');
  const draft = await run.repository(contentDrafts).load(draftId);
  const { body, contentId: id, edition, sample } = draft;
  const step = { now: run.now, rid: effect.id, by: draft.writerId };
  switch (body.kind) {
    case 'course': {
      const repository = run.repository(courses);
      const fresh = { ...publishedCourse(null, id, body, edition, step), sample };
      if ((await repository.create(fresh)).created) return;
      await repository.change(id, effect.id, (before) => publishedCourse(before, id, body, edition, step));
      return;
    }
    case 'recorded': {
      const repository = run.repository(recordedLessons);
      const fresh = { ...publishedLesson(null, id, body, edition, step), sample };
      if ((await repository.create(fresh)).created) return;
      await repository.change(id, effect.id, (before) => publishedLesson(before, id, body, edition, step));
      return;
    }
    case 'policy': {
      const repository = run.repository(policies);
      await repository.create({ ...newPolicies(body.policy, run.now), sample });
      await repository.change(id, effect.id, (before) => withWording(before, body, edition, step));
      return;
    }
  }
}
