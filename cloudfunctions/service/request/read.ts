import type { RequestView } from '@contract/service';
import { hasRid } from '../../core/aggregate';
import { DAY } from '../../core/calendar';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { communityName, communityViews } from '../../people/community/list';
import { bondWith } from '../../people/family/read';
import { persons } from '../../people/person/model';
import { ownPerson } from '../../people/person/read';
import { maskedName } from '../../people/person/show';
import { actorsOf, reads } from './actors';
import { requests } from './definition';
import { knockCode } from './knock-code';
import type { ServiceRequest } from './model';
import { goesAlong, requestView } from './view';

/** What a list of requests does not need. */
export const HEAVY = ['effects', 'text', 'reads'] as const;

/**
 * The request as this reader may see it. Whoever has just handed it back still gets the reply of
 * their own command, without the words and people it no longer concerns them to see.
 * @throws NOT_FOUND to whom it does not concern
 */
export async function viewOf(context: ActionContext, request: ServiceRequest): Promise<RequestView> {
  const { caller } = context;
  const bond = await bondWith(context, request.beneficiary.personId);
  const actors = actorsOf(request, caller, bond);
  const concerned = reads(actors, request, caller);
  if (!concerned && !hasRid(request, context.rid)) refuse('NOT_FOUND');
  const desk = actors.has('dispatcher') && request.desk === 'waiting';
  const [person, audioUrl, alike] = await Promise.all([
    personOf(context, request),
    audioUrlOf(context, request),
    desk ? alikeOf(context, request) : [],
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

async function audioUrlOf(context: ActionContext, request: ServiceRequest): Promise<string | null> {
  if (request.audio === null) return null;
  const [file] = await context.temporaryUrls([request.audio.fileId]);
  return file ?? null;
}

/** Same household within three days, as a hint for the desk. */
async function alikeOf(context: ActionContext, request: ServiceRequest): Promise<ServiceRequest[]> {
  const _ = context.database.command;
  const found = await context.repository(requests).list({
    where: { people: request.operatorId, updatedAt: _.gt(context.now - 3 * DAY) },
    order: [['updatedAt', 'desc']],
    limit: 5,
    without: HEAVY,
  });
  return found.filter(
    (other) =>
      other._id !== request._id && other.open && other.beneficiary.building === request.beneficiary.building,
  );
}
