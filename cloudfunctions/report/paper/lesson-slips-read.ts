import type { LessonSlip } from '@contract/paper';
import { DAY } from '../../core/calendar';
import type { ActionContext } from '../../core/context';
import { scopesFor, WHOLE_STREET } from '../../core/permissions';
import { COMMUNITIES } from '../../people/community/list';
import { isAwaited } from '../../school/home-lesson/decide';
import { homeLessons } from '../../school/home-lesson/definition';
import { editionOf, slipCode, slips } from './model';

/** How long a slip may lie in a drawer, and how far ahead one is printed. */
const BACK = 90 * DAY;
const AHEAD = 30 * DAY;
/** Visits of a quarter of a year in one community; the most that one answer of the database holds is more. */
const MOST = 200;
/** Paper is seldom lost twice. */
const EDITIONS = [1, 2, 3, 4];

/** 送学记录条 that are out and have not come back, for the desk that would enter them. */
export async function lessonSlips(context: ActionContext): Promise<LessonSlip[]> {
  const _ = context.database.command;
  const scopes = scopesFor(context.caller.grants, 'lesson.enter');
  const communities = COMMUNITIES.map(({ id }) => id).filter(
    (id) => scopes.includes(WHOLE_STREET) || scopes.includes(id),
  );
  const found = await context.repository(homeLessons).list({
    where: {
      communityId: _.in(communities),
      at: _.gte(context.now - BACK).and(_.lt(context.now + AHEAD)),
    },
    order: [['at', 'desc']],
    limit: MOST,
    without: ['effects', 'columns', 'corrected', 'audio'],
  });
  const open = found.filter(isAwaited);
  const codes = (target: string) =>
    EDITIONS.map((edition) => slipCode({ of: 'home_lesson', target }, edition).code);
  const printed = await context.repository(slips).several(open.flatMap(({ _id }) => codes(_id)));
  return open.flatMap((lesson) => {
    const out = codes(lesson._id).flatMap((code) => printed.get(code) ?? []);
    const last = out.at(-1);
    if (last === undefined || last.revoked !== undefined) return [];
    const { _id, at, oldLine, youngLine } = lesson;
    return [
      {
        id: _id,
        at,
        elder: oldLine,
        visitor: youngLine,
        edition: editionOf(last),
        printedAt: last.createdAt,
      },
    ];
  });
}
