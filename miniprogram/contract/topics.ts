import type { Write } from './kinds';
import type { SessionView } from './school';

/** 37℃圆桌课堂 (S52): topics proposed before the day by those who hold a seat. */
export type TopicActions = {
  /** One a person; saying it anew changes it. */
  'session.propose': Write<{ id: string; text: string }, SessionView>;
  'session.take_back': Write<{ id: string }, SessionView>;
};
