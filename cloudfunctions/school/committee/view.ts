import type { CommitteeView, PostView } from '@contract/governance';
import { LED_BY, POST_DUTIES, type Post } from '@contract/words';
import type { Person } from '../../people/person/model';
import type { Committee } from './model';

export interface CommitteeReader {
  /** Sees who the members are. */
  desk: boolean;
  canPost: boolean;
}

/** Posts are public offices and shown by name; who else sits in it is for the desks. */
export function committeeView(
  committee: Committee,
  members: readonly Person[],
  reader: CommitteeReader,
): CommitteeView {
  const postOf = (person: Person): Post =>
    committee.posts.find(({ personId }) => personId === person._id)?.post ?? 'member';
  const held = (post: PostView['post']): PostView[] => {
    const names = members.filter((one) => postOf(one) === post && one.name !== '').map(({ name }) => name);
    const duty = POST_DUTIES[post];
    return names.length === 0 ? [{ post, duty, name: null }] : names.map((name) => ({ post, duty, name }));
  };
  return {
    leads: LED_BY,
    posts: [...held('principal'), ...held('vice_principal')],
    count: members.length,
    members: reader.desk
      ? members.map((one) => ({ id: one._id, name: one.name, post: postOf(one), sample: one.sample }))
      : [],
    canPost: reader.canPost,
  };
}
