import { LIMITS } from '@contract/limits';
import type { TriageView } from '@contract/work';
import { taskCard } from '../request/cards';
import type { ServiceRequest } from '../request/model';

interface Desk {
  communityName: string;
  /** Until then a promise is near: epoch ms. */
  soonest: number;
  now: number;
}

/** One look at the database, told apart as the desk does; a matter may stand in two of them. Pure. */
export function triageFrom(
  found: readonly ServiceRequest[],
  { communityName, soonest, now }: Desk,
): TriageView {
  const those = (are: (request: ServiceRequest) => boolean) =>
    found
      .filter(are)
      .slice(0, LIMITS.desk)
      .map((request) => taskCard(request, now));
  const isNear = ({ dueAt }: ServiceRequest) => dueAt !== null && dueAt <= soonest;
  return {
    communityName,
    waiting: those(({ desk }) => desk === 'waiting'),
    soon: those((request) => request.desk === 'none' && isNear(request)),
    replies: those(({ desk }) => desk === 'replies'),
    unchecked: those(({ unchecked }) => unchecked === true),
  };
}
