import type { RequestCard, WishCard } from '@contract/service';
import { CHANNELS, REQUEST_KINDS } from '@contract/words';
import type { TaskCard } from '@contract/work';
import { maskedName } from '../../people/person/show';
import { placesLeft } from './group';
import type { ServiceRequest } from './model';
import { STATE_WORDS, wordForOthers } from './words';

/** A matter as one line of a list: for whom it is, for who works on it, for the wall. */

export function requestCard(request: ServiceRequest): RequestCard {
  const words = STATE_WORDS[request.state];
  const last = request.timeline.at(-1);
  return {
    id: request._id,
    no: request.no,
    kind: request.kind,
    title: request.title,
    stage: words.stage,
    word: words.word,
    tone: words.tone,
    sentence: last?.says ?? words.waits,
    at: request.updatedAt,
    forWhom: forWhom(request),
    sample: request.sample,
  };
}

/** As whoever raised it calls them; somebody whom we know ourselves is shown as 张**. */
function forWhom({ beneficiary, sample }: ServiceRequest): string {
  if (beneficiary.relation === 'self') return '';
  return beneficiary.personId === null ? beneficiary.name : maskedName(beneficiary.name, sample);
}

export function isLate(request: ServiceRequest, now: number): boolean {
  return request.open && request.dueAt !== null && request.dueAt < now;
}

export function taskCard(request: ServiceRequest, now: number): TaskCard {
  const last = request.timeline.at(-1);
  return {
    id: request._id,
    no: request.no,
    kind: request.kind,
    title: request.title,
    state: request.state,
    word: wordForOthers(request.state),
    sentence: `${REQUEST_KINDS[request.kind]}\u00a0· ${CHANNELS[request.channel]}`,
    dueAt: request.dueAt,
    late: isLate(request, now),
    channel: request.channel,
    at: last?.at ?? request.createdAt,
    sample: request.sample,
  };
}

export function wishCard(request: ServiceRequest, readerId: string | null): WishCard {
  return {
    id: request._id,
    text: request.publicText,
    communityId: request.communityId,
    since: request.createdAt,
    returned: request.returned,
    mine:
      readerId !== null && (request.requesterId === readerId || request.beneficiary.personId === readerId),
    company:
      request.group && request.helper !== null
        ? {
            lead: request.helper.line,
            left: placesLeft(request),
            promisedFor: request.helper.promisedFor,
          }
        : null,
    sample: request.sample,
  };
}
