import type { Nothing, Page, Read, Write } from './kinds';
import type { HistoryLine } from './service';
import type { AwardField, AwardKind } from './words';

/** state-machines.json `award`. */
export type AwardState =
  | 'nominated'
  | 'verifying'
  | 'committee'
  | 'publicity'
  | 'objection'
  | 'commended'
  | 'not_adopted';

/** Everything that can be done to a nomination; each is the action `award.NAME`. */
export interface AwardCommands {
  /** The desk begins to ask around. */
  take_up: Record<never, never>;
  /** Asked around; the nominee agrees to be named; `story` is what may become public. */
  verify: { story: string; note: string; consent: 'spoken' | 'paper' };
  turn_down: { reason: string };
  /** One member of the committee; the second different one carries it. */
  agree: Record<never, never>;
  disagree: { reason: string };
  /** By anyone during the notice; who objects is never shown. */
  object: { words: string };
  /** An objection was looked into: back to the committee, or not adopted. */
  reconsider: { note: string };
  uphold: { reason: string };
}
export type AwardCommand = keyof AwardCommands;

/** A name that everybody may read: on notice with consent, or commended (S75). Nothing is computed. */
export interface AwardCard {
  id: string;
  kind: AwardKind;
  fields: AwardField[];
  name: string;
  story: string;
  state: 'publicity' | 'commended';
  /** End of the notice; epoch ms. */
  until: number;
  sample: boolean;
}

export interface AwardView {
  id: string;
  kind: AwardKind;
  fields: AwardField[];
  state: AwardState;
  /** '' for who may not read it yet. */
  name: string;
  /** What may become public; '' before it was verified. */
  story: string;
  /** The nominator's own sentence: for them and the desks. */
  words: string;
  /** Why it was not adopted: for them and the desks. */
  reason: string;
  until: number | null;
  history: HistoryLine[];
  /** For the desks: what was found out, and the objection being looked into. */
  work: { note: string; objections: string[]; reasons: string[]; agreed: boolean } | null;
  courseId: string | null;
  sample: boolean;
  next: (AwardCommand | 'link')[];
}

/** A nomination on the way: for who made it and for the desk whose turn it is. */
export interface NominationCard {
  id: string;
  kind: AwardKind;
  name: string;
  words: string;
  state: AwardState;
  at: number;
  sample: boolean;
}

type AwardCommandActions = {
  [Command in AwardCommand as `award.${Command}`]: Write<{ id: string } & AwardCommands[Command], AwardView>;
};

export type AwardActions = AwardCommandActions & {
  /** On notice, and commended: 身边榜样 (S78). */
  'award.board': Read<{ after: string | null }, { notices: AwardCard[] } & Page<AwardCard>>;
  'award.get': Read<{ id: string }, AwardView>;
  'award.mine': Read<Nothing, { items: NominationCard[] }>;
  'award.desk': Read<Nothing, { items: NominationCard[] }>;
  /** A story in one sentence, by anyone. */
  'award.nominate': Write<
    { kind: AwardKind; fields: AwardField[]; name: string; words: string; communityId: string },
    AwardView
  >;
  /** A commended story becomes material of a course (S78); `null` takes it away. */
  'award.link': Write<{ id: string; courseId: string | null }, AwardView>;
};
