import type {
  PaperClass,
  PaperCode,
  PaperMatter,
  PaperSheet,
  PaperVenue,
  PrintedKind,
  SlipOf,
} from '@contract/paper';
import type { RequestView } from '@contract/service';
import { monthOf, monthRange } from '../../core/calendar';
import { can } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { describe, log } from '../../core/log';
import { refuse } from '../../core/refusal';
import { communityViews } from '../../people/community/list';
import { servesCommunity } from '../../people/community/serving';
import { cards } from '../../people/household/model';
import { persons } from '../../people/person/model';
import { personLine } from '../../people/person/show';
import { sessions } from '../../school/session/definition';
import { mustHost } from '../../school/session/host-actions';
import type { Session } from '../../school/session/model';
import { HEAVY } from '../../school/session/read';
import { venues } from '../../school/venue/model';
import { requests } from '../../service/request/definition';
import { viewOf } from '../../service/request/read';
import { goodSlip, ownLesson } from './editions-read';
import { isFinished } from './finished';
import { type Code, editionOf, sceneOf, slipCode } from './model';

/** What each sheet needs to say, read for this very reader. No sheet carries a telephone or a doorplate. */

const PAGES = {
  venue: 'packages/school/check-in/check-in',
  card: 'packages/grid/household/household',
  /** Where slips that come back are entered, by staff. */
  slip: 'packages/paper/in/in',
} as const;

interface Wanted {
  id: string;
  month: string | null;
}
type Builder = (context: ActionContext, wanted: Wanted) => Promise<PaperSheet>;

/** A sheet without its picture is still a sheet: the code below it can be typed. */
async function codeFor(context: ActionContext, page: string, code: Code): Promise<PaperCode> {
  const scene = sceneOf(code);
  const text = `${code.letter.toUpperCase()} ${(code.code.match(/.{1,4}/g) ?? []).join(' ')}`;
  try {
    const png = await context.openApi.pageCode(page, scene);
    return { scene, text, picture: `data:image/png;base64,${png.toString('base64')}` };
  } catch (error) {
    log('no page code', { run: context.invocation, ...describe(error) });
    return { scene, text, picture: null };
  }
}

async function slipFor(context: ActionContext, of: SlipOf, target: string): Promise<PaperCode> {
  const about = { of, target };
  const slip = await goodSlip(context, about);
  return codeFor(context, PAGES.slip, slipCode(about, editionOf(slip)));
}

export function counterOf(communityId: string | null): PaperSheet['counter'] {
  const found = communityViews().find(({ id }) => id === communityId);
  return { name: found?.name ?? null, phone: found?.phone ?? null, hours: found?.hours ?? null };
}

/** The classes of that month here which anybody may come to, oldest first. */
async function classesOf(context: ActionContext, venueId: string, month: string): Promise<Session[]> {
  const _ = context.database.command;
  const { from, until } = monthRange(month);
  const found = await context.repository(sessions).list({
    where: { venueId, startsAt: _.gte(from).and(_.lt(until)) },
    order: [['startsAt', 'asc']],
    limit: 100,
    without: [...HEAVY, 'holders', 'queue', 'offers'],
  });
  return found.filter(({ shelf, state }) => shelf !== 'hidden' && state !== 'cancelled');
}

const classLine = ({ title, program, startsAt, endsAt }: Session): PaperClass => ({
  title,
  program,
  startsAt,
  endsAt,
});

const atVenue =
  (kind: 'poster' | 'timetable' | 'wish' | 'complaint'): Builder =>
  async (context, { id, month }) => {
    const venue = await context.repository(venues).load(id);
    const { name, alias, place, communityId } = venue;
    const about: PaperVenue = { name, alias, place };
    // A slip that is to come back is entered; only what hangs at the door lets somebody check in.
    const comesBack = kind === 'wish' || kind === 'complaint';
    const page = comesBack ? PAGES.slip : PAGES.venue;
    const code = await codeFor(context, page, { letter: 'v', code: venue.code });
    const base = { code, counter: counterOf(communityId), at: context.now };
    if (comesBack) return { ...base, kind, venue: about, sample: venue.sample };
    const chosen = month ?? monthOf(context.now);
    const found = await classesOf(context, id, chosen);
    const sample = venue.sample || found.some((one) => one.sample);
    return { ...base, kind, venue: about, month: chosen, classes: found.map(classLine), sample };
  };

