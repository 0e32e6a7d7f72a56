import type { MatterState, MatterSubject } from '@contract/governance';
import type { MatterKind } from '@contract/words';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { birth } from '../../core/birth';
import { derivedId } from '../../core/ids';

/** What one member said to one wording. */
export interface MatterVoice {
  by: string;
  agrees: boolean;
  word: string;
  at: number;
}

/**
 * A matter decided together (S26 重要事项共同研究). Who proposed and who signed are random ids: their
 * names are looked up for the reader, and are gone with the person.
 */
export interface CommitteeMatter extends Aggregate {
  /** An award is decided in its own machine; it is never one of these. */
  kind: Exclude<MatterKind, 'award'>;
  subject: MatterSubject;
  title: string;
  words: string;
  round: number;
  state: MatterState;
  proposerId: string;
  voices: readonly MatterVoice[];
  earlier: readonly { round: number; words: string; voices: readonly MatterVoice[] }[];
  /** Why it was withdrawn. */
  reason: string;
  concludedAt: number | null;
}

export const matters: AggregateDefinition<CommitteeMatter> = {
  collection: 'committeeMatters',
  schema: 1,
  // A decision has no clock: silence decides nothing.
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

export interface Proposal {
  kind: CommitteeMatter['kind'];
  subject: MatterSubject;
  title: string;
  words: string;
  by: string;
  /** What made it: the same cause makes it once. */
  rid: string;
  now: number;
  sample: boolean;
}

export const matterId = (by: string, rid: string) => derivedId('matter', by, rid);

export function newMatter({ kind, subject, title, words, by, rid, now, sample }: Proposal): CommitteeMatter {
  return {
    ...birth(matterId(by, rid), matters.schema, [], now),
    sample,
    timeline: [{ rid, at: now, by, command: 'propose' }],
    kind,
    subject,
    title,
    words,
    round: 1,
    state: 'signing',
    proposerId: by,
    voices: [],
    earlier: [],
    reason: '',
    concludedAt: null,
  };
}
