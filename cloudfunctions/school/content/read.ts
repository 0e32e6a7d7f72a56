import type { ContentBody, DraftView } from '@contract/content';
import { LIMITS } from '@contract/limits';
import { type ContentKind, POLICIES, type Policy, REVIEW_STAGES } from '@contract/words';
import { can } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { namesOf } from '../committee/read';
import { type Course, courses } from '../course/model';
import { type Policies, policies } from '../policy/model';
import { type RecordedLesson, recordedLessons } from '../recorded/model';
import type { DraftActor } from './machine';
import { type ContentDraft, contentDrafts } from './model';
import { bodyOfCourse, bodyOfLesson, bodyOfPolicy } from './source';
import { commandsOf, type DraftReader, draftView } from './view';

// The keys of the closed list are the states in which a draft is read.
const READ_IN = Object.keys(REVIEW_STAGES);

export function draftReader(context: ActionContext): DraftReader {
  const actors = new Set<DraftActor>();
  if (can(context.caller, 'school.manage')) actors.add('office');
  if (can(context.caller, 'content.review')) actors.add('reviewer');
  if (can(context.caller, 'committee.decide')) actors.add('committee');
  return { personId: context.caller.id, actors };
}

export async function draftOf(context: ActionContext, draft: ContentDraft): Promise<DraftView> {
  const people = [draft.writerId, ...draft.readings.map(({ by }) => by)];
  const fileId = draft.body.kind === 'recorded' ? draft.body.fileId : null;
  const [names, before, urls] = await Promise.all([
    namesOf(context, people),
    replacedBy(context, draft),
    fileId === null ? [] : context.temporaryUrls([fileId]),
  ]);
  return draftView(draft, names, draftReader(context), before, urls[0] || null);
}

/** What the draft would take the place of; `null` for something new, and once it holds itself. */
async function replacedBy(
  context: ActionContext,
  { kind, contentId, edition, state }: ContentDraft,
): Promise<ContentBody | null> {
  if (edition === 1 || state === 'approved') return null;
  return (await standing(context, kind, contentId))?.body ?? null;
}

/** How many drafts this reader can read next: a handful lie with the readers at once. Their words are not fetched. */
export async function readingsFor(context: ActionContext): Promise<number> {
  const reader = draftReader(context);
  const open = await context.repository(contentDrafts).list({
    where: { state: context.database.command.in(READ_IN) },
    order: [['updatedAt', 'desc']],
    limit: LIMITS.page,
    without: ['timeline', 'effects', 'body'],
  });
  return open.filter((draft) => commandsOf(draft, reader).includes('pass')).length;
}

export const isPolicy = (key: string): key is Policy => key in POLICIES;

/** The edition that stands there, and what it says; `null` when there is no such thing. */
export async function standing(
  context: ActionContext,
  kind: ContentKind,
  contentId: string,
): Promise<{ edition: number; body: ContentBody | null } | null> {
  if (kind === 'policy') {
    if (!isPolicy(contentId)) return null;
    const stored = await context.repository(policies).find(contentId);
    return { edition: stored?.edition ?? 0, body: stored === null ? null : bodyOfPolicy(stored, contentId) };
  }
  if (kind === 'course') {
    const course = await context.repository(courses).find(contentId);
    return course === null ? null : { edition: course.edition ?? 1, body: bodyOfCourse(course) };
  }
  const lesson = await context.repository(recordedLessons).find(contentId);
  return lesson === null ? null : { edition: lesson.edition ?? 1, body: bodyOfLesson(lesson) };
}

const MOST = 100;

/** Everything that is shown or was taken down: a few dozen of each. */
export async function shelves(
  context: ActionContext,
): Promise<{ courses: Course[]; lessons: RecordedLesson[]; rules: [Policy, Policies][] }> {
  const query = {
    order: [['order', 'asc']],
    where: {},
    either: [{ approved: true }, { approved: false }],
    limit: 2 * MOST,
    without: ['timeline', 'effects', 'orders', 'served'],
  } as const;
  // The keys of a closed list are its values.
  const keys = Object.keys(POLICIES) as Policy[];
  const [menu, lessons, stored] = await Promise.all([
    context.repository(courses).list(query),
    context.repository(recordedLessons).list(query),
    context.repository(policies).several(keys),
  ]);
  const rules = keys.flatMap((key): [Policy, Policies][] => {
    const one = stored.get(key);
    return one ? [[key, one]] : [];
  });
  return { courses: shownFirst(menu), lessons: shownFirst(lessons), rules };
}

function shownFirst<Doc extends { approved: boolean }>(found: readonly Doc[]): Doc[] {
  return [...found.filter(({ approved }) => approved), ...found.filter(({ approved }) => !approved)];
}
