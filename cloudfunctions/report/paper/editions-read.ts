import type { PrintedKind, SlipsView } from '@contract/paper';
import { hasRid } from '../../core/aggregate';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { servesCommunity } from '../../people/community/serving';
import { homeLessons } from '../../school/home-lesson/definition';
import type { HomeLesson } from '../../school/home-lesson/model';
import { sessions } from '../../school/session/definition';
import { mustHost } from '../../school/session/host-actions';
import { requests } from '../../service/request/definition';
import { viewOf } from '../../service/request/read';
import { isFinished } from './finished';
import { type About, editionOf, newSlip, revoked, type Slip, slipCode, slips } from './model';

/** As many as are looked up at once; paper is seldom lost twice. */
const AT_ONCE = 8;

/** All editions that there are of one slip, the first one first. */
async function editionsOf(context: ActionContext, about: About): Promise<Slip[]> {
  const repository = context.repository(slips);
  const all: Slip[] = [];
  for (let from = 1; ; from += AT_ONCE) {
    const codes = Array.from({ length: AT_ONCE }, (_, index) => slipCode(about, from + index).code);
    const found = await repository.several(codes);
    all.push(...found.values());
    if (!found.has(codes[AT_ONCE - 1] ?? '')) return all;
  }
}

/** The slip that is good now, made when it is asked for: the first one, or the one after a revoked one. */
export async function goodSlip(context: ActionContext, about: About): Promise<Slip> {
  const last = (await editionsOf(context, about)).at(-1);
  if (last !== undefined && last.revoked === undefined) return last;
  const edition = last === undefined ? 1 : editionOf(last) + 1;
  return (await context.repository(slips).create(newSlip(about, edition, context.now))).doc;
}

/** The one sheet that a visitor without any role prints: of their own visit. @throws NOT_FOUND */
export async function ownLesson(context: ActionContext, id: string): Promise<HomeLesson> {
  const lesson = await context.repository(homeLessons).load(id);
  return lesson.youngId === context.caller.id ? lesson : refuse('NOT_FOUND');
}

/** Lost paper is called off by who took it along, or by the desk that would enter it. @throws NOT_FOUND */
async function lessonOf(context: ActionContext, id: string): Promise<HomeLesson> {
  const lesson = await context.repository(homeLessons).load(id);
  const enters = servesCommunity(context.caller, 'lesson.enter', lesson.communityId);
  return enters || lesson.youngId === context.caller.id ? lesson : refuse('NOT_FOUND');
}

/** A thing that is printed, and which of its sheets would say nothing yet. */
interface Printable {
  about: About;
  notYet: PrintedKind[];
}

/**
 * What the slip of a sheet is about, for whoever may print it.
 * @throws NOT_FOUND, NOT_ALLOWED, INVALID_INPUT for a sheet that has the code of a place or a household
 */
async function aboutOf(context: ActionContext, kind: PrintedKind, id: string): Promise<Printable> {
  switch (kind) {
    case 'roster':
    case 'round_table':
      return {
        about: { of: 'session', target: mustHost(context, await context.repository(sessions).load(id))._id },
        notYet: [],
      };
    case 'door_note':
    case 'consent':
    case 'hand_over':
    case 'receipt': {
      const request = await context.repository(requests).load(id);
      const { work } = await viewOf(context, request);
      if (work === null) return refuse('NOT_FOUND');
      return { about: { of: 'request', target: id }, notYet: isFinished(request) ? [] : ['receipt'] };
    }
    case 'home_lesson':
      return { about: { of: 'home_lesson', target: (await lessonOf(context, id))._id }, notYet: [] };
    default:
      return refuse('INVALID_INPUT', { field: 'kind' });
  }
}

/** What has been printed of it, and what of that is good. */
export async function slipsOf(context: ActionContext, kind: PrintedKind, id: string): Promise<SlipsView> {
  const { about, notYet } = await aboutOf(context, kind, id);
  return shown(await editionsOf(context, about), notYet);
}

/** The paper is lost: its code is no good from now on. `edition` says which one was meant. @throws STALE */
export async function revokeSlip(
  context: ActionContext,
  { kind, id, edition }: { kind: PrintedKind; id: string; edition: number },
): Promise<SlipsView> {
  const { about, notYet } = await aboutOf(context, kind, id);
  const editions = await editionsOf(context, about);
  const { rid, now } = context;
  const meant = editions.find((slip) => editionOf(slip) === edition) ?? refuse('STALE');
  if (hasRid(meant, rid)) return shown(editions, notYet);
  const by = personId(context.caller);
  const { doc } = await context
    .repository(slips)
    .change(meant._id, rid, (slip) => revoked(slip, { rid, now, by }));
  return shown(
    editions.map((slip) => (slip._id === doc._id ? doc : slip)),
    notYet,
  );
}

function shown(editions: readonly Slip[], notYet: PrintedKind[]): SlipsView {
  const last = editions.at(-1);
  return {
    notYet,
    good:
      last === undefined || last.revoked !== undefined
        ? null
        : { edition: editionOf(last), at: last.createdAt },
    revoked: editions.flatMap((slip) =>
      slip.revoked === undefined ? [] : [{ edition: editionOf(slip), at: slip.revoked.at }],
    ),
  };
}
