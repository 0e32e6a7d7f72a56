import type { Nothing, Read, Write } from './kinds';
import type { HistoryLine } from './service';
import type { MatterKind, Post } from './words';

/** Who leads the school, and what its committee decides together (S25, S26). */

/** One post of the organisation; `name: null` is a visible placeholder. */
export interface PostView {
  post: Exclude<Post, 'member'>;
  /** Which office of the street carries it: 街道党（工）委书记兼. */
  duty: string;
  name: string | null;
}

/** A member as the desks see them; `id` names them for `committee.post`. */
export interface MemberView {
  id: string;
  name: string;
  post: Post;
  sample: boolean;
}

export interface CommitteeView {
  /** 街道党（工）委 */
  leads: string;
  posts: PostView[];
  /** How many members there are; their names are for the desks. */
  count: number;
  members: MemberView[];
  canPost: boolean;
}

export type MatterState = 'signing' | 'carried' | 'not_carried' | 'withdrawn';

/** What a matter is about. */
export interface MatterSubject {
  kind: 'plan' | 'teacher' | 'course' | 'recorded' | 'story';
  id: string;
}

export interface VoiceView {
  name: string;
  agrees: boolean;
  /** What somebody had to say with it; '' for nothing. */
  word: string;
  at: number;
}

export interface MatterCard {
  id: string;
  kind: MatterKind;
  title: string;
  state: MatterState;
  at: number;
  /** Of this wording. */
  signed: number;
  quorum: number;
  /** Waits for this reader's own signature. */
  mine: boolean;
  sample: boolean;
}

export interface MatterView extends MatterCard {
  words: string;
  /** 1 for the first wording; each change of words asks everybody anew. */
  round: number;
  proposer: string;
  voices: VoiceView[];
  /** Wordings before this one, with what was said to them. */
  earlier: { round: number; words: string; voices: VoiceView[] }[];
  /** 议定结论: what was decided, by whom, and who thought otherwise. '' before. */
  conclusion: string;
  subject: MatterSubject;
  history: HistoryLine[];
  next: ('sign' | 'amend' | 'withdraw')[];
}

export type GovernanceActions = {
  'committee.get': Read<Nothing, CommitteeView>;
  /** Which member of the committee holds which post; one principal at a time. */
  'committee.post': Write<{ id: string; post: Post }, CommitteeView>;
  'matter.list': Read<Nothing, { open: MatterCard[]; ended: MatterCard[]; canPropose: boolean }>;
  'matter.get': Read<{ id: string }, MatterView>;
  /** What there is to propose, besides the plan (`plan.propose`) and awards (`award.verify`). */
  'matter.subjects': Read<
    { kind: 'faculty' | 'takedown' },
    { items: { subject: MatterSubject; title: string; sample: boolean }[] }
  >;
  'matter.propose': Write<
    { kind: 'faculty' | 'takedown'; subject: MatterSubject; words: string },
    MatterView
  >;
  /** One's own voice on the wording that was read. To disagree takes a word. */
  'matter.sign': Write<{ id: string; round: number; agrees: boolean; word: string }, MatterView>;
  /** New words: earlier signatures stay with the earlier words. */
  'matter.amend': Write<{ id: string; words: string }, MatterView>;
  'matter.withdraw': Write<{ id: string; reason: string }, MatterView>;
};
