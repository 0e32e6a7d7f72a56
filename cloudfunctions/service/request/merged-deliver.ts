import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { requests } from './definition';
import { withFollowers } from './merged';
import type { Follower } from './model';

/** The effect `merged`: the matter that goes on learns who else waits for it; twice it learns it once. */
export async function follow(run: RunContext, effect: Effect): Promise<void> {
  const { into, followers } = effect.data;
  if (typeof into !== 'string' || !Array.isArray(followers)) throw new Error('nothing to follow');
  const more = followers.filter(isFollower);
  await run.repository(requests).change(into, effect.id, (request) => withFollowers(request, more));
}

function isFollower(one: unknown): one is Follower {
  return (
    typeof one === 'object' &&
    one !== null &&
    typeof Reflect.get(one, 'requestId') === 'string' &&
    typeof Reflect.get(one, 'personId') === 'string'
  );
}
