import type { CommitteeView } from '../../../contract/governance';
import { POSTS, type Post } from '../../../contract/words';
import { known } from '../../../lib/text';

export interface CommitteeLook {
  leads: string;
  posts: { key: string; title: string; text: string; name: string }[];
  members: { id: string; name: string; post: Post; word: string; sample: boolean }[];
  canPost: boolean;
}

export function committeeLook(view: CommitteeView): CommitteeLook {
  return {
    leads: view.leads,
    posts: view.posts.map(({ post, duty, name }, index) => ({
      key: `${post}${index}`,
      title: POSTS[post],
      text: duty,
      name: known(name),
    })),
    members: view.members.map(({ id, name, post, sample }) => ({
      id,
      name: known(name),
      post,
      word: POSTS[post],
      sample,
    })),
    canPost: view.canPost,
  };
}

export const POST_CHOICES = Object.entries(POSTS).map(([value, title]) => ({ value, title }));

/** What the office can put before the committee from here. */
export const PROPOSE_KINDS = [
  { value: 'faculty', title: '师资聘任', text: '请一位讲师' },
  { value: 'takedown', title: '下架', text: '一门课、一节录制课、一个故事不再公开' },
] as const;

export interface Proposing {
  kind: '' | 'faculty' | 'takedown';
  subject: string;
  words: string;
}
export const NOTHING: Proposing = { kind: '', subject: '', words: '' };

/** What is missing, in words; '' when it can be proposed. */
export function missing({ kind, subject, words }: Proposing): string {
  if (kind === '') return '先挑是哪类事';
  if (subject === '') return kind === 'faculty' ? '挑一位讲师' : '挑要下架的';
  return words.trim() === '' ? '写一句为啥' : '';
}
