import type { Nothing, Read, Write } from './kinds';
import type { HistoryLine } from './service';
import type { Channel, ComplaintSubject } from './words';

/** 投诉建议 (G7): by anybody, without a name if wished, answered by somebody who is not complained about. */
export type ComplaintState = 'received' | 'taken_up' | 'escalated' | 'answered' | 'closed' | 'withdrawn';

/** What whoever said it does. Who holds the code may; no account is asked for. */
export interface ComplaintWords {
  /** 听到了: enough. */
  enough: Record<never, never>;
  /** Not enough: the auditor looks at it. */
  press: { words: string };
  take_back: Record<never, never>;
}
/** What the desk and the auditor do. */
export interface ComplaintCommands {
  take_up: Record<never, never>;
  answer: { answer: string };
  /** Not for this desk: to the auditor. */
  pass_up: { reason: string };
}
export type ComplaintWord = keyof ComplaintWords;
export type ComplaintCommand = keyof ComplaintCommands;

export interface ComplaintInput {
  subject: ComplaintSubject;
  words: string;
  /** Which of one's matters it is about, `null` for none: who worked on it does not answer. */
  requestId: string | null;
  /** Then no person is stored; the code alone leads back. */
  anonymous: boolean;
  communityId: string;
}

export interface ComplaintView {
  id: string;
  /** Eight characters to say or write down; '' for the desks. */
  code: string;
  subject: ComplaintSubject;
  words: string;
  state: ComplaintState;
  anonymous: boolean;
  channel: Channel;
  answer: string;
  /** Until when it is answered; epoch ms, `null` when it is. */
  promisedFor: number | null;
  late: boolean;
  history: HistoryLine[];
  sample: boolean;
  next: (ComplaintWord | ComplaintCommand)[];
}

export interface ComplaintCard {
  id: string;
  subject: ComplaintSubject;
  words: string;
  state: ComplaintState;
  promisedFor: number | null;
  late: boolean;
  at: number;
  sample: boolean;
}

type WordActions = {
  [Word in ComplaintWord as `complaint.${Word}`]: Write<
    { code: string } & ComplaintWords[Word],
    ComplaintView
  >;
};
type CommandActions = {
  [Command in ComplaintCommand as `complaint.${Command}`]: Write<
    { id: string } & ComplaintCommands[Command],
    ComplaintView
  >;
};

export type ComplaintActions = WordActions &
  CommandActions & {
    'complaint.put': Write<ComplaintInput, ComplaintView>;
    /** What came by telephone, at the counter or on paper, entered for somebody (G3). */
    'complaint.enter': Write<
      Omit<ComplaintInput, 'requestId' | 'anonymous'> & { channel: 'phone' | 'counter' | 'paper' },
      ComplaintView
    >;
    'complaint.look_up': Read<{ code: string }, ComplaintView>;
    /** Those said under one's name. */
    'complaint.mine': Read<Nothing, { items: (ComplaintCard & { code: string })[] }>;
    'complaint.desk': Read<Nothing, { items: ComplaintCard[] }>;
    'complaint.get': Read<{ id: string }, ComplaintView>;
  };
