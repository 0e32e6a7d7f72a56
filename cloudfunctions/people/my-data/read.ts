import type { MyDataView } from '@contract/my-data';
import type { ActionContext } from '../../core/context';
import { sessions } from '../../school/session/definition';
import { HEAVY } from '../../school/session/read';
import { surveys } from '../../school/survey/model';
import { requests } from '../../service/request/definition';
import { isCompanion } from '../../service/request/group';
import type { ServiceRequest } from '../../service/request/model';
import { communityName } from '../community/list';
import { bondsOf } from '../family/read';
import { messages } from '../inbox/model';
import type { Person } from '../person/model';
import { consentsOf, keptOf } from './kept';
import { readsOf } from './looked-read';

/** How many of each an answer carries, newest first. */
export const MOST = 100;

/** What I said for myself, or somebody said for me: never what I only helped with. */
export async function matters(context: ActionContext, me: string): Promise<ServiceRequest[]> {
  const found = await context
    .repository(requests)
    .list({ where: { people: me }, order: [['updatedAt', 'desc']], limit: MOST, without: ['effects'] });
  return found.filter(
    (request) =>
      !isCompanion(request, me) &&
      (request.beneficiary.personId === null || request.beneficiary.personId === me),
  );
}

export async function seatsOf(context: ActionContext, me: string) {
  return context.repository(sessions).list({
    where: { people: me, startsAt: context.database.command.gt(0) },
    order: [['startsAt', 'desc']],
    limit: MOST,
    without: HEAVY,
  });
}

export async function surveysOf(context: ActionContext, me: string) {
  return context.repository(surveys).list({
    where: { people: me },
    order: [['updatedAt', 'desc']],
    limit: MOST,
    without: ['timeline', 'effects'],
  });
}

/** @param person as they are now: who has just changed is not who called */
export async function myData(context: ActionContext, person: Person | null): Promise<MyDataView> {
  if (person === null)
    return {
      kept: keptOf(null, '', { requests: 0, seats: 0, bonds: 0, surveys: 0, unread: 0 }),
      reads: [],
      consents: [],
      openRequests: 0,
      erasure: null,
    };
  const me = person._id;
  const [found, seats, bonds, answered, unread] = await Promise.all([
    matters(context, me),
    seatsOf(context, me),
    bondsOf(context, me),
    surveysOf(context, me),
    context.repository(messages).count({ personId: me, readAt: null }),
  ]);
  const community = person.communityId === null ? '' : communityName(person.communityId);
  return {
    kept: keptOf(person, community, {
      requests: found.length,
      seats: seats.length,
      bonds: bonds.length,
      surveys: answered.length,
      unread,
    }),
    reads: await readsOf(context, found, person),
    consents: consentsOf(
      person,
      found.flatMap(({ agreed }) => agreed ?? []),
    ),
    openRequests: found.filter(({ open }) => open).length,
    erasure: person.erasure,
  };
}
