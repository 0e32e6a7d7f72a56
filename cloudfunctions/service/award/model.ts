import type { AwardState } from '@contract/award';
import type { AwardField, AwardKind } from '@contract/words';
import type { Aggregate } from '../../core/aggregate';

/** A member's voice on the present round. Neither a mark nor a sum: two different members carry it. */
export interface Voice {
  by: string;
  agrees: boolean;
  reason: string;
}

/** Somebody nominated by a story in one sentence (S75–S78). */
export interface Nomination extends Aggregate {
  kind: AwardKind;
  fields: AwardField[];
  communityId: string;
  nominatorId: string;
  /** L2 until the notice: before, only the desks and who nominated read it. */
  name: string;
  /** L2. The nominator's own sentence. */
  words: string;
  state: AwardState;
  /** L0 from the notice on. */
  story: string;
  /** How the nominee said yes to being named in public; `null` before. */
  consent: 'spoken' | 'paper' | null;
  verifiedBy: string | null;
  note: string;
  voices: readonly Voice[];
  /** End of the notice. */
  until: number | null;
  objections: readonly { by: string; words: string; at: number }[];
  reason: string;
  decidedAt: number | null;
  courseId: string | null;
  /** Taken down by a decision of the committee (S26): nobody reads it any more. */
  takenDown?: { at: number; by: string; reason: string; matterId: string };
}
