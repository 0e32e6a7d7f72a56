import type { CourseBody, PolicyBody, RecordedBody } from '@contract/content';
import type { Policy } from '@contract/words';
import type { Course } from '../course/model';
import type { Policies } from '../policy/model';
import type { RecordedLesson } from '../recorded/model';

/** What stands there now, in the form in which it is written anew; pure. */

export function bodyOfCourse(course: Course): CourseBody {
  const { title, summary, track, methods, groups, program, brand, minutes, teacher, minimum } = course;
  return {
    kind: 'course',
    title,
    summary,
    track,
    methods,
    groups,
    program,
    brand,
    topics: course.topics ?? [],
    form: course.form ?? null,
    delivery: course.delivery ?? null,
    themes: course.themes ?? [],
    minutes,
    teacher,
    minimum: minimum ?? null,
  };
}

export function bodyOfLesson(lesson: RecordedLesson): RecordedBody {
  const { title, summary, track, theme, minutes, fileId, courseId } = lesson;
  return { kind: 'recorded', title, summary, track, theme, minutes, fileId, courseId };
}

export function bodyOfPolicy(stored: Policies, policy: Policy): PolicyBody | null {
  const last = stored.versions.at(-1);
  return last === undefined
    ? null
    : { kind: 'policy', policy, text: last.text, effectiveOn: last.effectiveOn };
}
