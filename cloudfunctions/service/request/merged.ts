import type { Effect } from '../../core/aggregate';
import { promise } from '../../core/effects';
import type { Follower, RequestEntry, ServiceRequest } from './model';
import type { RequestStep } from './step';
import { STATE_WORDS } from './words';

/**
 * A matter that was merged into another ends there, and whoever raised it goes on hearing how the other one
 * stands: the word of its state, and nothing that its household said or was told. Pure.
 */

const PAGE = '/packages/service/request/request?id=';

/** Who raised `request`, and who had been merged into it before. */
export function followersOf(request: ServiceRequest, owners: readonly string[]): Follower[] {
  const own = owners.map((personId) => ({ requestId: request._id, personId }));
  return [...own, ...(request.followers ?? [])];
}

export function withFollowers(into: ServiceRequest, more: readonly Follower[]): ServiceRequest {
  const before = into.followers ?? [];
  const fresh = more.filter(
    (one) => !before.some((had) => had.requestId === one.requestId && had.personId === one.personId),
  );
  return fresh.length === 0 ? into : { ...into, followers: [...before, ...fresh] };
}

/** The other one follows on: as an effect, because it is another document. */
export function mergedEffect(
  request: ServiceRequest,
  owners: readonly string[],
  { rid }: RequestEntry,
  { invocation, now }: RequestStep,
): Effect {
  const data = { into: request.mergedInto, followers: followersOf(request, owners) };
  return promise(`${request._id}:${rid}:merged`, 'merged', data, invocation, now);
}

/** Told when the word of the state changes, and to where it can be said again. */
export function tellFollowers(
  before: ServiceRequest,
  after: ServiceRequest,
  { rid }: RequestEntry,
  { invocation, now, by }: RequestStep,
): Effect[] {
  const words = STATE_WORDS[after.state];
  if (words.word === STATE_WORDS[before.state].word) return [];
  const over = words.stage === 'done' || words.stage === 'ended';
  const text = over
    ? `跟您那件并到一起的：${words.word}。您这边要是还没好，再说一声就行`
    : `跟您那件并到一起的：${words.word}`;
  return (after.followers ?? [])
    .filter(({ personId }) => personId !== by)
    .map(({ requestId, personId }) => {
      const data = {
        to: personId,
        template: 'progress',
        title: '并到一起办的那件',
        text,
        link: `${PAGE}${requestId}`,
        urgent: false,
      };
      return promise(`${after._id}:${rid}:${personId}:${requestId}`, 'notify', data, invocation, now);
    });
}
