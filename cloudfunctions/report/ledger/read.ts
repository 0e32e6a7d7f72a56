import type { LedgerSheet } from '@contract/words';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { dayOf, monthRange } from '../../core/calendar';
import type { ActionContext } from '../../core/context';
import { scopesFor, WHOLE_STREET } from '../../core/permissions';
import { COMMUNITIES } from '../../people/community/list';
import { homeLessons } from '../../school/home-lesson/definition';
import { sessions } from '../../school/session/definition';
import { activities } from '../../service/activity/definition';
import { requests } from '../../service/request/definition';
import { trips } from '../../service/trip/definition';
import {
  activityRow,
  classRow,
  hoursRows,
  lessonRow,
  matterRow,
  type Row,
  rosterRows,
  visitRows,
} from './rows';

/** Where a month's lines come from. Read in pages on an index; what is kept of a document are its lines alone. */

const PAGE = 200;

/** The communities whose ledger this caller may take out; `null`: all of them. */
export function ledgerScope(context: ActionContext): string[] | null {
  const scopes = scopesFor(context.caller.grants, 'ledger.export');
  return scopes.includes(WHOLE_STREET) ? null : scopes.sort();
}

interface Stretch {
  where: Readonly<Record<string, unknown>>;
  /** The last field of the index: what the month is a range of, and what is sorted by. */
  by: string;
  from: number | string;
  until: number | string;
  without: readonly string[];
}

/** Each document of a stretch once, however many have the same moment. */
async function each<Doc extends Aggregate>(
  context: ActionContext,
  definition: AggregateDefinition<Doc>,
  { where, by, from, until, without }: Stretch,
  visit: (doc: Doc) => void,
): Promise<void> {
  const _ = context.database.command;
  const repository = context.repository(definition);
  let cursor = from;
  let seen = new Set<string>();
  for (;;) {
    const found = await repository.list({
      where: { ...where, [by]: _.gte(cursor).and(_.lt(until)) },
      order: [[by, 'asc']],
      // Those already seen at the cursor's own moment come once more.
      limit: PAGE + seen.size,
      without,
    });
    for (const doc of found.filter(({ _id }) => !seen.has(_id))) visit(doc);
    const last = found[found.length - 1];
    if (last === undefined || found.length < PAGE + seen.size) return;
    cursor = momentOf(last, by);
    seen = new Set(found.filter((doc) => momentOf(doc, by) === cursor).map(({ _id }) => _id));
  }
}

/** Indexed moments are top-level numbers, or days as text. */
function momentOf(doc: Aggregate, by: string): number | string {
  const value: unknown = Reflect.get(doc, by);
  if (typeof value === 'number' || typeof value === 'string') return value;
  throw new Error(`${by} of ${doc._id} is no moment`);
}

type Sheets = Map<LedgerSheet, Row[]>;
interface Asked {
  from: number;
  until: number;
  communities: readonly string[] | null;
  put(sheet: LedgerSheet, ...rows: readonly Row[]): void;
}
type Source = (context: ActionContext, asked: Asked) => Promise<void>;

const inEach = (asked: Asked) => asked.communities ?? COMMUNITIES.map(({ id }) => id);
const LOG = ['timeline', 'effects'] as const;

const ofSessions: Source = async (context, asked) => {
  for (const shelf of ['past', 'coming']) {
    // A class of the main venue belongs to no community: it is in the ledger of the whole street.
    const wheres =
      asked.communities === null
        ? [{ shelf }]
        : asked.communities.map((communityId) => ({ shelf, communityId }));
    for (const where of wheres)
      await each(
        context,
        sessions,
        {
          where,
          by: 'startsAt',
          ...asked,
          without: [...LOG, 'echoes', 'agenda', 'bring', 'tries', 'topics', 'queue', 'offers'],
        },
        (session) => {
          asked.put('classes', classRow(session));
          if (session.state !== 'cancelled') asked.put('roster', ...rosterRows(session));
        },
      );
  }
};

const ofActivities: Source = async (context, asked) => {
  for (const shelf of ['past', 'coming'])
    await each(
      context,
      activities,
      { where: { shelf }, by: 'startsAt', ...asked, without: [...LOG, 'text', 'bring'] },
      (activity) => {
        asked.put('classes', activityRow(activity));
        asked.put('hours', ...hoursRows(activity));
      },
    );
};

const ofLessons: Source = async (context, asked) => {
  for (const communityId of inEach(asked))
    await each(
      context,
      homeLessons,
      { where: { communityId }, by: 'at', ...asked, without: [...LOG, 'columns', 'corrected', 'audio'] },
      (lesson) => {
        if (lesson.state !== 'cancelled' && lesson.state !== 'declined')
          asked.put('lessons', lessonRow(lesson));
      },
    );
};

const ofRequests: Source = async (context, asked) => {
  for (const communityId of inEach(asked))
    await each(
      context,
      requests,
      { where: { communityId }, by: 'createdAt', ...asked, without: [...LOG, 'text', 'reads', 'audio'] },
      (request) => asked.put(request.kind === 'wish' ? 'wishes' : 'errands', matterRow(request)),
    );
};

const ofTrips: Source = async (context, asked) => {
  const [from, until] = [dayOf(asked.from), dayOf(asked.until)];
  for (const communityId of inEach(asked))
    await each(context, trips, { where: { communityId }, by: 'day', from, until, without: LOG }, (trip) =>
      asked.put('visits', ...visitRows(trip)),
    );
};

/** A new kind of record is one line here and its columns in `rows.ts`. */
const SOURCES: readonly Source[] = [ofSessions, ofActivities, ofLessons, ofRequests, ofTrips];

export async function linesOf(
  context: ActionContext,
  month: string,
  communities: readonly string[] | null,
): Promise<Sheets> {
  const sheets: Sheets = new Map();
  const put = (sheet: LedgerSheet, ...rows: readonly Row[]): void => {
    const lines = sheets.get(sheet) ?? [];
    for (const row of rows) lines.push(row);
    sheets.set(sheet, lines);
  };
  // One after the other: memory holds one page of documents at a time.
  for (const source of SOURCES) await source(context, { ...monthRange(month), communities, put });
  return sheets;
}
