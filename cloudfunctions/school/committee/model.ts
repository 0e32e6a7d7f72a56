import type { Post } from '@contract/words';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { birth } from '../../core/birth';

/**
 * 校务委员会 (S26): one document of the school, which says who of the people that hold the role
 * 校务委员 has which post. Names stand with the persons alone, so erasing somebody empties the post.
 */
export interface Committee extends Aggregate {
  posts: readonly { personId: string; post: Exclude<Post, 'member'> }[];
}

export const COMMITTEE_ID = 'school';

export const committees: AggregateDefinition<Committee> = {
  collection: 'committees',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

export function newCommittee(now: number): Committee {
  return { ...birth(COMMITTEE_ID, committees.schema, [], now), posts: [] };
}

/** There is one principal; a member holds one post. Pure. */
export function posted(committee: Committee, personId: string, post: Post): Committee['posts'] {
  const others = committee.posts.filter(
    (one) => one.personId !== personId && !(post === 'principal' && one.post === 'principal'),
  );
  return post === 'member' ? others : [...others, { personId, post }];
}
