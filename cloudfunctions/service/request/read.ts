import type { VisitorView } from '@contract/portrait';
import type { RequestView } from '@contract/service';
import { hasRid } from '../../core/aggregate';
import type { Attachment } from '../../core/attachment';
import { DAY } from '../../core/calendar';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { communityName, communityViews } from '../../people/community/list';
import { bondWith } from '../../people/family/read';
import { persons } from '../../people/person/model';
import { ownPerson } from '../../people/person/read';
import { maskedName } from '../../people/person/show';
import { visitorView } from '../../people/portrait/read';
import { plansOf } from '../grid/read';
import { type Actor, actorsOf, agreedAlready, reads } from './actors';
import { ALIKE_DAYS, type Alike, alikeAmong } from './alike';
import { requests } from './definition';
import { knockCode } from './knock-code';
import type { ServiceRequest } from './model';
import { goesAlong, requestView } from './view';
import { comesToDoor } from './visitor';
import { STATE_WORDS } from './words';

/** Matters of a community in the last days that are looked through for one that is the same. */
const RECENT = 100;

/** What a list of requests does not need. */
export const HEAVY = ['effects', 'text', 'reads'] as const;

/**
 * The request as this reader may see it. Whoever has just handed it back still gets the reply of
 * their own command, without the words and people it no longer concerns them to see.
 * @throws NOT_FOUND to whom it does not concern, AGREED_ALREADY to who comes too late to nod
 */
export async function viewOf(context: ActionContext, request: ServiceRequest): Promise<RequestView> {
  const { caller } = context;
  const bond = await bondWith(context, request.beneficiary.personId);
  const actors = actorsOf(request, caller, bond);
  const concerned = reads(actors, request, caller);
  if (!concerned && !hasRid(request, context.rid))
    refuse(agreedAlready(request, caller) ? 'AGREED_ALREADY' : 'NOT_FOUND');
  const desk = actors.has('dispatcher') && request.desk === 'waiting';
  const [person, audioUrl, alike, visitor, receiptUrl, goesOn] = await Promise.all([
    personOf(context, request),
    urlOf(context, request.audio),
    desk ? alikeOf(context, request) : [],
    visitorOf(context, request, actors),
    urlOf(context, request.receipt),
    goesOnAs(context, request),
  ]);
  return requestView(request, {
    actors,
    concerned,
    // Progress is where it stands, not what was said.
    hears:
      concerned &&
      // Who only agrees to the longest tier needs the title, not what was said.
      (!actors.has('approver') || actors.has('dispatcher')) &&
      !goesAlong({ actors }) &&
      (bond === null ||
        caller.id === request.requesterId ||
        actors.has('dispatcher') ||
        actors.has('helper')),
    bond,
    readerId: caller.id,
    person,
    communityName: communityName(request.communityId),
    communityPhone: communityViews().find(({ id }) => id === request.communityId)?.phone ?? null,
    audioUrl,
    alike,
    visitor,
    receiptUrl,
    goesOn,
    knock: knockCode(request, context.now, (text) => context.vault.sign(text)),
    now: context.now,
  });
}

async function personOf(context: ActionContext, request: ServiceRequest): Promise<string> {
  const { beneficiary } = request;
  if (beneficiary.name !== '') return maskedName(beneficiary.name, request.sample);
  if (beneficiary.personId === null) return '';
  const person =
    beneficiary.personId === context.caller.id
      ? await ownPerson(context)
      : await context.repository(persons).find(beneficiary.personId);
  return person === null ? '' : maskedName(person.name, person.sample);
}

async function urlOf(
  context: ActionContext,
  file: Pick<Attachment, 'fileId'> | null | undefined,
): Promise<string | null> {
  if (file == null) return null;
  const [url = ''] = await context.temporaryUrls([file.fileId]);
  return url === '' ? null : url;
}

/** Whoever comes, for the household and the relatives who follow it; `null` for every other reader. */
async function visitorOf(
  context: ActionContext,
  request: ServiceRequest,
  actors: ReadonlySet<Actor>,
): Promise<VisitorView | null> {
  const { helperId } = request;
  if (helperId === null || !comesToDoor(request)) return null;
  if (!actors.has('resident') || helperId === context.caller.id) return null;
  return visitorView(context, await context.repository(persons).find(helperId));
}

/** Of the same community and the last days, as a hint for the desk. */
async function alikeOf(context: ActionContext, request: ServiceRequest): Promise<Alike[]> {
  const since = request.createdAt - ALIKE_DAYS * DAY;
  const [found, plans] = await Promise.all([
    context.repository(requests).list({
      where: { communityId: request.communityId, createdAt: context.database.command.gt(since) },
      order: [['createdAt', 'desc']],
      limit: RECENT,
      without: ['effects', 'reads', 'timeline'],
    }),
    plansOf(context, request.communityId),
  ]);
  return alikeAmong(request, found, plans);
}

/** Where the other one stands, for whoever raised this one: the word of its state and nothing else. */
async function goesOnAs(context: ActionContext, { mergedInto }: ServiceRequest): Promise<string> {
  const other = mergedInto === null ? null : await context.repository(requests).find(mergedInto);
  return other === null ? '' : STATE_WORDS[other.state].word;
}
