import type { Read, Write } from './kinds';
import type { PersonLine } from './people';

/**
 * 议定单 of a round table (S52, story 12): what was agreed, who sees to it, until when. Each becomes a
 * real matter once its owner has said yes, and the next table opens with what became of it.
 */
export type DecisionState = 'asked' | 'agreed' | 'declined' | 'withdrawn' | 'filed';
export type DecisionCommand = 'answer' | 'explain' | 'withdraw';

export interface DecisionView {
  id: string;
  text: string;
  owner: PersonLine;
  /** Promised day, its last moment, epoch ms. */
  due: number;
  kind: 'grid' | 'wish';
  state: DecisionState;
  /** A resident has said that it is done. */
  done: boolean;
  /** Where it stands, in a word; '' before it has become a matter. */
  word: string;
  /** The owner's one sentence on why it is not done yet, '' while there is none. */
  why: string;
  /** For the owner and the host. */
  requestId: string | null;
  /** This reader sees to it. */
  own: boolean;
  next: DecisionCommand[];
}

export interface RoundtableView {
  sessionId: string;
  /** 圆桌回音: of the last table of this programme at this place. */
  echoes: DecisionView[];
  decisions: DecisionView[];
  /** For the host: who may be asked to see to it, by seat; `host` is the host. */
  owners: { seat: string; name: string }[];
  topics: string[];
  /** The host may write down what was agreed. */
  records: boolean;
}

export type RoundtableActions = {
  'roundtable.get': Read<{ id: string }, RoundtableView>;
  /** `topic`: place in `topics` that it follows from: who proposed it says whether it is done. */
  'decision.record': Write<
    {
      sessionId: string;
      text: string;
      owner: string;
      due: number;
      kind: 'grid' | 'wish';
      topic: number | null;
    },
    RoundtableView
  >;
  'decision.answer': Write<{ id: string; yes: boolean }, RoundtableView>;
  'decision.explain': Write<{ id: string; words: string }, RoundtableView>;
  'decision.withdraw': Write<{ id: string }, RoundtableView>;
};
