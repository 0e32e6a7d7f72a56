import type { Write } from './kinds';
import type { ConsoleView, SessionView } from './school';

/** Putting right after class who was there, within seven days (workflows 2.6). */
export type SessionAfterActions = {
  /** 我来了，没登上. Words may be empty; asking twice is asking once. */
  'session.ask_correction': Write<{ id: string; words: string }, SessionView>;
  /** The paper list, entered by the host or the office with the reason. */
  'session.backfill': Write<{ id: string; seat: string; reason: string }, ConsoleView>;
  /** Declining needs a word. */
  'session.answer_correction': Write<
    { id: string; seat: string; granted: boolean; words: string },
    ConsoleView
  >;
};
