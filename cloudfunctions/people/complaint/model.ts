import type { ComplaintState } from '@contract/complaint';
import type { Channel, ComplaintSubject } from '@contract/words';
import type { Aggregate, TimelineEntry } from '../../core/aggregate';

export interface ComplaintEntry extends TimelineEntry {
  says: string;
  who: string;
}

/** 投诉建议 (G7). Said without a name it holds no person at all: `people` is empty and every `by` is a word. */
export interface Complaint extends Aggregate {
  timeline: readonly ComplaintEntry[];
  /** L2. What leads back to it, said aloud or written down. */
  code: string;
  subject: ComplaintSubject;
  /** L2 */
  words: string;
  state: ComplaintState;
  anonymous: boolean;
  channel: Channel;
  communityId: string;
  /** Person ids of whom it is about: none of them answers it. */
  barred: string[];
  /** L2 */
  answer: string;
  answeredAt: number | null;
  promisedFor: number | null;
  /** The promise of which whoever said it was told beforehand that it may be late; absent: none yet. */
  explainedFor?: number;
  /** What the desks read: `desk`, `auditor`, or nothing. */
  turn: 'desk' | 'auditor' | 'none';
}

/** How somebody stands to it. `voice` holds the code. */
export type ComplaintActor = 'voice' | 'desk' | 'auditor' | 'system';
