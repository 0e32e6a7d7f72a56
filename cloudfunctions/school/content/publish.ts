import type { CourseBody, PolicyBody, RecordedBody } from '@contract/content';
import type { Act } from '../../core/act';
import { birth } from '../../core/birth';
import type { Course } from '../course/model';
import type { Policies } from '../policy/model';
import type { RecordedLesson } from '../recorded/model';
import type { Published } from './fresh';

/** What an approved edition makes of what can be seen; pure. */

const published = <Doc extends Published>(doc: Doc, edition: number, { now, rid, by }: Act): Doc => {
  const { takenDown: _, remindedAt: __, ...rest } = doc;
  // What was taken out is optional: the document without it is one of its kind.
  const shown = rest as Doc;
  return {
    ...shown,
    approved: true,
    edition,
    freshAt: now,
    timeline: [...doc.timeline, { rid, at: now, by, command: 'publish' }],
  };
};

/** Orders and place in the menu stay as they are; something new stands at the end. */
export function publishedCourse(
  before: Course | null,
  id: string,
  body: CourseBody,
  edition: number,
  step: Act,
): Course {
  const { kind: _, form, delivery, minimum, ...said } = body;
  const fresh = { ...birth(id, 1, [], step.now), orders: [], order: step.now, approved: true };
  // What the new edition does not say any more is left out, not kept from the one before.
  const { form: _form, delivery: _delivery, minimum: _minimum, ...kept } = before ?? { ...fresh, ...said };
  return published(
    {
      ...kept,
      ...said,
      ...(form === null ? {} : { form }),
      ...(delivery === null ? {} : { delivery }),
      ...(minimum === null ? {} : { minimum }),
    },
    edition,
    step,
  );
}

export function publishedLesson(
  before: RecordedLesson | null,
  id: string,
  body: RecordedBody,
  edition: number,
  step: Act,
): RecordedLesson {
  const { kind: _, ...said } = body;
  const base = before ?? { ...birth(id, 1, [], step.now), order: step.now, approved: true, ...said };
  return published({ ...base, ...said }, edition, step);
}

/** Earlier wordings stay: history is part of a rule (S27). */
export function withWording(
  before: Policies,
  body: PolicyBody,
  edition: number,
  { now, rid, by }: Act,
): Policies {
  if (before.versions.some((one) => one.edition === edition)) return before;
  const version = { edition, text: body.text, effectiveOn: body.effectiveOn, approvedAt: now };
  return {
    ...before,
    edition,
    freshAt: now,
    versions: [...before.versions, version],
    timeline: [...before.timeline, { rid, at: now, by, command: 'publish' }],
  };
}

export function takenDown<Doc extends Published>(
  doc: Doc,
  down: NonNullable<Published['takenDown']>,
  { now, rid, by }: Act,
): Doc {
  return {
    ...doc,
    approved: false,
    takenDown: down,
    // The next edition follows the one that was taken down.
    edition: doc.edition ?? 1,
    timeline: [...doc.timeline, { rid, at: now, by, command: 'take_down' }],
  };
}