const card: Builder = async (context, { id }) => {
  const found = await context.repository(cards).load(id);
  const person = await context.repository(persons).load(found.personId);
  if (!servesCommunity(context.caller, 'household.open', person.communityId)) refuse('NOT_FOUND');
  if (found.state !== 'valid') refuse('CARD_VOID');
  const me = context.caller.id === null ? null : await context.repository(persons).find(context.caller.id);
  const covers = me?.grants.some(({ role }) => role === 'grid_worker') ?? false;
  return {
    kind: 'card',
    code: await codeFor(context, PAGES.card, { letter: 'h', code: found.code }),
    counter: counterOf(person.communityId),
    at: context.now,
    worker: me !== null && covers ? personLine(me, 'grid_worker') : null,
    sample: person.sample,
  };
};

function matterOf(view: RequestView, papers: readonly string[]): PaperMatter {
  return {
    no: view.no,
    kind: view.kind,
    title: view.title,
    category: view.category,
    person: view.work?.person ?? view.forWhom,
    helper: view.work?.helper ?? view.lines.who,
    knock: view.knock?.code ?? null,
    done: view.history.at(-1)?.text ?? '',
    next: view.lines.whenText,
    papers: [...papers],
  };
}

/** For whoever works on it now: `viewOf` refuses everybody whom the matter does not concern. */
const ofMatter =
  (kind: 'door_note' | 'consent' | 'hand_over' | 'receipt'): Builder =>
  async (context, { id }) => {
    const request = await context.repository(requests).load(id);
    const view = await viewOf(context, request);
    if (view.work === null) refuse('NOT_FOUND');
    // A receipt says what came of it: nothing has yet.
    if (kind === 'receipt' && !isFinished(request)) refuse('NOT_FINISHED');
    return {
      kind,
      code: await slipFor(context, 'request', request._id),
      counter: counterOf(request.communityId),
      at: context.now,
      matter: matterOf(view, request.papers),
      sample: request.sample,
    };
  };

const ofClass =
  (kind: 'roster' | 'round_table'): Builder =>
  async (context, { id }) => {
    const session = mustHost(context, await context.repository(sessions).load(id));
    const { title, startsAt, endsAt, venueName, hostName, holders } = session;
    const base = {
      code: await slipFor(context, 'session', session._id),
      counter: counterOf(session.communityId),
      at: context.now,
      session: { title, startsAt, endsAt, venue: venueName, host: hostName },
      sample: session.sample,
    };
    if (kind === 'roster')
      return {
        ...base,
        kind,
        // Printed after the class it is the filled-in roster, for who keeps one on paper.
        names: holders.map(({ name, elder, arrived }) => ({ name, elder, arrived: arrived !== undefined })),
      };
    return {
      ...base,
      kind,
      names: holders.map(({ name }) => name),
      topics: (session.topics ?? []).map(({ name, text }) => ({ name, text })),
      echoes: session.echoes.map((echo) => ({ ...echo })),
    };
  };

const homeLesson: Builder = async (context, { id }) => {
  const lesson = await ownLesson(context, id);
  return {
    kind: 'home_lesson',
    code: await slipFor(context, 'home_lesson', lesson._id),
    counter: counterOf(lesson.communityId),
    at: context.now,
    lesson: { at: lesson.at, elder: lesson.oldLine, visitor: lesson.youngLine },
    sample: lesson.sample,
  };
};

const BUILDERS: Readonly<Record<PrintedKind, Builder>> = {
  poster: atVenue('poster'),
  timetable: atVenue('timetable'),
  wish: atVenue('wish'),
  complaint: atVenue('complaint'),
  card,
  door_note: ofMatter('door_note'),
  consent: ofMatter('consent'),
  hand_over: ofMatter('hand_over'),
  receipt: ofMatter('receipt'),
  roster: ofClass('roster'),
  round_table: ofClass('round_table'),
  home_lesson: homeLesson,
};

/** @throws NOT_ALLOWED, NOT_FOUND, CARD_VOID */
export function sheetFor(context: ActionContext, kind: PrintedKind, wanted: Wanted): Promise<PaperSheet> {
  if (kind !== 'home_lesson' && !can(context.caller, 'paper.print')) refuse('NOT_ALLOWED');
  return BUILDERS[kind](context, wanted);
}
