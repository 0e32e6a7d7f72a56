import { COMMITTEE_ID, type Committee, committees } from '../../../cloudfunctions/school/committee/model';
import { type ContentDraft, contentDrafts, draftId } from '../../../cloudfunctions/school/content/model';
import { bodyOfCourse, bodyOfLesson } from '../../../cloudfunctions/school/content/source';
import type { Course } from '../../../cloudfunctions/school/course/model';
import type { RecordedLesson } from '../../../cloudfunctions/school/recorded/model';
import { base } from '../base';
import { personIdOf } from './people';

/** Who of the sample members has which post; in production the posts are empty until the street fills them. */
export function sampleCommittee(now: number): Committee[] {
  return [
    {
      ...base(COMMITTEE_ID, now),
      schema: committees.schema,
      posts: [
        { personId: personIdOf('committee'), post: 'principal' },
        { personId: personIdOf('committee-b'), post: 'vice_principal' },
      ],
      sample: true,
    },
  ];
}

/** Samples are visible, so each has its three readings by three sample people (S28). */
export function sampleApprovals(
  now: number,
  courses: readonly Course[],
  lessons: readonly RecordedLesson[],
): ContentDraft[] {
  const approved = (
    kind: 'course' | 'recorded',
    contentId: string,
    body: ContentDraft['body'],
  ): ContentDraft => ({
    ...base(draftId(kind, contentId, 1), now),
    schema: contentDrafts.schema,
    kind,
    contentId,
    edition: 1,
    body,
    state: 'approved',
    round: 1,
    writerId: personIdOf('office'),
    readings: (
      [
        ['first', 'office'],
        ['second', 'committee'],
        ['final', 'committee-b'],
      ] as const
    ).map(([stage, by]) => ({ round: 1, stage, by: personIdOf(by), at: now, passed: true, reason: '' })),
    sample: true,
  });
  return [
    ...courses.map((one) => approved('course', one._id, bodyOfCourse(one))),
    ...lessons.map((one) => approved('recorded', one._id, bodyOfLesson(one))),
  ];
}
