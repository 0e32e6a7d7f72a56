import type { PersonLine } from '@contract/people';
import type { DecisionState } from '@contract/roundtable';
import type { Aggregate } from '../../core/aggregate';

/** One thing that a round table has agreed on: owner and date (S52). */
export interface Decision extends Aggregate {
  sessionId: string;
  /** Title of that class, its place and programme: the next table of them opens with the echo. */
  sessionTitle: string;
  venueId: string;
  communityId: string;
  program: string;
  at: number;
  text: string;
  kind: 'grid' | 'wish';
  ownerId: string;
  owner: PersonLine;
  hostId: string;
  /** Whose topic it follows from; they say whether it is done. */
  proposerId: string | null;
  due: number;
  state: DecisionState;
  enteredAt: number;
  requestId: string | null;
  /** L0: screened. */
  why: string;
  /** When the owner is asked what became of it; `null` when they have been. */
  askAt: number | null;
}
